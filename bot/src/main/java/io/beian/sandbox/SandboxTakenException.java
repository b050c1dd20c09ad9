package io.beian.sandbox;

/** What the sandbox needs of this machine has somebody else. */
final class SandboxTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    SandboxTakenException(String what, String action) {
        super(what);
        this.action = action;
    }

    String action() {
        return action;
    }
}
