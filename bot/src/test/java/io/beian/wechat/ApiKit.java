package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beian.conversation.TestConversations;
import io.beian.dialogue.ConversationId;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A Redis for the tests of a class, and for each test a WeChat and a client of its API. */
final class ApiKit
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    static final int MAX_MEDIA = 1_000;
    static final byte[] PICTURE = "\u00FF\u00D8 s3cr3t-picture".getBytes(UTF_8);

    private static final SSLContext TRUST = SSLContexts.createDefault();

    private final RedisServerExtension server = new RedisServerExtension(TestRedis.SETTINGS);
    private final List<CloseableHttpClient> clients = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private Instant now = Instant.parse("2026-11-26T04:00:00Z");
    private @Nullable FakeWechat wechat;
    private @Nullable WechatApi api;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server.beforeAll(context);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.afterAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        try (RedisConnection connection = server.redis().connections().getConnection()) {
            connection.serverCommands().flushAll();
        }
        wechat = FakeWechat.start();
        api = api(wechat().uri());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        wechat().close();
        for (CloseableHttpClient client : clients) {
            client.close();
        }
        clients.clear();
    }

    FakeWechat wechat() {
        return Objects.requireNonNull(wechat);
    }

    WechatApi api() {
        return Objects.requireNonNull(api);
    }

    void forward(Duration by) {
        now = now.plus(by);
    }

    StringRedisTemplate redis() {
        return new StringRedisTemplate(server.redis().connections());
    }

    Claims claims() {
        return new Claims(
                server.redis().connections(),
                Replication.none(server.redis().connections()),
                TestConversations.KEYS,
                nanos::get);
    }

    /** Every process of the test stands still for a while. */
    void holdUp(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** What is kept of a message that was claimed or has left. */
    String mark(ConversationId to, String name) {
        return String.valueOf(redis().opsForHash().get(key(to), "b:" + name));
    }

    /** As if the claim on a message had been made long ago. */
    void makeOld(ConversationId to, String name) {
        String[] parts = mark(to, name).split(" ", 3);
        long before = Long.parseLong(parts[1]) - Claim.RENEWABLE_AFTER.toMillis();
        redis().opsForHash().put(key(to), "b:" + name, parts[0] + " " + before + " " + parts[2]);
    }

    static String key(ConversationId of) {
        return TestConversations.KEYS.conversation(of.value());
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
                new SharedTokenService(
                        client, WechatConfiguration.storage(settings, redis()), () -> now),
                MAX_MEDIA);
    }

    /** Where nobody listens. */
    static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
