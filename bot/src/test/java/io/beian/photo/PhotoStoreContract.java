package io.beian.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of pictures does. */
abstract class PhotoStoreContract {

    private static final byte[] PICTURE = PictureFiles.latin("any bytes will do");

    abstract PhotoStore store();

    @Test
    void givesBackWhatWasPut() {
        String id = store().put(PICTURE);

        assertThat(id).isEqualTo(Sha256.of(PICTURE)).matches("[0-9a-f]{64}");
        assertThat(store().get(id)).hasValue(PICTURE);
    }

    @Test
    void keepsTheSamePictureOnce() {
        String id = store().put(PICTURE);

        assertThat(store().put(PICTURE)).isEqualTo(id);
        assertThat(store().delete(id)).isTrue();
        assertThat(store().get(id)).isEmpty();
    }

    @Test
    void hasNothingUnderAnUnknownId() {
        String unknown = "0".repeat(64);

        assertThat(store().get(unknown)).isEmpty();
        assertThat(store().delete(unknown)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../../../../../../../../../../../../../../../../../../../etc/passwd",
                "aa/../../../../../../../../../../../../../../../../../../../etc/x",
                "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789",
                "abcdef0123456789abcdef0123456789abcdef0123456789abcdef012345678",
                "abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789\n",
                "..cdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789",
                "a\0cdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789"
            })
    void refusesWhatIsNoId(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> store().get(id));
        assertThatIllegalArgumentException().isThrownBy(() -> store().delete(id));
    }

    @Test
    void takesTheSamePictureFromManyAtOnce() throws Exception {
        byte[] large = new byte[300_000];
        PhotoStore store = store();

        List<String> ids = AtOnce.run(16, () -> store.put(large));

        assertThat(ids).hasSize(16).containsOnly(Sha256.of(large));
        assertThat(store.get(ids.get(0))).hasValue(large);
    }
}
