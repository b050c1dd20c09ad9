package io.beian.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** All filings of a person: listing them and switching between them. */
final class Cases {

    private static final int SHOWN = 9;

    private Cases() {}

    static Optional<Case> latest(Draft draft) {
        List<Case> cases = draft.now().cases();
        return cases.isEmpty() ? Optional.empty() : Optional.of(cases.get(cases.size() - 1));
    }

    private static List<Case> newestFirst(Draft draft) {
        List<Case> cases = new ArrayList<>(draft.now().cases());
        Collections.reverse(cases);
        return cases.subList(0, Math.min(SHOWN, cases.size()));
    }

    static void list(Draft draft) {
        List<Case> cases = newestFirst(draft);
        if (cases.isEmpty()) {
            draft.say("mine.none");
            draft.offer("备案");
            return;
        }
        draft.say(Line.of("mine.head").with("count", draft.now().cases().size()));
        int number = 1;
        for (Case of : cases) {
            draft.say(
                    Line.of("mine.row")
                            .with("number", number)
                            .with("title", title(of))
                            .with("order", of.phase().order().orElse(""))
                            .with("phase", of.phase().name()));
            draft.offer(new Choice("打开 " + number, "打开 " + number));
            number++;
        }
    }

    /** The first domain, which is public; personal data never name a case. */
    private static String title(Case of) {
        return of.facts().byPath().entrySet().stream()
                .filter(fact -> fact.getKey().endsWith(".domain"))
                .map(fact -> fact.getValue().value())
                .findFirst()
                .orElse("");
    }

    static void open(Draft draft, String number) {
        List<Case> cases = newestFirst(draft);
        int index = number.matches("\\d") ? Integer.parseInt(number) - 1 : -1;
        if (index < 0 || index >= cases.size()) {
            list(draft);
            return;
        }
        Case chosen = cases.get(index);
        if (chosen.phase() instanceof Phase.Withdrawn) {
            chosen = chosen.in(restored(chosen));
            draft.put(chosen);
            draft.say("mine.restored");
        }
        draft.now(
                draft.now().active(Optional.of(chosen.id())).focus(Optional.empty()).paused(false));
        Asking.next(draft);
    }

    /** A filing that was given up goes on where it stopped. */
    private static Phase restored(Case of) {
        return of.facts().text("match.type").isPresent()
                ? new Phase.Filling()
                : Phase.Matching.OPEN;
    }
}
