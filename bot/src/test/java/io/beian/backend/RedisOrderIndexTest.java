package io.beian.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.ConversationId;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/** Against a real Redis. */
class RedisOrderIndexTest {

    private final RedisServer server;
    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;

    RedisOrderIndexTest() throws IOException {
        int port = freePort();
        server =
                RedisServer.newRedisServer()
                        .port(port)
                        .setting("bind 127.0.0.1")
                        .setting("save \"\"")
                        .build();
        server.start();
        connections = new LettuceConnectionFactory("127.0.0.1", port);
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
    }

    @AfterEach
    void stop() throws IOException {
        connections.destroy();
        server.stop();
    }

    @Test
    void findsWhoseOrderItIs() {
        RedisOrderIndex index = new RedisOrderIndex(redis);

        index.put("TY1", new ConversationId("openid-1"));

        assertThat(index.find("TY1")).contains(new ConversationId("openid-1"));
        assertThat(index.find("TY2")).isEmpty();
        assertThat(redis.hasKey("order:TY1")).isTrue();
    }

    @Test
    void remembersThePlaceInTheFeed() {
        RedisEventCursor cursor = new RedisEventCursor(redis);

        assertThat(cursor.read()).isEmpty();
        cursor.write("17");
        assertThat(cursor.read()).isEqualTo("17");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
