package io.beian.sandbox.desk;

import io.beian.order.OrderEvent;
import io.beian.sandbox.backend.FieldError;
import io.beian.sandbox.backend.Play;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at the desk does with an order.
 *
 * @param person path of who verifies, where somebody does
 * @param errors what is wrong, where something is sent back
 */
record Ruling(OrderEvent event, @Nullable String person, @Nullable List<Reason> errors) {

    /** The longest opinion of a reviewer or the bureau, in characters (icp-filing §6). */
    private static final int LONGEST = 1024;

    private static final int LONGEST_PATH = 128;

    /**
     * One reason.
     *
     * @param field path of the question; empty for an opinion on the whole order
     * @param code the bureau's number, where its interface rejects
     * @param suggest a mended value
     */
    record Reason(String field, @Nullable String code, String text, @Nullable String suggest) {

        boolean sound() {
            return !text.isBlank() && text.length() <= LONGEST && field.length() <= LONGEST_PATH;
        }

        boolean numbered() {
            return code != null && code.matches("[0-9]{1,4}");
        }

        FieldError asError() {
            String cause = code == null || code.isBlank() ? "reviewer" : code;
            String mended = suggest == null || suggest.isBlank() ? null : suggest;
            return new FieldError(field, cause, text, mended);
        }
    }

    List<Reason> reasons() {
        return Objects.requireNonNullElse(errors, List.of());
    }

    /** Whether the reasons are those this event wants. */
    boolean sound() {
        return reasons().stream().allMatch(Reason::sound) && Reasons.of(event).fit(reasons());
    }

    Play asPlay() {
        return new Play(event, person, reasons().stream().map(Reason::asError).toList());
    }
}
