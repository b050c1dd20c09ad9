package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Parsed;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a filing that was left under an earlier form will be asked again under the present one.
 * Holds names of questions only, no answers.
 *
 * @param asked the question the filer saw last, if the filing is the one talked about
 */
public record Reask(String phase, Optional<String> asked, List<Question> questions) {

    /**
     * One question more.
     *
     * @param id the question, a group's with its star
     * @param refused why today's rules refuse the answer it has; empty if it has none
     */
    public record Question(String id, Optional<String> refused) {}

    /** Every filing of a conversation that is still being filled in or mended. */
    public static List<Reask> of(Conversation stored, Procedure procedure, LocalDate today) {
        Conversation now = FormChange.renamed(stored, procedure.form());
        List<Reask> all = new ArrayList<>();
        for (Case of : now.cases()) {
            if (Reminders.unfinished(of.phase()) || of.phase() instanceof Phase.Matching) {
                all.add(of(now, of, procedure, today));
            }
        }
        return List.copyOf(all);
    }

    private static Reask of(Conversation now, Case of, Procedure procedure, LocalDate today) {
        boolean matching = of.phase() instanceof Phase.Matching;
        Walk walk =
                procedure
                        .form()
                        .walk(
                                of.facts(),
                                today,
                                section -> !matching || section.stage().equals(Procedure.MATCH));
        Optional<String> asked =
                now.active().filter(of.id()::equals).flatMap(id -> now.shown().asks());
        int reached = reached(walk, of, asked);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < walk.steps().size(); i++) {
            Step step = walk.steps().get(i);
            boolean added =
                    i < reached
                            && step.state() == Step.State.OPEN
                            && of.facts().at(step.path()).isEmpty();
            if (added || step.state() == Step.State.REFUSED) {
                questions.add(
                        new Question(
                                step.entry().question().id(),
                                step.refusal().map(Parsed.Refused::code)));
            }
        }
        return new Reask(of.phase().name(), asked, List.copyOf(questions));
    }

    /** Whatever stands before this place had been asked; all of it once there was a preview. */
    private static int reached(Walk walk, Case of, Optional<String> asked) {
        boolean filling = of.phase() instanceof Phase.Filling;
        if (!filling && !(of.phase() instanceof Phase.Matching)) {
            return walk.steps().size();
        }
        return asked.map(path -> index(walk, path))
                .filter(at -> at >= 0)
                .orElseGet(() -> latest(walk, of.facts()));
    }

    private static int index(Walk walk, String path) {
        List<String> paths = walk.steps().stream().map(Step::path).toList();
        return paths.indexOf(path);
    }

    /** The place of the answer that was given last. */
    private static int latest(Walk walk, Facts facts) {
        return walk.steps().stream()
                .filter(step -> facts.at(step.path()).isPresent())
                .max(Comparator.comparingLong(step -> turn(facts, step)))
                .map(step -> index(walk, step.path()))
                .orElse(0);
    }

    private static long turn(Facts facts, Step step) {
        return facts.at(step.path()).map(Fact::turn).orElse(0L);
    }
}
