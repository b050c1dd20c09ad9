package io.beian.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line what is taken and in another what to do, in place of a stack trace. */
final class SandboxTakenAnalyzer extends AbstractFailureAnalyzer<SandboxTakenException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SandboxTakenException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
