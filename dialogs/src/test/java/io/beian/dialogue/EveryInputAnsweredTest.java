package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.order.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, wherever the filing stands, paused or not: the reply has words. */
class EveryInputAnsweredTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String ORDER = "TY202611230001";
    private static final String DOMAIN = "beian-demo-z9.cn";

    private static final List<OrderState> STATES =
            List.of(
                    OrderState.PRE_REVIEW,
                    OrderState.SMS_PENDING,
                    OrderState.BUREAU_REVIEW,
                    OrderState.IFACE_REJECTED);

    private static final List<String> TAILS =
            List.of(
                    " 1",
                    " 99",
                    "2",
                    " " + DOMAIN,
                    " " + ORDER,
                    " 京ICP备2023000101号-1",
                    " 域名",
                    " 样张");

    private static final List<String> ODD =
            List.of(
                    "在",
                    "嗯",
                    "？",
                    "。。。",
                    "1",
                    "99",
                    "０",
                    "①",
                    "😀😀",
                    "[微笑]",
                    " ",
                    "\u200b",
                    "查",
                    "查询" + DOMAIN,
                    "查一下 " + DOMAIN,
                    DOMAIN,
                    ORDER,
                    "京ICP备2023000101号-1",
                    "110101199003070011",
                    "123456",
                    "验证码 123456",
                    "改域名",
                    "改 1",
                    "同意",
                    "北京样张科技有限公司",
                    "名称：北京样张科技有限公司\n住所：北京市海淀区样张路1号",
                    "http://beian.miit.gov.cn/",
                    "<xml>]]></xml>",
                    "null",
                    "null\u0000",
                    "好".repeat(5000));

    private final Dialogue dialogue = new Dialogue(new IcpFiling());

    private static List<String> words() {
        List<String> all = new ArrayList<>(ODD);
        for (Command.Kind kind : Command.Kind.values()) {
            all.addAll(kind.words());
        }
        return all;
    }

    /** Commands with something behind them, whether they take it or not. */
    private static List<String> tailed() {
        return Arrays.stream(Command.Kind.values())
                .flatMap(kind -> kind.words().stream().limit(1))
                .flatMap(word -> TAILS.stream().map(tail -> word + tail))
                .toList();
    }

    static Stream<Named<Conversation>> places() {
        return conversations().entrySet().stream()
                .map(place -> Named.of(place.getKey(), place.getValue()));
    }

    @ParameterizedTest
    @MethodSource("places")
    void hasWords(Conversation there) {
        List<String> unanswered =
                Stream.concat(words().stream(), tailed().stream())
                        .filter(text -> silent(there, new Input.Said(text), false))
                        .map(text -> text.substring(0, Math.min(40, text.length())))
                        .toList();

        assertThat(unanswered).isEmpty();
    }

    /** Sent before the last reply could be seen. */
    @ParameterizedTest
    @MethodSource("places")
    void hasWordsForWhatCrossedIt(Conversation there) {
        assertThat(words()).noneMatch(text -> silent(there, new Input.Said(text), true));
    }

    @ParameterizedTest
    @MethodSource("places")
    void hasWordsForWhatIsNoText(Conversation there) {
        Stream<Input> inputs =
                Stream.of(
                        new Input.SentOther("sticker"),
                        new Input.SentOther("voice"),
                        new Input.SentOther("unknown"),
                        new Input.SentPhoto("m1"),
                        new Input.Pressed("查询"),
                        new Input.Pressed("进度"),
                        new Input.Followed(Optional.empty(), true),
                        new Input.Followed(Optional.empty(), false),
                        new Input.Tapped(there.shown().epoch(), 1, "企业", Optional.empty()),
                        new Input.Tapped(there.shown().epoch(), 40, "企业", Optional.empty()),
                        new Input.Tapped(99, 1, "查询 " + DOMAIN, Optional.empty()));

        assertThat(inputs).noneMatch(input -> silent(there, input, false));
    }

    /** Nobody of customer service is there; the filed information comes, or does not. */
    @ParameterizedTest
    @MethodSource("places")
    void hasWordsForWhatComesLater(Conversation there) {
        Query query = new Query(Query.Kind.DOMAIN, "beian-demo-a1.cn");
        Conversation called = said(there, "人工");
        Conversation asked = said(there, "查询 " + query.text());
        Conversation later = said(asked, "暂停");

        assertThat(silent(called, new Input.NoAgent(), false)).isFalse();
        assertThat(List.of(asked, later))
                .allMatch(waiting -> waiting.searches().waitsFor(query))
                .noneMatch(
                        waiting ->
                                silent(waiting, new Input.SearchFailed(query), false)
                                        || silent(
                                                waiting,
                                                new Input.FiledFound(query, List.of(), false),
                                                false));
        assertThat(silent(said(there, "已备案信息"), new Input.FiledUnknown("list"), false)).isFalse();
    }

    private Conversation said(Conversation there, String text) {
        return dialogue.decide(there, new Input.Said(text), NOON).next();
    }

    private boolean silent(Conversation there, Input input, boolean crossed) {
        return dialogue.decide(there, input, NOON, crossed).reply().silent();
    }

    /** Every place a talk can be in, as it is reached and once more paused. */
    private static Map<String, Conversation> conversations() {
        Map<String, Conversation> all = new LinkedHashMap<>();
        Conversation none = Conversation.start(new ConversationId("someone"));
        put(all, "without a filing", none);
        phases().forEach(
                        (name, phase) -> {
                            Conversation with = none.put(filing(phase));
                            put(all, name, with.active(Optional.of("c1")));
                        });
        return all;
    }

    private static void put(Map<String, Conversation> all, String name, Conversation there) {
        Dialogue dialogue = new Dialogue(new IcpFiling());
        all.put(name, there);
        all.put(name + ", paused", there.paused(true));
        all.put(
                name + ", asked",
                dialogue.decide(there, new Input.Said("继续"), NOON.minusSeconds(60)).next());
        all.put(
                name + ", not talked about",
                there.active(Optional.empty()).paused(!there.cases().isEmpty()));
    }

    private static Map<String, Phase> phases() {
        Map<String, Phase> all = new LinkedHashMap<>();
        all.put("matching", Phase.Matching.OPEN);
        all.put("looking", Phase.Matching.looking(NOON.minusSeconds(5)));
        all.put(
                "blocked",
                Phase.Matching.stopped(
                        new Procedure.Match.Blocked(
                                Line.of("match.failed"), List.of(), List.of())));
        all.put("filling", new Phase.Filling());
        all.put("reviewing", new Phase.Reviewing());
        all.put("submitting", new Phase.Submitting("s1", Optional.empty(), 0));
        all.put("submitting again", new Phase.Submitting("s1", Optional.of(ORDER), 3));
        for (OrderState state : STATES) {
            all.put("tracking " + state, tracking(state.name()));
        }
        all.put("tracking unknown", tracking("UNKNOWN"));
        all.put("returned", returned("ADMIN_REJECTED", reasons()));
        all.put("returned without a reason", returned("BUREAU_REJECTED", List.of()));
        all.put("returned for its pictures", returned("VERIFY_REJECTED", List.of()));
        all.put("filed", new Phase.Filed(ORDER, 9, NOON, Map.of("site.s1", "京ICP备2023000101号-1")));
        all.put("filed without numbers", new Phase.Filed(ORDER, 9, NOON, Map.of()));
        all.put("withdrawn", new Phase.Withdrawn(NOON));
        all.put("expired", new Phase.Expired(NOON));
        return all;
    }

    private static Phase tracking(String state) {
        return new Phase.Tracking(ORDER, 2, state, NOON.minusSeconds(600), List.of("withdraw"));
    }

    private static Phase returned(String state, List<Problem> problems) {
        return new Phase.Returned(ORDER, 2, state, NOON.minusSeconds(600), problems);
    }

    private static List<Problem> reasons() {
        return List.of(
                new Problem("site.s1.name", "", "网站名称不规范", true, Map.of()),
                new Problem("", "", "请联系专员", true, Map.of()));
    }

    private static Case filing(Phase phase) {
        Facts facts = new IcpFiling().begin(1);
        Map<String, String> answers =
                Map.of(
                        "consent", "2026-11",
                        "sponsor.province", "110000",
                        "sponsor.nature", "4",
                        "sponsor.certType", "1",
                        "sponsor.certNo", "91110108MA01ABCD5T",
                        "site.s1.domain", DOMAIN,
                        "site", "s1");
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            facts = facts.with(answer.getKey(), Fact.typed(answer.getValue(), 1));
        }
        return new Case("c1", phase, facts, List.of(), List.of(), NOON.minusSeconds(900));
    }
}
