package io.beian.sandbox.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which filers have shown that a sponsor is theirs. A proof is of the data as they are filed: once
 * others are filed it is worth nothing. Not for several threads at once.
 */
final class Proofs {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final Set<String> given;

    Proofs(Path file) {
        this.file = file;
        AtomicFile.directory(java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()));
        this.given = load(file);
    }

    private static Set<String> load(Path file) {
        try {
            return Files.exists(file)
                    ? JSON.readValue(
                            Files.readAllBytes(file), new TypeReference<TreeSet<String>>() {})
                    : new TreeSet<>();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void give(Register.Sponsor sponsor, String reference) {
        if (given.add(name(sponsor, reference))) {
            AtomicFile.write(file, JSON.writeValueAsBytes(given));
        }
    }

    /** Whether the sponsor is on the filer's account, or he has proved that it is his. */
    boolean holds(Register.Sponsor sponsor, String reference) {
        return sponsor.account().equals(reference) || given.contains(name(sponsor, reference));
    }

    private static String name(Register.Sponsor sponsor, String reference) {
        return sponsor.licences().get(0) + "#" + sponsor.filings() + " " + reference;
    }
}
