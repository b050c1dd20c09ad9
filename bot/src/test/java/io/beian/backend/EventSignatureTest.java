package io.beian.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beian.privacy.Secret;
import org.junit.jupiter.api.Test;

class EventSignatureTest {

    /** The example of the Standard Webhooks libraries. */
    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final EventSignature signature = new EventSignature(SECRET);

    @Test
    void signsAsThePublishedExample() {
        assertThat(signature.sign(ID, TIME, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void takesOneOfSeveralSignatures() {
        assertThat(signature.fits("v1,b3RoZXI= " + SIGNATURE, ID, TIME, BODY)).isTrue();
        assertThat(signature.fits("v1,b3RoZXI= v2," + SIGNATURE, ID, TIME, BODY)).isFalse();
    }

    @Test
    void doesNotFitAnythingElse() {
        assertThat(signature.fits(SIGNATURE, "msg_other", TIME, BODY)).isFalse();
        assertThat(signature.fits(SIGNATURE, ID, "1614265331", BODY)).isFalse();
        assertThat(signature.fits(SIGNATURE, ID, TIME, "{}".getBytes(UTF_8))).isFalse();
        assertThat(signature.fits("", ID, TIME, BODY)).isFalse();
    }

    @Test
    void wantsASecretOfItsKindAndNeverPrintsIt() {
        assertThatThrownBy(() -> new EventSignature(new Secret("whsec_~hidden~")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beian.filing.webhook-secret")
                .hasMessageNotContaining("hidden")
                .hasNoCause();
        assertThat(SECRET).hasToString("…");
    }
}
