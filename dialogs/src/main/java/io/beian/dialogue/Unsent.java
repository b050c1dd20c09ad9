package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Source;
import java.util.List;
import java.util.Map;

/**
 * What was mended of an order that was sent back and is not handed in yet. When staff go on with
 * the order themselves, nothing of it may stand here: the backend does not have it.
 */
final class Unsent {

    private Unsent() {}

    /** What the answers were that were mended since, by path; empty if there was none. */
    static Map<String, String> of(Case of) {
        return of.phase() instanceof Phase.Returned back ? back.before() : Map.of();
    }

    /** The case as it was handed in, if it goes on without being handed in again. */
    static Case dropped(Draft draft, Case of, Phase next) {
        Map<String, String> before = of(of);
        if (before.isEmpty() || !(next instanceof Phase.Tracking)) {
            return of;
        }
        Facts facts = of.facts();
        for (Map.Entry<String, String> was : before.entrySet()) {
            facts =
                    was.getValue().isEmpty()
                            ? facts.without(was.getKey())
                            : facts.with(
                                    was.getKey(),
                                    new Fact(was.getValue(), Source.TYPED, true, draft.turn()));
        }
        return of.with(facts).with(List.<TrayPhoto>of()).remembering(List.of());
    }

    static void tell(Draft draft, Case before, Case now) {
        int count = of(before).size();
        if (count > 0 && now.phase() instanceof Phase.Tracking) {
            draft.say(Line.of("returned.unsent").with("count", count));
        }
    }
}
