package io.beian.talk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One conversation, line by line. */
public record Talk(String file, List<Line> lines) {

    /** One line of a talk: what is done or expected, and the rest of the line. */
    public record Line(int number, String verb, String rest) {}

    /** All talks on the class path, by name. */
    public static List<Talk> all() {
        try {
            URI folder = Objects.requireNonNull(Talk.class.getResource("/talks"), "/talks").toURI();
            if (!folder.getScheme().equals("jar")) {
                return in(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return in(jar.getPath("/talks"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of them by its file name. */
    public static Talk named(String file) {
        return all().stream().filter(talk -> talk.file().equals(file)).findFirst().orElseThrow();
    }

    private static List<Talk> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".talk"))
                    .sorted()
                    .map(Talk::read)
                    .toList();
        }
    }

    private static Talk read(Path file) {
        try {
            List<Line> lines = new ArrayList<>();
            int number = 0;
            for (String text : Files.readAllLines(file)) {
                number++;
                String plain = text.strip();
                if (plain.isEmpty() || plain.startsWith("#")) {
                    continue;
                }
                String[] parts = plain.split("[:：]", 2);
                lines.add(
                        new Line(
                                number,
                                parts[0].strip(),
                                parts.length > 1 ? parts[1].strip() : ""));
            }
            return new Talk(String.valueOf(file.getFileName()), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
