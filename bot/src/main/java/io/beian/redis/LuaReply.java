package io.beian.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What a script returned: an array of bytes, numbers and arrays. */
public record LuaReply(List<?> values) {

    public int size() {
        return values.size();
    }

    public byte[] bytes(int index) {
        return (byte[]) at(index);
    }

    public String text(int index) {
        return new String(bytes(index), StandardCharsets.UTF_8);
    }

    public long number(int index) {
        return (Long) at(index);
    }

    public LuaReply nested(int index) {
        return new LuaReply((List<?>) at(index));
    }

    /** The texts from an index on. */
    public List<String> texts(int from) {
        return java.util.stream.IntStream.range(from, size()).mapToObj(this::text).toList();
    }

    private Object at(int index) {
        return Objects.requireNonNull(values.get(index));
    }

    @Override
    public String toString() {
        return "LuaReply[" + size() + " values]";
    }
}
