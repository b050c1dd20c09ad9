package io.beian.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FilePhotoStoreTest extends PhotoStoreContract {

    private static final byte[] PICTURE = {1, 2, 3};

    private final Path folder;

    FilePhotoStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    PhotoStore store() {
        return new FilePhotoStore(folder.resolve("data").resolve("photos"));
    }

    @Test
    void placesAPictureUnderItsId() throws IOException {
        String id = store().put(PICTURE);

        assertThat(files())
                .containsExactly(Path.of("data", "photos", id.substring(0, 2), id.substring(2)));
    }

    @Test
    void leavesNothingBehindButThePicturesAfterManyPutsAtOnce() throws Exception {
        PhotoStore store = store();

        AtOnce.run(16, () -> store.put(PICTURE));

        assertThat(files()).hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseRead() throws IOException {
        String id = store().put(PICTURE);

        Path photos = folder.resolve("data").resolve("photos");
        Path shelf = photos.resolve(id.substring(0, 2));
        assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(permissions(photos)).isEqualTo("rwx------");
        assertThat(permissions(shelf)).isEqualTo("rwx------");
        assertThat(permissions(shelf.resolve(id.substring(2)))).isEqualTo("rw-------");
    }

    @Test
    void failsWhereNothingCanBeWritten() throws IOException {
        Files.write(folder.resolve("data"), PICTURE);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store().put(PICTURE));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
