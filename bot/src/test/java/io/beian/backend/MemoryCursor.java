package io.beian.backend;

/** A cursor that lives as long as a test. */
final class MemoryCursor implements EventCursor {

    private volatile String at = "";

    @Override
    public String read() {
        return at;
    }

    @Override
    public void write(String cursor) {
        at = cursor;
    }
}
