package io.beian.sandbox.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One JSON file per order. */
final class OrderFiles {

    private static final String ENDING = ".json";

    /** Ends otherwise, so that it is taken for no order. */
    private static final String USED = "used-up";

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

    /**
     * What orders that are forgotten have used up.
     *
     * @param cursor the last place in the feed
     * @param numbers order numbers
     */
    record Used(long cursor, Set<String> numbers) {}

    Used used() {
        Path file = directory.resolve(USED);
        return Files.exists(file)
                ? JSON.readValue(file.toFile(), Used.class)
                : new Used(0, Set.of());
    }

    void save(Used used) {
        AtomicFile.write(directory.resolve(USED), JSON.writeValueAsBytes(used));
    }

    void delete(String number) {
        try {
            Files.deleteIfExists(directory.resolve(number + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(StoredOrder order) {
        AtomicFile.write(directory.resolve(order.number() + ENDING), JSON.writeValueAsBytes(order));
    }
}
