package io.beian.backend;

import io.beian.backend.BackendException.Category;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.function.Supplier;

/** Tries repeatable calls again, with jitter, and stops calling a backend that keeps failing. */
final class PatientCalls {

    /** Half of the latest twenty calls failed: leave the backend alone for a while. */
    private static final int WINDOW = 20;

    private static final int FAILURES_PERCENT = 50;
    private static final int AT_LEAST = 10;

    private final Retry retry;
    private final CircuitBreaker breaker;

    PatientCalls(FilingSettings settings) {
        this.retry =
                Retry.of(
                        "filing",
                        RetryConfig.custom()
                                .maxAttempts(settings.attempts())
                                .intervalFunction(
                                        IntervalFunction.ofExponentialRandomBackoff(
                                                settings.retryWait().toMillis(), 2.0, 0.5))
                                .retryOnException(PatientCalls::passing)
                                .build());
        this.breaker =
                CircuitBreaker.of(
                        "filing",
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(WINDOW)
                                .minimumNumberOfCalls(AT_LEAST)
                                .failureRateThreshold(FAILURES_PERCENT)
                                .waitDurationInOpenState(settings.breakerOpen())
                                .recordException(PatientCalls::passing)
                                .build());
    }

    private static boolean passing(Throwable thrown) {
        return thrown instanceof BackendException failed && failed.passing();
    }

    /** For calls that change nothing, or change it once however often they are made. */
    <T> T repeatable(Supplier<T> call) {
        return open(Retry.decorateSupplier(retry, guarded(call)));
    }

    <T> T once(Supplier<T> call) {
        return open(guarded(call));
    }

    private <T> Supplier<T> guarded(Supplier<T> call) {
        return CircuitBreaker.decorateSupplier(breaker, call);
    }

    private static <T> T open(Supplier<T> call) {
        try {
            return call.get();
        } catch (CallNotPermittedException e) {
            throw new BackendException(Category.RETRY, "the filing backend is left alone", e);
        }
    }
}
