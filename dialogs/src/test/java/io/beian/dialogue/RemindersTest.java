package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes by itself, and when. Times are those of the clock on the wall in China. */
class RemindersTest {

    private static final IcpFiling FILING = new IcpFiling();

    private final Dialogue dialogue = new Dialogue(FILING);

    private static Instant china(String local) {
        return LocalDateTime.parse(local).atZone(ReminderRules.CHINA).toInstant();
    }

    private static String wall(Instant at) {
        return at.atZone(ReminderRules.CHINA).toLocalDateTime().toString();
    }

    private static Conversation with(Phase phase, Facts facts, Instant heard) {
        Case of = new Case("c1", phase, facts, List.of(), List.of(), heard);
        return Conversation.start(new ConversationId("x"))
                .put(of)
                .active(Optional.of("c1"))
                .heard(heard);
    }

    private static Facts named() {
        return FILING.known(List.of("a.cn"), 1).with("match.type", Fact.system("FIRST", 1));
    }

    private static Phase sms(Instant since) {
        return new Phase.Tracking(
                "TY1",
                4,
                "SMS_PENDING",
                since,
                List.of(),
                Optional.of(since.plus(Duration.ofHours(24))),
                Optional.empty(),
                List.of(
                        new Verifier("sponsor.person", "张*", "138****1234", false),
                        new Verifier("site.s1.person", "李*", "139****5678", false)));
    }

    /** Lets time pass, telling what is due when it is due. */
    private List<String> told(Conversation from, Instant until) {
        List<String> told = new ArrayList<>();
        Conversation now = from;
        Optional<Instant> due = reminders(now).next();
        while (due.isPresent() && !due.get().isAfter(until)) {
            Turn turn = dialogue.decide(now, new Input.Due("reminder"), due.get());
            if (!turn.reply().silent()) {
                told.add(wall(due.get()) + " " + turn.reply().lines().get(0).key());
            }
            now = turn.next();
            assertThat(turn.reminder().orElse(Instant.MAX)).isAfter(due.get());
            due = turn.reminder();
        }
        return told;
    }

    private static Reminders reminders(Conversation now) {
        return new Reminders(FILING, ReminderRules.USUAL, now);
    }

    @Test
    void countsTheTwentyFourHoursDown() {
        Instant morning = china("2026-11-23T08:30:00");

        assertThat(told(with(sms(morning), named(), morning), china("2026-11-25T00:00:00")))
                .containsExactly(
                        "2026-11-23T10:30 remind.sms",
                        "2026-11-23T20:30 remind.sms",
                        "2026-11-23T21:45 remind.sms",
                        "2026-11-24T08:00 remind.sms");
    }

    @Test
    void leavesPeopleTheirSleepWhereTheDeadlineAllows() {
        Instant noon = china("2026-11-23T12:00:00");

        assertThat(told(with(sms(noon), named(), noon), china("2026-11-25T00:00:00")))
                .containsExactly(
                        "2026-11-23T14:00 remind.sms",
                        "2026-11-23T21:45 remind.sms",
                        "2026-11-24T08:00 remind.sms",
                        "2026-11-24T11:00 remind.sms");
    }

    @Test
    void tellsWhoIsMissingAndHowLongIsLeft() {
        Instant noon = china("2026-11-23T12:00:00");
        Turn turn =
                dialogue.decide(
                        with(sms(noon), named(), noon),
                        new Input.Due("reminder"),
                        china("2026-11-23T14:00:00"));

        assertThat(turn.reply().lines())
                .contains(Line.of("remind.sms").with("hours", 22))
                .extracting(Line::key)
                .contains("sms.row", "sms.until");
        Notice notice = turn.reply().notice().orElseThrow();
        assertThat(notice.kind()).isEqualTo(Notice.Kind.VERIFICATION);
        assertThat(notice.persons()).containsExactly("sponsor.person", "site.s1.person");
        assertThat(notice.deadline()).contains(china("2026-11-24T12:00:00"));
    }

    @Test
    void makesOneMessageOfWhateverGatheredInAMonth() {
        Instant noon = china("2026-11-23T12:00:00");
        Conversation now = with(new Phase.Filling(), named(), noon);
        for (int n = 2; n <= 6; n++) {
            now = now.put(new Case("c" + n, sms(noon), named(), List.of(), List.of(), noon));
        }
        now = now.put(filed("c9", noon));

        Turn turn = dialogue.decide(now, new Input.Due("reminder"), noon.plus(Duration.ofDays(31)));
        Turn again =
                dialogue.decide(
                        turn.next(), new Input.Due("reminder"), noon.plus(Duration.ofDays(31)));

        assertThat(turn.reply().lines()).extracting(Line::key).contains("remind.UNFINISHED");
        assertThat(turn.reply().lines()).hasSizeLessThan(4);
        assertThat(again.reply().silent()).isTrue();
        assertThat(turn.reminder().orElseThrow()).isAfter(noon.plus(Duration.ofDays(31)));
    }

    private static Case filed(String id, Instant since) {
        Phase phase = new Phase.Filed("TY9", 7, since, Map.of("site.s1", "京ICP备2026000001号-1"));
        return new Case(id, phase, named(), List.of(), List.of(), since);
    }

    @Test
    void keepsSilentWhenAskedToButStillPutsDraftsAway() {
        Instant noon = china("2026-11-23T12:00:00");
        Conversation hushed = with(sms(noon), named(), noon).hushed(true);
        Conversation draft = with(new Phase.Filling(), named(), noon).hushed(true);

        assertThat(told(hushed, noon.plus(Duration.ofDays(30)))).isEmpty();
        assertThat(told(draft, noon.plus(Duration.ofDays(60))))
                .containsExactly("2027-01-07T12:00 remind.CLOSE");
    }

    @Test
    void tellsAMonthAheadThatACertificateEnds() {
        Instant noon = china("2026-11-23T12:00:00");
        Facts facts = named().with("sponsor.person.certValid", Fact.typed("2027-03-31", 2));
        Conversation now =
                with(new Phase.Tracking("TY1", 2, "ADMIN_REVIEW", noon, List.of()), facts, noon);

        assertThat(told(now, china("2027-06-01T00:00:00")))
                .containsExactly("2027-03-01T10:00 remind.EXPIRES");
    }

    @Test
    void reportsAtHalfTimeAndAfterTheLastWorkingDay() {
        Instant began = china("2026-09-21T09:00:00");
        Conversation now =
                with(
                        new Phase.Tracking("TY1", 6, "BUREAU_REVIEW", began, List.of()),
                        named(),
                        began);

        assertThat(told(now, china("2026-12-31T00:00:00")))
                .as("25–27 September and 1–7 October are off, 10 October is worked")
                .containsExactly(
                        "2026-10-12T10:00 remind.HALF_TIME", "2026-10-27T10:00 remind.OVERDUE");
    }

    @Test
    void waitsWhileAnAgentTalks() {
        Instant noon = china("2026-11-23T12:00:00");
        Instant two = china("2026-11-23T14:00:00");
        Conversation now = with(sms(noon), named(), noon).agent(Optional.of(two.minusSeconds(60)));

        assertThat(reminders(now).next()).contains(two.plus(Duration.ofMinutes(29)));
        assertThat(dialogue.decide(now, new Input.Due("reminder"), two).reply().silent()).isTrue();
    }
}
