package io.beian.photo;

import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The store of the photos was reached and says no, which does not pass by itself. The message is
 * the store's own; it names no key.
 */
final class StoreRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private StoreRefusedException(String why, S3Exception cause) {
        super(why, cause);
    }

    /** What a store answered instead of doing it: refused, or in trouble itself. */
    static IOException of(S3Exception answer) {
        int status = answer.statusCode();
        boolean passes = status >= 500 || status == 429 || status == 408;
        String why = "%s (%d) %s".formatted(code(answer), status, words(answer)).strip();
        return passes ? new IOException(why, answer) : new StoreRefusedException(why, answer);
    }

    /** The code of S3 for what went wrong; empty if the answer has none. */
    static String code(S3Exception answer) {
        return details(answer).map(AwsErrorDetails::errorCode).orElse("");
    }

    private static String words(S3Exception answer) {
        return details(answer).map(AwsErrorDetails::errorMessage).orElse("");
    }

    private static Optional<AwsErrorDetails> details(S3Exception answer) {
        return Optional.ofNullable(answer.awsErrorDetails());
    }
}
