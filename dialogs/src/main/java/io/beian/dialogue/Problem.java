package io.beian.dialogue;

import java.util.Map;

/**
 * Something that is wrong with an answer or with several together.
 *
 * @param field the path of the answer to mend
 * @param code names the cause; its sentence stands in the wording if it is one of ours
 * @param text the reviewer's own words, empty if there are none
 * @param blocking whether the order cannot be submitted like this
 */
public record Problem(
        String field, String code, String text, boolean blocking, Map<String, String> args) {

    /** Argument: the path of a remark that answers the problem instead of a change. */
    public static final String OR = "or";

    @Override
    public String toString() {
        return "Problem[" + field + " " + code + "]";
    }
}
