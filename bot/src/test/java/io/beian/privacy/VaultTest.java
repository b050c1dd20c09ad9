package io.beian.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VaultTest {

    private static final Vault VAULT = Vaults.fresh();
    private static final byte[] NAME = "北京晨光科技有限公司".getBytes(UTF_8);

    @Property
    void opensWhatItSealed(@ForAll byte[] plain, @ForAll String as) {
        byte[] sealed = VAULT.seal(plain, as);

        assertThat(VAULT.isCurrent(sealed)).isTrue();
        assertThat(VAULT.open(sealed, as)).isEqualTo(plain);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(VAULT.seal(NAME, "reply o-1")).isNotEqualTo(VAULT.seal(NAME, "reply o-1"));
    }

    @Test
    void opensNothingAsAnythingElse() {
        byte[] sealed = VAULT.seal(NAME, "reply o-1");

        refuses(VAULT, sealed, "reply o-2");
        refuses(VAULT, sealed, "conversation o-1");
        refuses(Vaults.fresh(), sealed, "reply o-1");
    }

    @Test
    void opensNothingThatWasChangedAnywhere() {
        byte[] sealed = VAULT.seal(NAME, "reply o-1");

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 0x40;
            refuses(VAULT, changed, "reply o-1");
            refuses(VAULT, Arrays.copyOf(sealed, i), "reply o-1");
        }
    }

    @Test
    void takesWhatWasNeverSealedOnlyIfToldTo() {
        refuses(VAULT, NAME, "reply o-1");
        refuses(VAULT, new byte[0], "reply o-1");

        Vault lenient = Vaults.lenient();
        assertThat(lenient.open(NAME, "reply o-1")).isEqualTo(NAME);
        assertThat(lenient.open(new byte[0], "reply o-1")).isEmpty();
        assertThat(lenient.isCurrent(NAME)).isFalse();
        // What pretends to be sealed is not taken as it is.
        refuses(lenient, VAULT.seal(NAME, "reply o-1"), "reply o-1");
    }

    @Test
    void opensThroughoutAnExchangeOfKeys() {
        KeyRing first = KeyRing.create();
        KeyRing added = KeyRing.read(first.add().text());
        KeyRing promoted = KeyRing.read(added.promote().text());
        KeyRing dropped = KeyRing.read(promoted.drop().text());
        byte[] old = first.vault(false).seal(NAME, "reply o-1");
        byte[] young = promoted.vault(false).seal(NAME, "reply o-1");

        // A node that has not seen the promotion yet reads what one that has it has sealed.
        assertThat(added.vault(false).open(young, "reply o-1")).isEqualTo(NAME);
        assertThat(added.vault(false).isCurrent(old)).isTrue();
        assertThat(promoted.vault(false).open(old, "reply o-1")).isEqualTo(NAME);
        assertThat(promoted.vault(false).isCurrent(old)).isFalse();
        assertThat(dropped.size()).isEqualTo(1);
        assertThat(dropped.vault(false).open(young, "reply o-1")).isEqualTo(NAME);
        refuses(dropped.vault(false), old, "reply o-1");
    }

    private static void refuses(Vault vault, byte[] sealed, String as) {
        assertThatExceptionOfType(SealException.class).isThrownBy(() -> vault.open(sealed, as));
    }
}
