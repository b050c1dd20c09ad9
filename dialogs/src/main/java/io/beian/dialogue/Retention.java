package io.beian.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When what a case holds is to go: a function of phase and rules, recomputed in every turn. */
final class Retention {

    private final RetentionRules rules;
    private final Duration closing;
    private final Conversation now;

    Retention(RetentionRules rules, Duration closing, Conversation now) {
        this.rules = rules;
        this.closing = closing;
        this.now = now;
    }

    /** The next time something is to go. */
    Optional<Instant> next() {
        return now.cases().stream().flatMap(of -> ends(of).stream()).min(Comparator.naturalOrder());
    }

    /** An order under way is needed; a draft is put away first, which is not decided here. */
    Optional<Instant> ends(Case of) {
        Phase phase = of.phase();
        if (phase instanceof Phase.Filed filed) {
            return of.bare() ? Optional.empty() : Optional.of(filed.since().plus(rules.orders()));
        }
        if (phase instanceof Phase.Withdrawn withdrawn) {
            return Optional.of(withdrawn.since().plus(rules.drafts()));
        }
        if (phase instanceof Phase.Expired expired) {
            return Optional.of(expired.since().plus(rules.drafts()));
        }
        boolean stuck = phase instanceof Phase.Matching && !Reminders.unfinished(phase);
        return stuck
                ? Optional.of(now.heard().plus(closing).plus(rules.drafts()))
                : Optional.empty();
    }

    /** Lets go of what is to go by now; says nothing, for it was said when it was put away. */
    static boolean apply(Draft draft) {
        List<Case> over =
                draft.now().cases().stream()
                        .filter(
                                of ->
                                        draft.retention()
                                                .ends(of)
                                                .filter(end -> !end.isAfter(draft.at))
                                                .isPresent())
                        .toList();
        over.forEach(of -> letGo(draft, of));
        return !over.isEmpty();
    }

    private static void letGo(Draft draft, Case of) {
        if (of.phase() instanceof Phase.Filed) {
            draft.put(
                    of.with(draft.procedure.domainsOf(of.facts(), draft.turn()))
                            .with(List.<TrayPhoto>of())
                            .remembering(List.of()));
            return;
        }
        if (draft.now().active().equals(Optional.of(of.id()))) {
            draft.now(draft.now().focus(Optional.empty()));
        }
        draft.now(draft.now().without(of.id()));
    }
}
