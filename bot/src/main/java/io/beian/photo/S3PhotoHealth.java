package io.beian.photo;

import java.io.UncheckedIOException;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Shows an operator that the bucket of the photos cannot be used, and why. */
final class S3PhotoHealth extends AbstractHealthIndicator {

    private final S3Bucket bucket;

    S3PhotoHealth(S3Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        try {
            bucket.reach();
            health.up();
        } catch (UncheckedIOException e) {
            health.down().withDetail("meaning", String.valueOf(e.getMessage()));
        }
    }
}
