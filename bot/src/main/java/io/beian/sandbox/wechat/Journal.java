package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the chats in one file, a line for each entry, so that they outlive the process. */
final class Journal {

    private final Path file;
    private final JsonMapper json;

    Journal(Path directory, JsonMapper json) {
        this.file = directory.resolve("chats.jsonl");
        this.json = json;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All entries; a line the process died in is dropped. */
    List<Entry> load() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String all = Files.readString(file, UTF_8);
            List<Entry> entries = new ArrayList<>();
            Arrays.stream(all.split("\n"))
                    .map(this::parse)
                    .forEach(entry -> entry.ifPresent(entries::add));
            if (!all.isEmpty() && !all.endsWith("\n")) {
                write("\n");
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(Entry entry) {
        try {
            write(json.writeValueAsString(entry) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String line) throws IOException {
        Files.writeString(file, line, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Optional<Entry> parse(String line) {
        try {
            return line.isBlank()
                    ? Optional.empty()
                    : Optional.of(json.readValue(line, Entry.class));
        } catch (JacksonException torn) {
            return Optional.empty();
        }
    }
}
