package io.beian.order;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;

/**
 * A table that ships with the code: head lines {@code # name: value}, a line of column names, rows.
 * It lives in the room that needs no other, since every room with a table reads it this way.
 */
public record Tsv(Map<String, String> head, List<String> columns, List<List<String>> rows) {

    /** Reads a table by its name without the ending; it lies beside the class that asks. */
    public static Tsv read(Class<?> beside, String name) {
        Map<String, String> head = new LinkedHashMap<>();
        List<List<String>> lines = new ArrayList<>();
        try (Scanner file =
                new Scanner(
                        Objects.requireNonNull(beside.getResourceAsStream(name + ".tsv"), name),
                        StandardCharsets.UTF_8)) {
            while (file.hasNextLine()) {
                String line = file.nextLine();
                if (line.startsWith("# ")) {
                    String[] pair = line.substring(2).split(": ", 2);
                    head.put(pair[0], pair[1]);
                } else {
                    lines.add(List.of(line.split("\t", -1)));
                }
            }
        }
        return new Tsv(head, lines.get(0), List.copyOf(lines.subList(1, lines.size())));
    }
}
