package io.beian.value;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSetMultimap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Scanner;

/** The small tables that ship with the value types: head lines, column names, rows. */
final class Shipped {

    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private Shipped() {}

    /** The cells of each row of a table, by its name without the ending. */
    static List<List<String>> rows(String name) {
        try (Scanner file =
                new Scanner(
                        Objects.requireNonNull(Shipped.class.getResourceAsStream(name + ".tsv")),
                        StandardCharsets.UTF_8)) {
            return file.useDelimiter("\n")
                    .tokens()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        }
    }

    /** Of a table with a kind and words in each row: the words of each kind. */
    static ImmutableSetMultimap<String, String> words(String name) {
        ImmutableSetMultimap.Builder<String, String> words = ImmutableSetMultimap.builder();
        rows(name).forEach(row -> words.putAll(row.get(0), WORDS.split(row.get(1))));
        return words.build();
    }
}
