package io.beian.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when the sandbox refuses to start. */
final class SandboxRefusedAnalyzer extends AbstractFailureAnalyzer<SandboxRefusedException> {

    private static final String ACTION =
            "For a real account start without the profile 'sandbox'; to try things out, leave the"
                    + " setting away or name a loopback address.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SandboxRefusedException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), ACTION, cause);
    }
}
