package io.beian.photo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when the bot cannot start because the store of the photos will not have it. */
final class StoreRefusedAnalyzer extends AbstractFailureAnalyzer<StoreRefusedException> {

    private static final String ACTION =
            "beian.photos.s3.endpoint and .bucket have to name a bucket that is there, .access-key"
                    + " and .secret-key somebody who may list, read, write and delete in it."
                    + " .path-style is false for stores that want the bucket in the host name, such"
                    + " as Aliyun OSS; .region is the one the store gives.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StoreRefusedException cause) {
        return new FailureAnalysis(
                "The store of the photos refuses: " + cause.getMessage(), ACTION, cause);
    }
}
