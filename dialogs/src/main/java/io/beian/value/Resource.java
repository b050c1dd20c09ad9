package io.beian.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Scanner;

/** A table that ships with this package. */
final class Resource {

    private Resource() {}

    /** The lines of a text file, without the comments. */
    static List<String> rows(String file) {
        return lines(file).stream().filter(line -> !line.startsWith("#")).toList();
    }

    static List<String> lines(String file) {
        try (Scanner table =
                new Scanner(
                        Objects.requireNonNull(Resource.class.getResourceAsStream(file)),
                        StandardCharsets.UTF_8)) {
            return table.useDelimiter("\n").tokens().toList();
        }
    }
}
