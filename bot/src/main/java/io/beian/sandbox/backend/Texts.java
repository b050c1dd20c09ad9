package io.beian.sandbox.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** What this backend says in its problems. */
final class Texts {

    private static final Properties ALL = load();

    private Texts() {}

    static String of(String code) {
        return ALL.getProperty(code, code);
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Texts.class.getResourceAsStream(
                                        "/sandbox/backend-texts.properties")),
                        UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
