package io.beian.sandbox.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One JSON file per order. */
final class OrderFiles {

    private static final String ENDING = ".json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path directory;

    OrderFiles(Path directory) {
        this.directory = AtomicFile.directory(directory);
    }

    List<StoredOrder> load() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(file -> JSON.readValue(file.toFile(), StoredOrder.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(StoredOrder order) {
        AtomicFile.write(directory.resolve(order.number() + ENDING), JSON.writeValueAsBytes(order));
    }
}
