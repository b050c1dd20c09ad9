package io.beian.form;

import java.util.List;
import java.util.Optional;

/**
 * The relevant questions in order, each with its state. The position of a filer is read from it.
 */
public record Walk(List<Step> steps) {

    public Optional<Step> next() {
        return steps.stream().filter(step -> !step.done()).findFirst();
    }

    public boolean complete() {
        return steps.stream().allMatch(Step::done);
    }

    public long remaining() {
        return steps.stream().filter(step -> !step.done()).count();
    }

    public Optional<Step> at(String path) {
        return steps.stream().filter(step -> step.path().equals(path)).findFirst();
    }

    /** The pictures of an answer, without those whose own question is not asked any more. */
    public List<Picture> pictures(String text) {
        return Picture.list(text).stream()
                .filter(picture -> picture.of().isEmpty() || at(picture.of().get()).isPresent())
                .toList();
    }

    /** The proposals of a section, to be confirmed in one go. */
    public List<Step> proposals(String section) {
        return steps.stream()
                .filter(step -> step.entry().section().equals(section))
                .filter(step -> step.state() == Step.State.PROPOSED)
                .toList();
    }

    /** The answered or open step that stands before a path; empty at the very beginning. */
    public Optional<Step> before(String path) {
        Optional<Step> previous = Optional.empty();
        for (Step step : steps) {
            if (step.path().equals(path)) {
                return previous;
            }
            previous = Optional.of(step);
        }
        return previous;
    }
}
