package io.beian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Conversation;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Input;
import io.beian.dialogue.Line;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Turn;
import io.beian.filing.IcpFiling;
import io.beian.filing.Reasons;
import io.beian.order.Actor;
import io.beian.order.OrderLife;
import io.beian.order.OrderState;
import io.beian.order.Tsv;
import io.beian.talk.EngineStage;
import io.beian.talk.News;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No order lies anywhere without a way on: whatever state it is in and whatever the bureau's number
 * says, staff have a move, the filer reads whose turn it is, and 审核意见 shows what there is.
 */
class WayOnTest {

    private static final Instant LATER = Instant.parse("2026-11-25T02:00:00Z");
    private static final String UNKNOWN = "7777";

    private static final Dialogue DIALOGUE = new Dialogue(new IcpFiling());
    private static final List<Conversation> SUBMITTED = new ArrayList<>();

    @BeforeAll
    static void submit() {
        List<Talk> talks = Talk.all();
        EngineStage stage = new EngineStage();
        talks.stream()
                .filter(talk -> talk.file().equals("公司首次备案到订单号.talk"))
                .forEach(new TalkPlayer(stage, talks)::play);
        SUBMITTED.add(stage.conversation());
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void leadsToTheApprovalWithoutTheFilerAndWithoutWaiting(OrderState state) {
        Set<OrderState> reached = EnumSet.of(state);
        while (reached.addAll(next(reached))) {
            assertThat(reached).contains(state);
        }

        assertThat(state.ended() || reached.contains(OrderState.APPROVED)).isTrue();
    }

    private static List<OrderState> next(Set<OrderState> from) {
        return OrderLife.all().stream()
                .filter(move -> move.by() != Actor.FILER && move.by() != Actor.TIMER)
                .filter(move -> move.from().filter(from::contains).isPresent())
                .map(OrderLife.Move::to)
                .toList();
    }

    /** What may be said with a state: nothing, words, and each number with and without words. */
    record Said(OrderState state, List<Problem> reasons) {

        @Override
        public String toString() {
            return state + " " + reasons.stream().map(r -> r.code() + r.text()).toList();
        }
    }

    static Stream<Said> sayings() {
        return Arrays.stream(OrderState.values())
                .filter(OrderState::sentBack)
                .flatMap(WayOnTest::of);
    }

    private static Stream<Said> of(OrderState state) {
        // The codes of a row are one to the table: the first stands for the others.
        Stream<String> codes =
                Stream.concat(
                        Tsv.read(Reasons.class, "interface").rows().stream()
                                .map(row -> row.get(0).split(" ")[0]),
                        Stream.of("999", UNKNOWN));
        Stream<Problem> numbers =
                codes.flatMap(code -> Stream.of(reason("", code, ""), reason("", code, "请核对")));
        Stream<Problem> words =
                Stream.of(
                        reason("", "opinion", "资料不符合要求"),
                        reason("site.s1.name", "reviewer", "名称再想想"),
                        reason("site.s1.name", "reviewer", ""),
                        reason("site.s1.photo.verify", "reviewer", "看不清"),
                        reason("sponsor.certNo", "1008", ""));
        return Stream.concat(
                Stream.of(new Said(state, List.of())),
                Stream.concat(numbers, words).map(one -> new Said(state, List.of(one))));
    }

    private static Problem reason(String field, String code, String text) {
        return new Problem(field, code, text, true, Map.of());
    }

    @ParameterizedTest
    @MethodSource("sayings")
    void tellsTheFilerWhoseTurnItIsAndShowsTheOpinion(Said said) {
        Turn news = sentBack(said);
        Conversation there = news.next();
        Phase phase = there.current().orElseThrow().phase();

        assertThat(keys(news)).contains("state." + said.state());
        if (phase instanceof Phase.Tracking) {
            for (Turn turn : List.of(news, say(there, "进度"))) {
                assertThat(keys(turn)).containsAnyOf("returned.byStaff", "returned.byStaff.retry");
                assertThat(keys(turn)).doesNotContain("acts.FILER", "next." + said.state());
            }
        } else {
            assertThat(keys(news)).noneMatch(key -> key.startsWith("returned.byStaff"));
            assertThat(keys(news)).anyMatch(WayOnTest::saysWhatToDo);
        }
        said.reasons().forEach(reason -> shown(there, said, reason));
    }

    private static boolean saysWhatToDo(String key) {
        return key.equals("returned.head")
                || key.equals("returned.verify")
                || key.startsWith("returned.action")
                || key.startsWith("returned.nothing");
    }

    private static void shown(Conversation there, Said said, Problem reason) {
        Turn turn = say(there, "审核意见");
        boolean aside = said.state().verificationOnly() && !reason.field().endsWith("photo.verify");
        if (aside) {
            return;
        }
        assertThat(keys(turn)).doesNotContain("opinion.none", "opinion.unknown", "opinion.done");
        if (!reason.text().isEmpty()) {
            assertThat(turn.reply().lines())
                    .anyMatch(l -> l.args().getOrDefault("opinion", "").contains(reason.text()));
        } else if (reason.code().matches("\\d+")) {
            assertThat(turn.reply().lines())
                    .anyMatch(l -> reason.code().equals(l.args().get("code")));
        }
    }

    private static Turn sentBack(Said said) {
        Conversation submitted = SUBMITTED.get(0);
        String order = submitted.current().orElseThrow().phase().order().orElseThrow();
        Input news =
                News.of(
                        order,
                        9,
                        said.state().name(),
                        LATER,
                        said.reasons(),
                        List.of("resubmit", "withdraw"),
                        Map.of());
        return DIALOGUE.decide(submitted, news, LATER, false);
    }

    private static Turn say(Conversation there, String text) {
        return DIALOGUE.decide(there, new Input.Said(text), LATER.plusSeconds(60), false);
    }

    private static List<String> keys(Turn turn) {
        return turn.reply().lines().stream().map(Line::key).toList();
    }

    /** What a reviewer wrote is read whole while others mend it, too. */
    @Test
    void keepsTheWordsOfWhatStaffMend() {
        Problem reason = reason("", "1006", "IP 地址 203.0.113.9 未报备");
        Conversation there = sentBack(new Said(OrderState.IFACE_REJECTED, List.of(reason))).next();

        assertThat(say(there, "审核意见").reply().lines())
                .anyMatch(l -> l.args().getOrDefault("opinion", "").contains(reason.text()));
    }
}
