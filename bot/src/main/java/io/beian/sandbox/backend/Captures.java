package io.beian.sandbox.backend;

import io.beian.backend.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Seeded captures of the mini program; their pictures are those of the phone's sample drawer. */
final class Captures {

    /** The file of a picture that cannot be opened: it has a beginning and no more. */
    private static final String BROKEN = "broken";

    private static final int BEGINNING = 2_000;

    private final Map<String, State> states = new LinkedHashMap<>();
    private final Map<String, Taken> taken = new LinkedHashMap<>();

    /** What can be had for a code. */
    enum State {
        READY,
        USED,
        EXPIRED,
        UNKNOWN
    }

    /** What stands under a code. */
    record Taken(List<Picture> pictures) {}

    /** A picture and what it was taken for. */
    record Picture(String slot, String sha256) {}

    Captures(Seeds seeds, Materials materials) {
        for (Seeds.Capture seed : seeds.captures()) {
            states.put(seed.code(), State.valueOf(seed.state()));
            taken.put(
                    seed.code(),
                    new Taken(
                            seed.pictures().stream()
                                    .map(each -> new Picture(each.slot(), kept(each, materials)))
                                    .toList()));
        }
    }

    private static String kept(Seeds.Picture seed, Materials materials) {
        byte[] jpeg = read(seed.file().equals(BROKEN) ? "licence" : seed.file());
        byte[] content = seed.file().equals(BROKEN) ? Arrays.copyOf(jpeg, BEGINNING) : jpeg;
        String sha256 = Sha256.of(content);
        if (!materials.has(sha256)) {
            materials.write(sha256, content);
        }
        return sha256;
    }

    private static byte[] read(String file) {
        String name = "/sandbox/phone/samples/" + file + ".jpg";
        try (InputStream in = Objects.requireNonNull(Captures.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    State state(String code) {
        return states.getOrDefault(code, State.UNKNOWN);
    }

    Taken taken(String code) {
        return taken.getOrDefault(code, new Taken(List.of()));
    }
}
