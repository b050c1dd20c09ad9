package io.beian.dialogue;

import io.beian.form.Answer;
import io.beian.form.Entry;
import io.beian.form.Fact;
import io.beian.form.Parsed;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Source;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes a text as an answer. A refused text never touches what was accepted before. */
final class Answering {

    /** A message longer than this is no answer to anything asked here. */
    private static final int LONGEST = 2000;

    private static final Parsed.Refused NOT_THERE = new Parsed.Refused("paper");

    /** Code of the refusal of an answer that there is none. */
    private static final String NOTHING = "everyday.none";

    private Answering() {}

    static void text(Draft draft, String text) {
        Case of = draft.active();
        if (closed(of.phase())) {
            draft.say("closed." + of.phase().name());
            draft.outcome("closed");
            Asking.next(draft);
            return;
        }
        Walk walk = draft.walk(of);
        Optional<Step> open =
                FormChange.seen(draft, walk).or(() -> Asking.open(of, walk, draft.now().focus()));
        if (FormChange.gone(draft, walk)) {
            draft.say("form.gone");
            draft.outcome("gone");
            Asking.next(draft);
        } else if (text.length() > LONGEST) {
            refuse(draft, open, new Parsed.Refused("tooLong", tooLong(text), Optional.empty()));
        } else if (open.isEmpty()) {
            draft.say(of.phase() instanceof Phase.Matching ? "match.wait" : "review.unknown");
            draft.outcome("notMine");
            Asking.next(draft);
        } else {
            open(draft, walk, open.get(), text);
        }
    }

    private static Map<String, String> tooLong(String text) {
        return Map.of("length", Integer.toString(text.codePointCount(0, text.length())));
    }

    /** Whether the question that is waited for would take the text. */
    static boolean answers(Draft draft, String text) {
        return draft.current().isPresent()
                && Edits.open(draft)
                        .map(step -> parsed(draft, step, text))
                        .filter(Parsed::accepted)
                        .isPresent();
    }

    /** Whether the open question hears that there is no answer to it. */
    static boolean saysNothing(Draft draft, String text) {
        return Edits.open(draft)
                .map(step -> parsed(draft, step, text))
                .filter(
                        parsed ->
                                parsed instanceof Parsed.Refused refused
                                        && refused.code().equals(NOTHING))
                .isPresent();
    }

    /** What a question makes of a text; of what it doubted before, a yes makes an answer. */
    private static Parsed parsed(Draft draft, Step step, String text) {
        if (Insisting.denied(draft, step, text)) {
            return new Parsed.Refused("again");
        }
        Parsed parsed = step.entry().parse(new Answer.Text(text), draft.scope(draft.active()));
        return Insisting.on(draft, step, text, parsed).orElse(parsed);
    }

    private static boolean closed(Phase phase) {
        return !(phase instanceof Phase.Matching
                || phase instanceof Phase.Filling
                || phase instanceof Phase.Reviewing
                || phase instanceof Phase.Returned);
    }

    private static void open(Draft draft, Walk walk, Step open, String text) {
        Parsed parsed = parsed(draft, open, text);
        if (draft.crossed && meantForTheLast(draft, walk, open, text)) {
            draft.say("crossed");
            draft.outcome("crossed");
            Asking.next(draft);
            return;
        }
        if (open.entry().question().has(Trait.OPENS_RECORDS) && RecordIntake.several(draft, text)) {
            RecordIntake.into(draft, open).take(RecordIntake.pieces(text));
            return;
        }
        if (!(parsed.accepted() && single(open, text)) && block(draft, walk, open, text)) {
            return;
        }
        Parsed taken = wholePaper(open, text) ? NOT_THERE : parsed;
        taken.fold(
                accepted -> accept(draft, open.entry(), accepted),
                refused -> refuse(draft, Optional.of(open), refused),
                notMine -> refuse(draft, Optional.of(open), notMine(open)));
    }

    /** Takes the canonical form of an answer, such as the codes of what was picked from a list. */
    static void stored(Draft draft, Step open, String text) {
        open.entry()
                .parse(Answer.Text.stored(text), draft.scope(draft.active()))
                .fold(
                        accepted -> accept(draft, open.entry(), accepted),
                        refused -> refuse(draft, Optional.of(open), refused),
                        notMine -> refuse(draft, Optional.of(open), notMine(open)));
    }

    /** One line without a label is one answer, unless it is the text of a whole paper. */
    private static boolean single(Step open, String text) {
        return open.state() != Step.State.PROPOSED
                && text.strip().indexOf('\n') < 0
                && text.indexOf(':') < 0
                && text.indexOf('：') < 0
                && !Printed.read(text).paper();
    }

    /** All that a paper says is no answer to one question; only a remark may be anything. */
    private static boolean wholePaper(Step open, String text) {
        Question<?> question = open.entry().question();
        return !question.has(Trait.OPTIONAL)
                && !question.has(Trait.PICTURE)
                && !question.has(Trait.INTERNAL)
                && Printed.read(text).sure() == Printed.Sure.YES;
    }

    private static Parsed.Refused notMine(Step open) {
        return new Parsed.Refused(
                open.entry().question().has(Trait.PICTURE) ? "wantPhoto" : "notMine");
    }

