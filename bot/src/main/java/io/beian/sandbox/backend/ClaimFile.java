package io.beian.sandbox.backend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps in one JSON file who has which capture code. */
final class ClaimFile {

    private static final TypeReference<Map<String, Captures.Claim>> CLAIMS =
            new TypeReference<>() {};

    private final Path file;

    ClaimFile(Path directory) {
        this.file = AtomicFile.directory(directory).resolve("captures.json");
    }

    Map<String, Captures.Claim> load() {
        return Files.exists(file)
                ? new LinkedHashMap<>(JsonMapper.shared().readValue(file.toFile(), CLAIMS))
                : new LinkedHashMap<>();
    }

    void save(Map<String, Captures.Claim> claims) {
        AtomicFile.write(file, JsonMapper.shared().writeValueAsBytes(claims));
    }
}
