package io.beian.value;

/** Takes a checked value apart, failing with the flaw's code. */
final class Outcome {

    private Outcome() {}

    static <T> T good(Checked<T> checked) {
        return checked.fold(
                value -> value,
                flaw -> {
                    throw new AssertionError("flawed: " + flaw.code());
                });
    }

    static Flaw flaw(Checked<?> checked) {
        return checked.fold(
                value -> {
                    throw new AssertionError("accepted");
                },
                flaw -> flaw);
    }

    /** The suggestion, or an empty text for comparing with a table cell. */
    static String suggestion(Checked<?> checked) {
        return flaw(checked).suggestion().orElse("");
    }
}
