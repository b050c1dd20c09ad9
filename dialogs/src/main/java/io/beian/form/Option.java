package io.beian.form;

import java.util.List;

/**
 * One of the answers a question offers.
 *
 * @param code what is stored, such as the bureau's code
 * @param label what is shown and sent when tapped
 * @param words other ways people write it
 */
public record Option(String code, String label, List<String> words) {

    public Option(String code, String label, String... words) {
        this(code, label, List.of(words));
    }

    public boolean means(String said) {
        return label.equalsIgnoreCase(said) || words.stream().anyMatch(said::equalsIgnoreCase);
    }
}
