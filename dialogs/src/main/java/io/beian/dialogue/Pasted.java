package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Parsed;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Source;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.List;
import java.util.Optional;

/**
 * A message with several answers, for any part of the form, however early it comes. All that was
 * understood is listed, what was not is named, and nothing is taken before it was looked at.
 */
final class Pasted {

    /** So many pieces that were not understood are named. */
    private static final int LEFT = 4;

    private static final int LONGEST = 24;

    private Pasted() {}

    /** Takes a message apart; false if there is nothing to take apart. */
    static boolean take(Draft draft, Walk walk, Step open, String text) {
        Walk foreseen = foreseen(draft, walk);
        Block.Read read = read(draft, foreseen, Optional.of(open), text);
        if (read.found().isEmpty()) {
            return false;
        }
        if (walk.steps().stream().anyMatch(Pasted::consentOpen)) {
            return read.several() && afterConsent(draft);
        }
        if (read.found().size() == 1 && read.found().containsKey(open.path())) {
            String value = read.found().get(open.path());
            Answering.accept(draft, open.entry(), new Parsed.Accepted(value));
            return true;
        }
        read.found()
                .forEach(
                        (path, value) ->
                                draft.store(
                                        path,
                                        Fact.proposed(value, Source.RECOGNISED, draft.turn())));
        draft.now(draft.now().focus(Optional.empty()));
        draft.outcome("proposed:" + read.found().size());
        told(draft, foreseen, read);
        Asking.next(draft);
        return true;
    }

    /** A newcomer's first message that holds the answers: only who agrees is read on. */
    static boolean first(Draft draft, String text) {
        Facts facts = draft.procedure.foreseen(draft.procedure.begin(draft.turn()), draft.turn());
        Walk walk = draft.procedure.form().walk(facts, draft.today(), section -> true);
        Scope scope = new Scope(facts, Optional.empty(), draft.today());
        if (!Block.read(text, walk.steps(), Optional.empty(), scope).several()) {
            return false;
        }
        draft.say("block.first");
        Commands.start(draft);
        return true;
    }

    private static boolean afterConsent(Draft draft) {
        draft.say("block.first");
        draft.refused("consent.needed");
        Asking.next(draft);
        return true;
    }

    private static boolean consentOpen(Step step) {
        return step.entry().question().has(Trait.INTERNAL) && !step.done();
    }

    private static Block.Read read(Draft draft, Walk walk, Optional<Step> open, String text) {
        Case of = draft.active();
        Facts facts =
                of.phase() instanceof Phase.Matching
                        ? draft.procedure.foreseen(of.facts(), draft.turn())
                        : of.facts();
        Scope scope = new Scope(facts, Optional.empty(), draft.today());
        return Block.read(text, walk.steps(), open, scope);
    }

    /** Before the kind of filing is known, the questions that will mostly be asked. */
    private static Walk foreseen(Draft draft, Walk walk) {
        Case of = draft.active();
        return of.phase() instanceof Phase.Matching
                ? draft.procedure
                        .form()
                        .walk(
                                draft.procedure.foreseen(of.facts(), draft.turn()),
                                draft.today(),
                                section -> true)
                : walk;
    }

    /** What comes up later is listed now, so that nobody wonders whether it was read. */
    private static void told(Draft draft, Walk foreseen, Block.Read read) {
        Proposals now = new Proposals(draft, draft.walk(draft.active()));
        List<Step> later =
                foreseen.steps().stream()
                        .filter(step -> read.found().containsKey(step.path()))
                        .filter(step -> !now.shows(step.path()))
                        .toList();
        draft.say(Line.of("block.head").with("count", read.found().size()));
        for (Step step : later) {
            draft.say(
                    Line.of("block.row")
                            .about(step.entry(), draft.scope())
                            .with(
                                    "value",
                                    Asking.display(
                                            draft,
                                            step.entry(),
                                            read.found().getOrDefault(step.path(), ""))));
        }
        if (!later.isEmpty()) {
            draft.say("block.later");
        }
        left(draft, read.left());
    }

    private static void left(Draft draft, List<String> words) {
        List<String> named =
                words.stream()
                        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                        .limit(LEFT)
                        .map(Pasted::shortened)
                        .toList();
        if (!named.isEmpty()) {
            draft.say(Line.of("block.left").with("given", String.join("」「", named)));
        }
    }

    private static String shortened(String word) {
        int length = word.codePointCount(0, word.length());
        return length <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
