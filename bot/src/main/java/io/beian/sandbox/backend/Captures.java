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
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongBiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Captures of the mini program; their pictures are those of the phone's sample drawer. A code
 * serves one filing of one person: whoever asks first has it, and once that filing was handed in it
 * is used, for its own order too.
 */
final class Captures {

    /** Codes of this kind are good without being seeded, so that there is always a fresh one. */
    static final String FRESH = "SBX";

    private static final Pattern GIVEN_OUT = Pattern.compile(FRESH + "[0-9A-Z]{15}");

    /** The file of a picture that cannot be opened: it has a beginning and no more. */
    private static final String BROKEN = "broken";

    private static final int BEGINNING = 2_000;

    private final Map<String, State> states = new LinkedHashMap<>();
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private final Taken whole;
    private final ClaimFile file;
    private final Map<String, Claim> claims;
    private final ToLongBiFunction<String, String> handedIn;

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

    /**
     * Who has a code.
     *
     * @param reference whose it is
     * @param handedIn how often the filing had been handed in when the code was asked for
     */
    record Claim(String reference, String caseId, long handedIn) {}

    /**
     * Captures of seeds.
     *
     * @param handedIn how often a person's filing was handed in, by reference and case
     */
    Captures(
            Seeds seeds,
            Materials materials,
            ClaimFile file,
            ToLongBiFunction<String, String> handedIn) {
        for (Seeds.Capture seed : seeds.captures()) {
            states.put(seed.code(), State.valueOf(seed.state()));
            taken.put(
                    seed.code(),
                    new Taken(
                            seed.pictures().stream()
                                    .map(each -> new Picture(each.slot(), kept(each, materials)))
                                    .toList()));
        }
        this.whole = taken.values().stream().findFirst().orElseGet(() -> new Taken(List.of()));
        this.file = file;
        this.claims = file.load();
        this.handedIn = handedIn;
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

    /** What the code is to whoever asks; a good one is theirs from now on. */
    synchronized State ask(String code, String reference, String caseId) {
        State seeded = states.getOrDefault(code, givenOut(code) ? State.READY : State.UNKNOWN);
        if (seeded != State.READY) {
            return seeded;
        }
        Claim now = new Claim(reference, caseId, handedIn.applyAsLong(reference, caseId));
        Claim has = claims.get(code);
        if (has == null) {
            claims.put(code, now);
            file.save(claims);
            return State.READY;
        }
        return has.equals(now) ? State.READY : State.USED;
    }

    private static boolean givenOut(String code) {
        return GIVEN_OUT.matcher(code).matches();
    }

    Taken taken(String code) {
        return taken.getOrDefault(code, givenOut(code) ? whole : new Taken(List.of()));
    }

    /** The hashes of all pictures that can be had. */
    Set<String> pictures() {
        return taken.values().stream()
                .flatMap(each -> each.pictures().stream())
                .map(Picture::sha256)
                .collect(Collectors.toSet());
    }

    /** The codes of those who are to be forgotten are free again. */
    synchronized void free(Predicate<String> reference) {
        if (claims.values().removeIf(claim -> reference.test(claim.reference()))) {
            file.save(claims);
        }
    }
}
