package io.beian.photo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.beian.privacy.SealException;
import io.beian.privacy.SealedPlace;
import io.beian.privacy.Vault;
import io.beian.privacy.Vaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FilePhotoStoreTest extends PhotoStoreContract {

    private static final byte[] PICTURE = {1, 2, 3};

    private static final Vault VAULT = Vaults.fresh();

    private final Path folder;

    FilePhotoStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    PhotoStore store() {
        return new FilePhotoStore(folder.resolve("data").resolve("photos"), VAULT);
    }

    @Test
    void placesAPictureUnderItsId() throws IOException {
        String id = store().put(PICTURE);

        assertThat(files())
                .containsExactly(Path.of("data", "photos", id.substring(0, 2), id.substring(2)));
    }

    @Test
    void keepsNothingReadable() throws IOException {
        store().put("北京晨光".getBytes(UTF_8));

        assertThat(Files.readAllBytes(folder.resolve(files().get(0))))
                .startsWith((byte) 1)
                .isNotEqualTo("北京晨光".getBytes(UTF_8));
        assertThat(new String(Files.readAllBytes(folder.resolve(files().get(0))), UTF_8))
                .doesNotContain("晨光");
    }

    @Test
    void refusesAPictureThatWasChangedOrPutInAnothersPlace() throws IOException {
        String mine = store().put(PICTURE);
        String other = store().put(new byte[] {4, 5, 6});
        Path photos = folder.resolve("data").resolve("photos");
        Files.copy(
                photos.resolve(mine.substring(0, 2)).resolve(mine.substring(2)),
                photos.resolve(other.substring(0, 2)).resolve(other.substring(2)),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatExceptionOfType(SealException.class).isThrownBy(() -> store().get(other));
    }

    @Test
    void sealsAnewWithTheKeyThatWasPromoted() {
        List<Vault> ring = Vaults.exchanged();
        Path photos = folder.resolve("data").resolve("photos");
        String id = new FilePhotoStore(photos, ring.get(0)).put(PICTURE);

        SealedPlace.Tally tally = new FilePhotoStore(photos, ring.get(1)).reseal();

        assertThat(tally).isEqualTo(new SealedPlace.Tally(1, 0));
        assertThat(new FilePhotoStore(photos, ring.get(2)).get(id)).contains(PICTURE);
        assertThat(new FilePhotoStore(photos, ring.get(2)).reseal())
                .isEqualTo(SealedPlace.Tally.NOTHING);
        assertThat(new FilePhotoStore(photos, Vaults.fresh()).reseal())
                .isEqualTo(new SealedPlace.Tally(0, 1));
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
