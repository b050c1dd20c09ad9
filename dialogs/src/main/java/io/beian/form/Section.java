package io.beian.form;

import java.util.List;
import java.util.Optional;

/**
 * Questions that belong together.
 *
 * @param stage the sections of one stage are walked together; the next stage opens when told
 * @param group if present, the section is repeated for each record of that group
 */
public record Section(
        String id, String stage, Optional<String> group, List<Question<?>> questions) {

    public static Section once(String id, String stage, Question<?>... questions) {
        return new Section(id, stage, Optional.empty(), List.of(questions));
    }

    public static Section each(String group, String id, String stage, Question<?>... questions) {
        return new Section(id, stage, Optional.of(group), List.of(questions));
    }
}