    /** Sent before the present question could be read, and it fits the one before. */
    private static boolean meantForTheLast(Draft draft, Walk walk, Step open, String text) {
        Shown shown = draft.now().shown();
        return shown.before()
                .flatMap(walk::at)
                .filter(last -> !last.path().equals(open.path()))
                .filter(
                        last ->
                                last.entry()
                                        .parse(new Answer.Text(text), draft.scope(draft.active()))
                                        .accepted())
                .isPresent();
    }

    private static boolean block(Draft draft, Walk walk, Step open, String text) {
        boolean consented = walk.steps().stream().noneMatch(Answering::consentOpen);
        if (!consented) {
            return false;
        }
        Map<String, String> found =
                Block.read(text, walk.steps(), Optional.of(open), draft.scope(draft.active()));
        if (found.isEmpty()) {
            return false;
        }
        if (found.size() == 1 && found.containsKey(open.path())) {
            String value = found.get(open.path());
            accept(draft, open.entry(), new Parsed.Accepted(value));
            return true;
        }
        found.forEach(
                (path, value) ->
                        draft.store(path, Fact.proposed(value, Source.RECOGNISED, draft.turn())));
        draft.now(draft.now().focus(Optional.empty()));
        draft.outcome("proposed:" + found.size());
        Asking.next(draft);
        return true;
    }

    private static boolean consentOpen(Step step) {
        return step.entry().question().has(Trait.INTERNAL) && !step.done();
    }

    private static Draft accept(Draft draft, Entry entry, Parsed.Accepted accepted) {
        accepted.also().forEach((path, value) -> also(draft, path, value));
        draft.store(entry.path(), Fact.typed(accepted.text(), draft.turn()));
        Returning.mended(draft, entry.path());
        draft.now(draft.now().focus(Optional.empty()));
        reopenMatching(draft, entry.question());
        draft.outcome("accepted");
        if (!entry.question().has(Trait.INTERNAL)) {
            noted(draft, entry, accepted.text());
        }
        accepted.advice()
                .forEach(advice -> draft.say(new Line("advice." + advice.code(), advice.words())));
        Asking.next(draft);
        return draft;
    }

    private static void also(Draft draft, String path, String value) {
        draft.store(path, Fact.typed(value, draft.turn()));
        Returning.mended(draft, path);
        draft.walk(draft.active()).at(path).ifPresent(step -> noted(draft, step.entry(), value));
    }

    private static void noted(Draft draft, Entry entry, String value) {
        draft.say(
                Line.of("noted")
                        .about(entry, draft.scope())
                        .with("value", Asking.display(draft, entry, value)));
    }

    /** A changed certificate or domain is looked up anew. */
    private static void reopenMatching(Draft draft, Question<?> question) {
        if (draft.active().phase() instanceof Phase.Matching && question.has(Trait.FROZEN)) {
            draft.phase(Phase.Matching.OPEN);
        }
    }

    private static Draft refuse(Draft draft, Optional<Step> open, Parsed.Refused refused) {
        boolean again = draft.now().shown().refusal().isPresent();
        boolean same = open.filter(step -> Insisting.again(draft, step, refused)).isPresent();
        String code = refused.code() + (same && refused.twice() ? "Again" : "");
        Line line = new Line("refused." + code, refused.args());
        draft.say(open.map(step -> line.about(step.entry(), draft.scope())).orElse(line));
        draft.refused(code);
        if (again && refused.ways().isEmpty()) {
            open.ifPresent(step -> sample(draft, step));
        }
        open.ifPresentOrElse(step -> keepAsking(draft, step, refused), () -> Asking.next(draft));
        return draft;
    }

    /**
     * The refusal says how to mend it, so the question is not repeated. Its choices stay where they
     * were, so that a number means the same as before; what is offered now comes behind them.
     */
    private static void keepAsking(Draft draft, Step step, Parsed.Refused refused) {
        draft.asks(step.path());
        Returning.offers(draft, step);
        Asking.options(draft, step);
        Insisting.offer(draft, step, refused);
        refused.offers().forEach(draft::offer);
        if (draft.now().focus().isPresent()) {
            draft.offer("继续");
        }
    }

    static void sample(Draft draft, Step step) {
        List<String> valid = step.entry().question().valid();
        if (step.entry().question().has(Trait.PICTURE) || valid.isEmpty()) {
            draft.say(Asking.voice(draft, step.entry()).id() + ".sample");
        } else {
            draft.say(Line.of("sample").with("sample", fitting(draft, step, valid)));
        }
    }

    /**
     * The first sample that fits what was answered before, if possible without a word of advice.
     */
    private static String fitting(Draft draft, Step step, List<String> valid) {
        return sample(draft, step, valid, ok -> ok.advice().isEmpty())
                .or(() -> sample(draft, step, valid, ok -> true))
                .orElse(valid.get(0));
    }

    private static Optional<String> sample(
            Draft draft, Step step, List<String> valid, Predicate<Parsed.Accepted> fits) {
        Scope scope = draft.scope(draft.active());
        return valid.stream()
                .filter(
                        text ->
                                step.entry().parse(new Answer.Text(text), scope)
                                                instanceof Parsed.Accepted ok
                                        && fits.test(ok))
                .findFirst();
    }

    /** One yes for all proposals that are shown. */
    static void confirm(Draft draft) {
        Proposals proposals = new Proposals(draft, draft.walk(draft.active()));
        if (proposals.none()) {
            draft.say("confirm.none");
        } else {
            proposals.confirm();
        }
        Asking.next(draft);
    }

    static boolean confirmable(Draft draft) {
        return !new Proposals(draft, draft.walk(draft.active())).none();
    }
}
