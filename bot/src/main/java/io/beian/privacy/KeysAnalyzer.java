package io.beian.privacy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when the bot cannot start for want of its keys. */
final class KeysAnalyzer extends AbstractFailureAnalyzer<KeysException> {

    private static final String ACTION =
            "Name the keys everything is sealed with in beian.privacy.keys-file or, as an environment"
                    + " variable, BEIAN_PRIVACY_KEYS. The first keys are made with"
                    + " --beian.keys=create --beian.privacy.keys-file=<file>; keep a copy of them"
                    + " apart from the data, for without them nothing can be read.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), ACTION, cause);
    }
}
