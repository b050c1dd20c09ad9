package io.beian.redis;

import io.lettuce.core.RedisNoScriptException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisScriptingCommands;
import org.springframework.data.redis.connection.ReturnType;

/** A script of files that lie beside this class, run by its hash: one round trip. */
public final class LuaScript {

    private final Replication replication;
    private final byte[] source;
    private final String sha1;

    /** Several files are one script, in their order. */
    public LuaScript(RedisConnectionFactory redis, String... names) {
        this(Replication.none(redis), names);
    }

    /** One whose effect is acknowledged to somebody. */
    public LuaScript(Replication replication, String... names) {
        this.replication = replication;
        this.source =
                Stream.of(names)
                        .map(name -> read(name + ".lua"))
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8);
        this.sha1 = sha1(source);
    }

    /**
     * Runs it.
     *
     * @param keys all of one hash tag
     * @param args bytes go as they are, anything else as its text
     * @throws DataAccessException if Redis does not answer or refuses, or the replicas that have to
     *     confirm did not
     */
    public LuaReply run(List<String> keys, Object... args) {
        byte[][] all =
                Stream.concat(keys.stream(), Stream.of(args))
                        .map(LuaScript::bytes)
                        .toArray(byte[][]::new);
        return replication.run(
                redis -> new LuaReply(run(redis.scriptingCommands(), keys.size(), all)));
    }

    private List<?> run(RedisScriptingCommands redis, int keys, byte[][] all) {
        try {
            return listed(redis.evalSha(sha1, ReturnType.MULTI, keys, all));
        } catch (DataAccessException e) {
            if (!(e.getCause() instanceof RedisNoScriptException)) {
                throw e;
            }
            return listed(redis.eval(source, ReturnType.MULTI, keys, all));
        }
    }

    private static List<?> listed(@Nullable Object reply) {
        return reply == null ? List.of() : (List<?>) reply;
    }

    private static byte[] bytes(Object value) {
        return value instanceof byte[] raw
                ? raw
                : value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String name) {
        try (InputStream in = LuaScript.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no script " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Redis names scripts by SHA-1. */
    private static String sha1(byte[] source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
