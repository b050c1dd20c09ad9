package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/** A Redis of its own and the API client on top of it, pointed at whatever stands in for WeChat. */
final class ApiKit implements AutoCloseable {

    static final int MAX_MEDIA = 1_000;
    static final byte[] PICTURE = "\u00FF\u00D8 s3cr3t-picture".getBytes(UTF_8);

    private static final SSLContext TRUST = SSLContexts.createDefault();

    private final RedisServer server;
    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;
    private final List<CloseableHttpClient> clients = new ArrayList<>();

    private ApiKit(RedisServer server, LettuceConnectionFactory connections) {
        this.server = server;
        this.connections = connections;
        this.redis = new StringRedisTemplate(connections);
    }

    static ApiKit start() throws IOException {
        int port = freePort();
        RedisServer server =
                RedisServer.newRedisServer()
                        .port(port)
                        .bind("127.0.0.1")
                        .setting("save \"\"")
                        .build();
        server.start();
        LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", port);
        connections.afterPropertiesSet();
        connections.start();
        return new ApiKit(server, connections);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    StringRedisTemplate redis() {
        return redis;
    }

    void forgetTokens() {
        try (RedisConnection connection = connections.getConnection()) {
            connection.serverCommands().flushAll();
        }
    }

    /** Another node: a client of its own, the token shared. */
    WechatApi api(URI base) {
        WechatSettings settings =
                Sample.settings(
                        Sample.APP_ID,
                        Sample.TOKEN,
                        Sample.AES_KEY,
                        null,
                        WechatSettings.Mode.SAFE,
                        base);
        CloseableHttpClient client = VerifyingHttpClient.open(settings, TRUST);
        clients.add(client);
        return new WxJavaApi(
                new SharedTokenService(client, WechatConfiguration.storage(settings, redis)),
                MAX_MEDIA);
    }

    @Override
    public void close() throws IOException {
        for (CloseableHttpClient client : clients) {
            client.close();
        }
        connections.destroy();
        server.stop();
    }
}
