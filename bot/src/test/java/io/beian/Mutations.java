package io.beian;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Damages good examples: always the same damage for the same seed. */
public final class Mutations {

    private static final int LONGEST = 70_000;
    private static final int MOST_AT_ONCE = 5;

    private final Random random;
    private final List<byte[]> samples;
    private final List<byte[]> words;

    /**
     * Prepares them.
     *
     * @param samples examples
     * @param words what the language of the examples is made of
     */
    public Mutations(long seed, List<byte[]> samples, List<String> words) {
        this.random = new Random(seed);
        this.samples = samples;
        this.words = words.stream().map(text -> text.getBytes(UTF_8)).toList();
    }

    /** The files of a folder beside a class, which a fuzzer may begin with too. */
    public static List<byte[]> samples(Class<?> beside, String folder) throws IOException {
        URL place = Objects.requireNonNull(beside.getResource(folder), folder);
        List<byte[]> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(URI.create(place.toString())))) {
            for (Path file : files.sorted().toList()) {
                samples.add(Files.readAllBytes(file));
            }
        }
        return samples;
    }

    /** Another damaged example, in rare cases one that is still good. */
    public byte[] next() {
        byte[] bytes = pick(samples);
        for (int i = random.nextInt(MOST_AT_ONCE) + 1; i > 0; i--) {
            bytes = damaged(bytes);
        }
        return bytes.length <= LONGEST ? bytes : joined(bytes, 0, LONGEST, new byte[0], 0, 0);
    }

    private byte[] damaged(byte[] from) {
        int a = random.nextInt(from.length + 1);
        int b = a + random.nextInt(Math.min(from.length - a, 64) + 1);
        byte[] other = pick(samples);
        return switch (random.nextInt(8)) {
            case 0 -> flipped(from);
            case 1 -> inserted(from, a, b, new byte[0], 1);
            case 2 -> inserted(from, a, a, pick(words), 1);
            case 3 -> inserted(from, a, b, pick(words), 1);
            case 4 -> inserted(from, b, b, slice(from, a, b), 1 + random.nextInt(20));
            case 5 ->
                    inserted(from, a, a, pick(words), 1 << random.nextInt(1 + random.nextInt(13)));
            case 6 -> joined(from, 0, a, other, random.nextInt(other.length + 1), other.length);
            default -> inserted(from, a, b, noise(), 1);
        };
    }

    private byte[] flipped(byte[] from) {
        byte[] bytes = from.clone();
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(24)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] inserted(byte[] from, int start, int end, byte[] part, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(from, 0, start);
        for (int i = 0; i < times && out.size() <= LONGEST; i++) {
            out.writeBytes(part);
        }
        out.write(from, end, from.length - end);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(a, fromA, toA - fromA);
        out.write(b, fromB, toB - fromB);
        return out.toByteArray();
    }

    private static byte[] slice(byte[] from, int start, int end) {
        return joined(from, start, end, new byte[0], 0, 0);
    }

    private byte[] pick(List<byte[]> from) {
        return from.get(random.nextInt(from.size()));
    }
}
