package io.beian.sandbox.backend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beian.order.OrderState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 9457, with the fields that are wrong. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        @Nullable OpenOrder openOrder) {

    private static final String TYPES = "urn:beian:problem:";

    /** The open order in the way; told only to its own filer. */
    record OpenOrder(String number, String caseId, long version, OrderState state) {}

    static Problem of(int status, String code) {
        return new Problem(TYPES + code, code, status, Texts.of(code), List.of(), null);
    }

    static Problem invalid(List<FieldError> errors) {
        Problem plain = of(422, "invalid");
        return new Problem(
                plain.type(), plain.title(), plain.status(), plain.detail(), errors, null);
    }

    static Problem inTheWay(String code, StoredOrder order, boolean own) {
        Problem plain = of(409, code);
        OpenOrder open =
                own
                        ? new OpenOrder(
                                order.number(), order.caseId(), order.version(), order.state())
                        : null;
        return new Problem(
                plain.type(), plain.title(), plain.status(), plain.detail(), List.of(), open);
    }
}
