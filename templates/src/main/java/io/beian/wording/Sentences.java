package io.beian.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The sentences by key, read once from {@code wording/zh.properties}. */
final class Sentences {

    private final Map<String, String> byKey = new TreeMap<>();

    Sentences() {
        Properties properties = new Properties();
        try (InputStream file = Sentences.class.getResourceAsStream("/wording/zh.properties")) {
            if (file == null) {
                throw new IllegalStateException("wording/zh.properties is missing");
            }
            Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties
                .stringPropertyNames()
                .forEach(key -> byKey.put(key, properties.getProperty(key)));
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /**
     * The sentence; else that of the question without its variant; else the general one of its
     * family: {@code refused.other} for a new refusal.
     */
    String get(String key) {
        return find(key)
                .or(() -> find(key.replaceAll("@\\w+", "")))
                .or(() -> find(key.substring(0, Math.max(0, key.indexOf('.'))) + ".other"))
                .orElseThrow(() -> new IllegalArgumentException("no sentence for " + key));
    }
}
