package io.beian.privacy;

/** A key or password of a setting; prints dots, so that no log shows it. */
public record Secret(String value) {

    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a secret must not be blank");
        }
    }

    @Override
    public String toString() {
        return "…";
    }
}
