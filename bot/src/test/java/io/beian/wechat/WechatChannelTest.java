package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.Channel.Sent;
import io.beian.wechat.FakeWechat.Answer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;

class WechatChannelTest {

    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final ConversationId ID = new ConversationId("o-channel");
    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");

    @RegisterExtension static final ApiKit kit = new ApiKit();

    private FakeWechat wechat;
    private WechatChannel channel;
    private SendingStop stop;

    @BeforeEach
    void start() {
        wechat = kit.wechat();
        stop = new SendingStop(kit.redis(), Duration.ofHours(1));
        channel = channel(wechat.uri());
        allow("5 " + NOW.plus(Duration.ofDays(2)).toEpochMilli() + " 0 0");
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
        kit.redis().delete(ApiKit.key(ID));
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
        WechatChannel unplugged = channel(ApiKit.nobody());

        assertThat(unplugged.sendText(ID, "好", Optional.of("tell:1"))).isEqualTo(Sent.TRY_LATER);

        assertThat(left()).startsWith("5 ");
        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(wechat.requests(SEND)).hasSize(1);
    }

    @Test
    void sendsWhatAProcessThatDiedHadClaimed() {
        ledger().reserve(ID, Optional.of("tell:1"));
        assertThat(send("tell:1")).isEqualTo(Sent.UNDER_WAY);
        assertThat(wechat.requests(SEND)).isEmpty();

        kit.makeOld(ID, "tell:1");

        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(wechat.requests(SEND)).hasSize(1);
        assertThat(left()).startsWith("4 ");
    }

    @Test
    void doesNotSendAfterItWasHeldUp() {
        wechat.meanwhile(FakeWechat.TOKEN_PATH, () -> kit.holdUp(Claim.LASTS));

        assertThat(send("tell:1")).isEqualTo(Sent.TRY_LATER);

        assertThat(wechat.requests(SEND)).isEmpty();
        assertThat(send("tell:1")).isEqualTo(Sent.UNDER_WAY);
        kit.makeOld(ID, "tell:1");
        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
    }

    @Test
    void leavesAloneWhatAnotherProcessClaimedWhileItWasHeldUp() {
        wechat.answer(FakeWechat.TOKEN_PATH, Answer.error(-1))
                .meanwhile(
                        FakeWechat.TOKEN_PATH,
                        () -> {
                            kit.holdUp(Claim.RENEWABLE_AFTER);
                            kit.makeOld(ID, "tell:1");
                            ledger().reserve(ID, Optional.of("tell:1"));
                        });

        assertThat(send("tell:1")).isEqualTo(Sent.TRY_LATER);

        assertThat(send("tell:1")).as("the other's claim").isEqualTo(Sent.UNDER_WAY);
        assertThat(left()).startsWith("4 ");
    }

    @Test
    void claimsAgainWhatWechatRefused() {
        List<String> meanwhile = new CopyOnWriteArrayList<>();
        wechat.answer(SEND, Answer.error(40001))
                .meanwhile(
                        SEND,
                        () ->
                                wechat.meanwhile(
                                        FakeWechat.TOKEN_PATH,
                                        () -> meanwhile.add(kit.mark(ID, "tell:1"))));

        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);

        assertThat(meanwhile).hasSize(1).allMatch(mark -> mark.contains(" wrote "));
        assertThat(kit.mark(ID, "tell:1")).isEqualTo("bk:1");
    }

    @Test
    void knowsThatAMessageLeftWhenWechatHasIt() {
        List<Sent> meanwhile = new CopyOnWriteArrayList<>();
        WechatChannel otherNode = channel(wechat.uri());
        wechat.meanwhile(
                SEND, () -> meanwhile.add(otherNode.sendText(ID, "好", Optional.of("tell:1"))));

        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(meanwhile).containsExactly(Sent.DELIVERED);
        assertThat(wechat.requests(SEND)).hasSize(1);
    }

    @Test
    void takesOneSendHoweverOftenTheTokenIsReplaced() {
        wechat.answer(SEND, Answer.error(40001));

        assertThat(send("tell:1")).isEqualTo(Sent.DELIVERED);

        assertThat(wechat.requests(SEND)).hasSize(2);
        assertThat(left()).startsWith("4 ");
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
        return new WechatChannel(kit.api(api), ledger(), stop);
    }

    private static QuotaLedger ledger() {
        return new QuotaLedger(kit.claims(), () -> NOW);
    }

    private Sent send(String name) {
        return channel.sendText(ID, "好", Optional.of(name));
    }

    private static void allow(String sends) {
        kit.redis().opsForHash().put(ApiKit.key(ID), "q", sends);
    }

    private static String left() {
        return String.valueOf(kit.redis().opsForHash().get(ApiKit.key(ID), "q"));
    }
}
