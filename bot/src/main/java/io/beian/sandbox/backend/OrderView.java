package io.beian.sandbox.backend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beian.order.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as the contract shows it.
 *
 * @param since when it came into its state; absent from answers kept by earlier versions
 * @param deadline until when somebody has to act
 * @param link where the verification is done
 * @param verifiers who has to answer the bureau's text message, while they have to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        String number,
        String caseId,
        long version,
        long seq,
        OrderState state,
        List<FieldError> errors,
        List<String> allowed,
        Map<String, String> numbers,
        @Nullable Instant since,
        @Nullable Instant deadline,
        @Nullable String link,
        @Nullable List<VerifierView> verifiers) {

    /** A link is for one person. */
    @Override
    public String toString() {
        return "OrderView[" + number + " " + seq + " " + state + "]";
    }
}
