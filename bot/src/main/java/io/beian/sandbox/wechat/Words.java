package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** What WeChat and its people say of their own accord, from {@code words.properties}. */
final class Words {

    private final Properties words = new Properties();

    Words() {
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Words.class.getResourceAsStream("/sandbox/phone/words.properties")),
                        UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    /** A comma-separated list of keys. */
    List<String> list(String key) {
        return List.of(of(key).split(","));
    }
}
