package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.TestConversations;
import io.beian.dialogue.ConversationId;
import io.beian.outbox.Channel.Sent;
import io.beian.wechat.FakeWechat.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

class WechatChannelTest {

    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final ConversationId ID = new ConversationId("o-channel");
    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

    private static ApiKit kit;

    private FakeWechat wechat;
    private WechatChannel channel;
    private SendingStop stop;

    @BeforeAll
    static void startRedis() throws IOException {
        kit = ApiKit.start();
    }

    @AfterAll
    static void stopRedis() throws IOException {
        kit.close();
    }

    @BeforeEach
    void start() throws IOException {
        kit.forgetTokens();
        wechat = FakeWechat.start();
        stop = new SendingStop(kit.redis(), Duration.ofHours(1));
        channel = channel(wechat.uri());
        allow("5 " + NOW.plus(Duration.ofDays(2)).toEpochMilli() + " 0 0");
    }

    @AfterEach
    void end() {
        wechat.close();
    }

    @Test
    void sendsANamedMessageOnce() {
        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);

        assertThat(wechat.requests(SEND)).hasSize(1);
        assertThat(left()).startsWith("4 ");
    }

    @Test
    void doesNotAskWechatWhatItKnows() {
        allow("0 " + NOW.plusSeconds(1).toEpochMilli() + " 0 0");
        assertThat(send("tell:1")).isEqualTo(Sent.OUT_OF_QUOTA);
        allow("5 " + NOW.toEpochMilli() + " 0 0");
        assertThat(send("tell:1")).isEqualTo(Sent.OUT_OF_QUOTA);
        kit.redis().delete(key());
        assertThat(send("tell:1")).isEqualTo(Sent.UNREACHABLE);

        assertThat(wechat.requests(SEND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "45047, OUT_OF_QUOTA, OUT_OF_QUOTA",
        "45015, OUT_OF_QUOTA, OUT_OF_QUOTA",
        "43004, UNREACHABLE, UNREACHABLE",
        "43019, UNREACHABLE, UNREACHABLE",
        "48002, UNREACHABLE, UNREACHABLE",
        "40003, UNREACHABLE, UNREACHABLE",
        "-1, TRY_LATER, DELIVERED",
        "45009, TRY_LATER, DELIVERED",
        "45011, TRY_LATER, DELIVERED",
        "48001, MISCONFIGURED, DELIVERED"
    })
    void heedsEachErrcode(int code, Sent first, Sent next) {
        wechat.answer(SEND, Answer.error(code));

        assertThat(send("tell:1")).isEqualTo(first);
        assertThat(send("tell:1")).isEqualTo(next);
        assertThat(wechat.requests(SEND)).hasSize(next == Sent.DELIVERED ? 2 : 1);
    }

    @Test
    void givesBackWhatNeverLeft() throws IOException {
        WechatChannel unplugged = channel(URI.create("http://127.0.0.1:" + ApiKit.freePort()));

        assertThat(unplugged.sendText(ID, "好", Optional.of("tell:1"))).isEqualTo(Sent.TRY_LATER);

        assertThat(left()).startsWith("5 ");
        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(wechat.requests(SEND)).hasSize(1);
    }

    @Test
    void doesNotRepeatWhatMayHaveArrived() {
        wechat.answer(
                SEND,
                new Answer(
                        200,
                        "text/html",
                        "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        true));

        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(wechat.requests(SEND)).hasSize(1);
    }

    @Test
    void shortensWhatIsTooLong() {
        wechat.answer(SEND, Answer.error(45002));
        String line = "一行里有 <a href=\"https://example.com/\">链接</a>\n";

        Sent sent = channel.sendText(ID, line.repeat(60), Optional.of("tell:1"));

        assertThat(sent).isEqualTo(Sent.DELIVERED);
        String second = wechat.requests(SEND).get(1).text();
        assertThat(second).endsWith("</a>\\n…\"}}");
        assertThat(second.length()).isLessThan(700);
    }

    @Test
    void stopsAllSendsWhenTheAccountIsBanned() {
        assertThat(new SendingHealth(stop).health().getStatus()).isEqualTo(Status.UP);
        wechat.answer(SEND, Answer.error(48004));

        assertThat(send("tell:1")).isEqualTo(Sent.MISCONFIGURED);
        assertThat(send("tell:2")).isEqualTo(Sent.MISCONFIGURED);
        assertThat(channel.sendImage(ID, ApiKit.PICTURE)).isEqualTo(Sent.MISCONFIGURED);

        assertThat(wechat.requests(SEND)).hasSize(1);
        var health = Objects.requireNonNull(new SendingHealth(stop).health());
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("errcode", 48004);
        assertThat(kit.redis().getExpire("wechat:sending-stopped")).isBetween(1L, 3600L);

        stop.clear();
        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
    }

    private WechatChannel channel(URI api) {
        var connections = Objects.requireNonNull(kit.redis().getConnectionFactory());
        return new WechatChannel(
                kit.api(api),
                new QuotaLedger(connections, TestConversations.KEYS, () -> NOW),
                stop);
    }

    private Sent send(String name) {
        return channel.sendText(ID, "好", Optional.of(name));
    }

    private static String key() {
        return TestConversations.KEYS.conversation(ID.value());
    }

    private static void allow(String sends) {
        kit.redis().opsForHash().put(key(), "q", sends);
    }

    private static String left() {
        return String.valueOf(kit.redis().opsForHash().get(key(), "q"));
    }
}
