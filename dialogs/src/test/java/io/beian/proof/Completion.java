package io.beian.proof;

import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Procedure;
import io.beian.dialogue.Procedure.Match;
import io.beian.dialogue.Searches;
import io.beian.dialogue.Shown;
import io.beian.filing.IcpFiling;
import io.beian.form.Entry;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Section;
import io.beian.form.Step;
import io.beian.form.Walk;
import io.beian.proof.Examples.Example;
import io.beian.talk.FakeWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers the form without a dialogue: question after question, matching in between. */
final class Completion {

    static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");
    static final LocalDate TODAY = LocalDate.ofInstant(AT, ZoneId.of("Asia/Shanghai"));

    private static final Predicate<Section> MATCHING =
            section -> section.stage().equals(Procedure.MATCH);

    private final IcpFiling filing;
    private final Examples examples;

    Completion(IcpFiling filing) {
        this.filing = filing;
        this.examples = new Examples(filing, TODAY);
    }

    Examples examples() {
        return examples;
    }

    Walk walk(Facts facts) {
        return filing.form().walk(facts, TODAY, matched(facts) ? section -> true : MATCHING);
    }

    static boolean matched(Facts facts) {
        return facts.at(Procedure.MATCHED).isPresent();
    }

    /** Stores an answer as if it were typed now. */
    static Facts answered(Facts facts, Step step, String canonical) {
        return facts.with(step.path(), Fact.typed(canonical, 1));
    }

    /**
     * The first thing to do: a question that is open, or matching, or an answer that stands in the
     * way of the order.
     */
    Optional<Step> open(Facts facts) {
        Walk walk = walk(facts);
        Optional<Step> next = walk.next();
        if (next.isPresent() || !matched(facts)) {
            return next;
        }
        return examples.blocking(facts)
                .flatMap(problem -> mending(problem).stream())
                .flatMap(path -> walk.at(path).stream())
                .filter(step -> examples.harmless(step.entry(), facts).isPresent())
                .findFirst();
    }

    /** Another answer, or where a rule may be answered with reasons, a remark. */
    private static List<String> mending(Problem problem) {
        return Stream.of(problem.field(), problem.args().getOrDefault(Problem.OR, ""))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    boolean finished(Facts facts) {
        return matched(facts)
                && walk(facts).complete()
                && examples.blocking(facts).findAny().isEmpty();
    }

    /** Looks up what the answers so far match, in the world the talks are played in. */
    Optional<Facts> match(Facts facts) {
        Case of =
                new Case(
                        "c1",
                        new Phase.Matching(Optional.of(AT), Optional.empty(), List.of(), List.of()),
                        facts,
                        List.of(),
                        List.of(),
                        AT);
        List<Input> found = new FakeWorld().run(talk(of), new Effect.LookUp("c1"), AT);
        Map<String, String> looked = ((Input.LookedUp) found.get(0)).found();
        Match match = filing.match(facts, looked, TODAY, 1);
        if (match instanceof Match.Opened opened) {
            return Optional.of(opened.facts());
        }
        return match instanceof Match.AskMore more ? Optional.of(more.facts()) : Optional.empty();
    }

    private static Conversation talk(Case of) {
        return new Conversation(
                new ConversationId("proof"),
                1,
                List.of(of),
                Optional.of(of.id()),
                Optional.empty(),
                Shown.NOTHING,
                false,
                List.of(),
                AT,
                false,
                Optional.empty(),
                Searches.NONE);
    }

    /** What stands as a proposal is taken as it is; what is open gets an example. */
    Optional<Example> honest(Entry entry, Facts facts) {
        Optional<Fact> proposed = facts.at(entry.path()).filter(fact -> !fact.confirmed());
        return proposed.isPresent()
                ? proposed.map(fact -> new Example(fact.value(), fact.value()))
                : examples.fitting(entry, facts);
    }
}
