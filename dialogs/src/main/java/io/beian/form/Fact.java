package io.beian.form;

/**
 * One answer: its canonical text, where it comes from and the turn it was given in.
 *
 * @param confirmed false while the answer is only a proposal that the filer has not agreed to
 */
public record Fact(String value, Source source, boolean confirmed, long turn) {

    public static Fact typed(String value, long turn) {
        return new Fact(value, Source.TYPED, true, turn);
    }

    public static Fact system(String value, long turn) {
        return new Fact(value, Source.SYSTEM, true, turn);
    }

    public static Fact proposed(String value, Source source, long turn) {
        return new Fact(value, source, false, turn);
    }

    public Fact confirm(long at) {
        return new Fact(value, source, true, at);
    }

    public boolean skipped() {
        return source == Source.SKIPPED;
    }

    /** Never prints the value: it may be personal. */
    @Override
    public String toString() {
        return "Fact[" + source + (confirmed ? "" : ", proposed") + ", turn " + turn + "]";
    }
}
