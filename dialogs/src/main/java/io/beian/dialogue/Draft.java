package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Scope;
import io.beian.form.Section;
import io.beian.form.Walk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The turn being put together: lives for one call of {@link Dialogue#decide} only. */
final class Draft {

    /** The bureaux' clock. */
    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    final Procedure procedure;
    final Instant at;
    final boolean crossed;
    private final ReminderRules rules;
    private final RetentionRules retention;
    private final Conversation before;
    private Conversation now;
    private final List<Line> lines = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private String outcome = "told";
    private Optional<String> refusal = Optional.empty();
    private Optional<String> doubted = Optional.empty();
    private Optional<String> asks = Optional.empty();
    private Optional<Notice> notice = Optional.empty();
    private boolean forgets;
    private @Nullable Walked walked;

    Draft(
            Procedure procedure,
            ReminderRules rules,
            RetentionRules retention,
            Conversation now,
            Instant at,
            boolean crossed) {
        this.procedure = procedure;
        this.rules = rules;
        this.retention = retention;
        this.before = now;
        this.now = FormChange.renamed(now, procedure.form());
        this.at = at;
        this.crossed = crossed;
    }

    Conversation now() {
        return now;
    }

    void now(Conversation next) {
        now = next;
    }

    /** The turn this draft will become. */
    long turn() {
        return before.turn() + 1;
    }

    LocalDate today() {
        return LocalDate.ofInstant(at, BUREAU);
    }

    Optional<Case> current() {
        return now.current();
    }

    Case active() {
        return current().orElseThrow(() -> new IllegalStateException("no active case"));
    }

    void put(Case changed) {
        now = now.put(changed);
    }

    /** Walked once for the same answers, however often a turn looks. */
    Walk walk(Case of) {
        boolean matching = of.phase() instanceof Phase.Matching;
        Walked last = walked;
        if (last == null || !last.facts().equals(of.facts()) || last.matching() != matching) {
            Walk fresh = procedure.form().walk(of.facts(), today(), open(of.phase()));
            last = new Walked(of.facts(), matching, fresh);
            walked = last;
        }
        return last.walk();
    }

    private record Walked(Facts facts, boolean matching, Walk walk) {}

    private static Predicate<Section> open(Phase phase) {
        return phase instanceof Phase.Matching
                ? section -> section.stage().equals(Procedure.MATCH)
                : section -> true;
    }

    Scope scope() {
        return scope(active());
    }

    Scope scope(Case of) {
        return new Scope(of.facts(), Optional.empty(), today());
    }

    /** Stores an answer and remembers what it replaces. */
    void store(String path, Fact fact) {
        change(path, active().facts().with(path, fact));
    }

    /** Takes an answer away and remembers it. */
    void clear(String path) {
        change(path, active().facts().without(path));
    }

    private void change(String path, Facts next) {
        Case of = active();
        List<Change> history = new ArrayList<>(of.history());
        Change change = new Change(path, of.facts().at(path), turn());
        if (history.stream().noneMatch(change::repeats)) {
            history.add(change);
        }
        Phase phase = Returning.remembering(of.phase(), path, of.facts().at(path).map(Fact::value));
        Case changed = of.with(next).remembering(history).in(phase);
        put(of.phase() instanceof Phase.Reviewing ? changed.in(new Phase.Filling()) : changed);
    }

    void facts(Facts next) {
        put(active().with(next));
    }

    void phase(Phase next) {
        put(active().in(next));
    }

    void say(Line line) {
        lines.add(line);
    }

    void say(String key) {
        lines.add(Line.of(key));
    }

    void first(List<Line> earlier) {
        lines.addAll(0, earlier);
    }

    void offer(String words) {
        offer(Choice.of(words));
    }

    void offer(Choice choice) {
        if (choices.stream().noneMatch(c -> c.says().equals(choice.says()))) {
            choices.add(choice);
        }
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    void asks(String path) {
        asks = Optional.of(path);
    }

    /** What the message is about, for ways that carry no free text. */
    void notice(Notice about) {
        notice = Optional.of(about);
    }

    Reminders reminders() {
        return new Reminders(procedure, rules, now);
    }

    Retention retention() {
        return new Retention(retention, rules.closing(), now);
    }

    /** How many days a filing can be found again that was given up or put away. */
    long kept() {
        return retention.drafts().toDays();
    }

    /** What was said before this turn is forgotten with it. */
    void forget() {
        forgets = true;
    }

    void outcome(String word) {
        outcome = word;
    }

    void refused(String code) {
        refusal = Optional.of(code);
        outcome = "refused:" + code;
    }

    /** What was sent is taken as it is if the filer says so next. */
    void doubted(String text) {
        doubted = Optional.of(text);
    }

    boolean hasLines() {
        return !lines.isEmpty();
    }

    /** A turn that says something and shows choices. */
    Turn spoken() {
        Reply reply = new Reply(turn(), List.copyOf(lines), List.copyOf(choices), asks, notice);
        Shown last = now.shown();
        Optional<String> earlier = last.asks().equals(asks) ? last.before() : last.asks();
        now = now.shown(new Shown(turn(), at, asks, earlier, reply.choices(), refusal, doubted));
        return turn(reply);
    }

    /** News beside the talk: the question that is open stays open, with its choices. */
    Turn news() {
        if (asks.isPresent() || !choices.isEmpty()) {
            asks = asks.or(this::stillAsked);
            return spoken();
        }
        Reply reply = new Reply(turn(), List.copyOf(lines), List.of(), Optional.empty(), notice);
        now = now.turned();
        return turn(reply);
    }

    /** What was asked last, if that very filing can still be answered in. */
    private Optional<String> stillAsked() {
        boolean same = before.active().equals(now.active());
        return now.shown()
                .asks()
                .filter(
                        path ->
                                same
                                        && current()
                                                .filter(c -> Edits.editable(c.phase()))
                                                .isPresent());
    }

    /** A turn without a word; what was shown last stays valid. */
    Turn silent() {
        return turn(Reply.NONE);
    }

    /** The same question once more: what may be tapped already stays good. */
    Turn again() {
        Shown last = now.shown();
        if (!last.asks().equals(asks) || !last.choices().equals(choices)) {
            return spoken();
        }
        Reply reply = new Reply(last.epoch(), List.copyOf(lines), last.choices(), asks);
        now = now.turned();
        return turn(reply);
    }

    private Turn turn(Reply reply) {
        erasePictures();
        Optional<Instant> due =
                Stream.concat(reminders().next().stream(), retention().next().stream())
                        .min(Comparator.naturalOrder());
        return new Turn(now, reply, List.copyOf(effects), outcome, due, forgets);
    }

    /** Whatever takes the last need of a picture away, the picture goes with it. */
    private void erasePictures() {
        List<String> gone = new ArrayList<>();
        for (Case was : before.cases()) {
            Optional<Case> is = now.find(was.id());
            if (!is.equals(Optional.of(was))) {
                gone.addAll(Slots.needed(was));
            }
        }
        now.cases().forEach(of -> gone.removeAll(Slots.needed(of)));
        if (!gone.isEmpty()) {
            effect(new Effect.ErasePhotos(gone.stream().distinct().sorted().toList()));
        }
    }
}
