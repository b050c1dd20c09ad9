package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.Channel.Sent;
import io.beian.outbox.NoticeChannel.Card;
import io.beian.outbox.NoticeChannel.Way;
import io.beian.wechat.FakeWechat.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeSenderTest {

    private static final String TEMPLATE = "/cgi-bin/message/template/send";
    private static final String SUBSCRIPTION = "/cgi-bin/message/subscribe/bizsend";
    private static final ConversationId ID = new ConversationId("o-notices");

    @RegisterExtension static final ApiKit kit = new ApiKit();

    private final List<String> reports = new ArrayList<>();
    private FakeWechat wechat;
    private Permissions permissions;
    private NoticeSender sender;
    private NoticeEvents events;
    private int happened;

    @BeforeEach
    void start() {
        wechat = kit.wechat();
        permissions = new Permissions(kit.claims());
        SentNotices sentNotices = new SentNotices(kit.redis());
        sender =
                new NoticeSender(
                        kit.api(),
                        permissions,
                        sentNotices,
                        new SendingStop(kit.redis(), Duration.ofHours(1)));
        events =
                new NoticeEvents(
                        permissions,
                        sentNotices,
                        () -> (to, name, way) -> reports.add(to.value() + " " + name + " " + way));
    }

    @Test
    void fillsATemplateWithWhatFits() {
        Sent sent = sender.send(ID, Way.TEMPLATE, card("tell:7"));

        assertThat(sent).isEqualTo(Sent.DELIVERED);
        assertThat(wechat.only(TEMPLATE).text())
                .contains(
                        "\"touser\":\"o-notices\"",
                        "\"template_id\":\"tpl\"",
                        "\"client_msg_id\":\"tell-7\"",
                        "\"thing1\":{\"value\":\"一二三四五六七八九十一二三四五六七八九…\"}",
                        "\"time2\":{\"value\":\"2026年11月26日 19:05\"}");
    }

    @Test
    void doesNotSendWhatCannotFit() {
        Card card = new Card("tell:7", "tpl", Map.of("time2", "明天"), Map.of());

        assertThat(sender.send(ID, Way.TEMPLATE, card)).isEqualTo(Sent.MISCONFIGURED);
        assertThat(wechat.requests(TEMPLATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "43004, UNREACHABLE",
        "43019, UNREACHABLE",
        "40003, UNREACHABLE",
        "-1, TRY_LATER",
        "45009, TRY_LATER",
        "40037, MISCONFIGURED",
        "47003, MISCONFIGURED",
        "40249, MISCONFIGURED",
        "40252, MISCONFIGURED",
        "48001, MISCONFIGURED",
        "48004, MISCONFIGURED"
    })
    void heedsEachErrcode(int code, Sent outcome) {
        wechat.answer(TEMPLATE, Answer.error(code));

        assertThat(sender.send(ID, Way.TEMPLATE, card("tell:7"))).isEqualTo(outcome);
    }

    @Test
    void sendsNoSubscriptionNobodyAllowed() {
        assertThat(subscribe("tell:1")).isEqualTo(Sent.OUT_OF_QUOTA);
        assertThat(wechat.requests(SUBSCRIPTION)).isEmpty();
    }

    @Test
    void usesUpOnePermissionForEachNotice() {
        choose("accept");
        choose("accept");

        assertThat(subscribe("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(subscribe("tell:2")).isEqualTo(Sent.DELIVERED);
        assertThat(subscribe("tell:3")).isEqualTo(Sent.OUT_OF_QUOTA);
        assertThat(wechat.requests(SUBSCRIPTION)).hasSize(2);
    }

    @Test
    void countsAnEventOnceHoweverOftenItIsDelivered() {
        Inbound event = chosen("accept");
        events.take(event);
        events.take(event);

        assertThat(subscribe("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(subscribe("tell:2")).isEqualTo(Sent.OUT_OF_QUOTA);
    }

    @Test
    void refusingClearsWhatWasAllowed() {
        choose("accept");
        choose("accept");
        choose("reject");

        assertThat(subscribe("tell:1")).isEqualTo(Sent.OUT_OF_QUOTA);
    }

    @Test
    void allowingInTheSettingsIsNoPermission() {
        events.take(notices("subscribe_msg_change_event", "accept"));
        assertThat(subscribe("tell:1")).isEqualTo(Sent.OUT_OF_QUOTA);

        choose("accept");
        events.take(notices("subscribe_msg_change_event", "reject"));
        assertThat(subscribe("tell:1")).isEqualTo(Sent.OUT_OF_QUOTA);
    }

    @Test
    void believesWechatThatAPersonRefuses() {
        choose("accept");
        choose("accept");
        wechat.answer(SUBSCRIPTION, Answer.error(43101));

        assertThat(subscribe("tell:1")).isEqualTo(Sent.UNREACHABLE);
        assertThat(subscribe("tell:1")).isEqualTo(Sent.OUT_OF_QUOTA);
    }

    @Test
    void keepsThePermissionOfWhatNeverLeft() {
        choose("accept");
        wechat.answer(SUBSCRIPTION, Answer.error(-1));

        assertThat(subscribe("tell:1")).isEqualTo(Sent.TRY_LATER);
        assertThat(subscribe("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(subscribe("tell:2")).isEqualTo(Sent.OUT_OF_QUOTA);
    }

    @Test
    void keepsThePermissionWithoutAToken() {
        choose("accept");
        wechat.answer(FakeWechat.TOKEN_PATH, Answer.error(-1));

        assertThat(subscribe("tell:1")).isEqualTo(Sent.TRY_LATER);
        assertThat(subscribe("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(subscribe("tell:2")).isEqualTo(Sent.OUT_OF_QUOTA);
        assertThat(wechat.requests(SUBSCRIPTION)).hasSize(1);
    }

    @Test
    void sendsTheSubscriptionThatAProcessThatDiedHadClaimed() {
        choose("accept");
        permissions.take(ID, "tpl", "subscription:tell:1");
        assertThat(subscribe("tell:1")).isEqualTo(Sent.UNDER_WAY);

        kit.makeOld(ID, "subscription:tell:1");

        assertThat(subscribe("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(subscribe("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(wechat.requests(SUBSCRIPTION)).hasSize(1);
        assertThat(subscribe("tell:2")).isEqualTo(Sent.OUT_OF_QUOTA);
    }

    @Test
    void doesNotRepeatASubscriptionThatMayHaveArrived() {
        choose("accept");
        choose("accept");
        wechat.answer(
                SUBSCRIPTION,
                new Answer(
                        200,
                        "text/html",
                        "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        true));

        assertThat(subscribe("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(subscribe("tell:1")).isEqualTo(Sent.DELIVERED);
        assertThat(wechat.requests(SUBSCRIPTION)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"failed:user block", "failed: system failed"})
    void reportsATemplateThatDidNotArrive(String status) {
        wechat.answer(TEMPLATE, Answer.json("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":4711}"));
        sender.send(ID, Way.TEMPLATE, card("tell:7"));

        events.take(finished("4712", status));
        assertThat(reports).isEmpty();
        events.take(finished("4711", status));
        events.take(finished("4711", status));

        assertThat(reports).containsExactly("o-notices tell:7 TEMPLATE");
    }

    @Test
    void reportsNothingOfWhatArrived() {
        wechat.answer(TEMPLATE, Answer.json("{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":4711}"));
        sender.send(ID, Way.TEMPLATE, card("tell:7"));

        events.take(finished("4711", "success"));

        assertThat(reports).isEmpty();
        assertThat(kit.redis().hasKey("wechat:sent:4711")).isFalse();
    }

    @Test
    void reportsASubscriptionThatDidNotArrive() {
        choose("accept");
        wechat.answer(SUBSCRIPTION, Answer.json("{\"errcode\":0,\"msgid\":\"99\"}"));
        subscribe("tell:1");

        events.take(
                new Inbound.Notices(
                        origin(),
                        "subscribe_msg_sent_event",
                        List.of(new Inbound.Notice("tpl", "", "99", "43101"))));

        assertThat(reports).containsExactly("o-notices tell:1 SUBSCRIPTION");
    }

    private Sent subscribe(String name) {
        return sender.send(ID, Way.SUBSCRIPTION, card(name));
    }

    private static Card card(String name) {
        return new Card(
                name,
                "tpl",
                Map.of("thing1", "一二三四五六七八九十一二三四五六七八九十一", "time2", "2026-11-26 19:05"),
                Map.of());
    }

    private void choose(String status) {
        events.take(chosen(status));
    }

    private Inbound chosen(String status) {
        return notices("subscribe_msg_popup_event", status);
    }

    private Inbound notices(String name, String status) {
        return new Inbound.Notices(
                origin(), name, List.of(new Inbound.Notice("tpl", status, "", "")));
    }

    private Inbound finished(String id, String status) {
        return new Inbound.Event(
                origin(),
                "templatesendjobfinish",
                "",
                java.util.Optional.empty(),
                java.util.Optional.of(id),
                java.util.Optional.of(status));
    }

    private Inbound.Origin origin() {
        return new Inbound.Origin("gh", ID.value(), Instant.EPOCH, "k" + happened++);
    }
}
