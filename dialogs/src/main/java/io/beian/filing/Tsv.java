package io.beian.filing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that ships with the code: head lines {@code # name: value}, a line of column names, rows.
 */
record Tsv(Map<String, String> head, List<String> columns, List<List<String>> rows) {

    static Tsv read(String name) {
        try (InputStream file = Tsv.class.getResourceAsStream(name + ".tsv")) {
            if (file == null) {
                throw new IllegalStateException("no table " + name);
            }
            return read(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tsv read(BufferedReader file) {
        Map<String, String> head = new LinkedHashMap<>();
        List<List<String>> lines = new ArrayList<>();
        file.lines()
                .forEach(
                        line -> {
                            if (line.startsWith("# ")) {
                                String[] pair = line.substring(2).split(": ", 2);
                                head.put(pair[0], pair[1]);
                            } else {
                                lines.add(List.of(line.split("\t", -1)));
                            }
                        });
        return new Tsv(head, lines.get(0), List.copyOf(lines.subList(1, lines.size())));
    }
}
