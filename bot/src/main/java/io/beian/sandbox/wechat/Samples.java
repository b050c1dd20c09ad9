package io.beian.sandbox.wechat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Drawn pictures to send: no real person or company is in them. */
final class Samples {

    private final Words words;

    Samples(Words words) {
        this.words = words;
    }

    /** A picture one can choose. */
    record Sample(String id, String label) {}

    List<Sample> all() {
        return words.list("samples").stream()
                .map(id -> new Sample(id, words.of("sample." + id)))
                .toList();
    }

    Optional<byte[]> jpeg(String id) {
        if (!words.list("samples").contains(id)) {
            return Optional.empty();
        }
        String name = "/sandbox/phone/samples/" + id + ".jpg";
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
