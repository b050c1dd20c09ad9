package io.beian.backend;

import io.beian.backend.BackendException.Category;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;

/** Tries repeatable calls again, with jitter, and stops calling a backend that keeps failing. */
final class PatientCalls implements MeterBinder {

    private static final String NAME = "filing";

    /** Half of the latest twenty calls failed: leave the backend alone for a while. */
    private static final int WINDOW = 20;

    private static final int FAILURES_PERCENT = 50;
    private static final int AT_LEAST = 10;

    private final RetryRegistry retries;
    private final CircuitBreakerRegistry breakers;
    private final Retry retry;
    private final CircuitBreaker breaker;

    PatientCalls(FilingSettings settings) {
        this.retries =
                RetryRegistry.of(
                        RetryConfig.custom()
                                .maxAttempts(settings.attempts())
                                .intervalFunction(
                                        IntervalFunction.ofExponentialRandomBackoff(
                                                settings.retryWait().toMillis(), 2.0, 0.5))
                                .retryOnException(PatientCalls::passing)
                                .build());
        this.breakers =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(WINDOW)
                                .minimumNumberOfCalls(AT_LEAST)
                                .failureRateThreshold(FAILURES_PERCENT)
                                .waitDurationInOpenState(settings.breakerOpen())
                                .recordException(PatientCalls::passing)
                                .build());
        this.retry = retries.retry(NAME);
        this.breaker = breakers.circuitBreaker(NAME);
    }

    /**
     * {@code resilience4j_circuitbreaker_*} and {@code resilience4j_retry_*}, as dashboards know.
     */
    @Override
    public void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(meters);
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
