package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the numbers of https://developers.weixin.qq.com/doc/service/guide/dev/push. */
class SafeModeTest {

    private static final String APP_ID = "wxba5fad812f8e6fb9";
    private static final String ENCRYPTED =
            "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLK"
                    + "JGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5k"
                    + "dfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mSt"
                    + "wntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";
    private static final String REPLY =
            "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ"
                    + "==";

    private final SafeMode safeMode = new SafeMode("AAAAA", "A".repeat(43), new Random(1));

    @Test
    void signsTheVerification() {
        assertThat(safeMode.sign("1714036504", "1514711492"))
                .isEqualTo("f464b24fc39322e44b38aa78f5edd27bd1441696");
    }

    @Test
    void signsPlainAndEncryptedMessages() {
        assertThat(safeMode.sign("1714037059", "486452656"))
                .isEqualTo("899cf89e464efb63f54ddac96b0a0a235f53aa78");
        assertThat(safeMode.sign("1714112445", "415670741", ENCRYPTED))
                .isEqualTo("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3");
    }

    @Test
    void opensTheOfficialMessage() {
        SafeMode.Opened opened = safeMode.open(ENCRYPTED).orElseThrow();

        assertThat(opened.appId()).isEqualTo(APP_ID);
        assertThat(opened.message())
                .startsWith("{\"ToUserName\":\"gh_97417a04a28d\"")
                .endsWith("\"debug_str\":\"hello world\"}")
                .hasSize(167);
    }

    @Test
    void sealsTheOfficialReply() {
        byte[] prefix = "707722b803182950".getBytes(US_ASCII);

        assertThat(safeMode.seal(prefix, "{\"demo_resp\":\"good luck\"}", APP_ID)).isEqualTo(REPLY);
        assertThat(safeMode.sign("1713424427", "415670741", REPLY))
                .isEqualTo("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
    }

    @Test
    void opensWhatItSealedWhateverThePadding() {
        for (int length = 0; length < 70; length++) {
            String message = "字".repeat(length) + "x".repeat(length % 3);

            assertThat(safeMode.open(safeMode.seal(message, APP_ID)))
                    .contains(new SafeMode.Opened(message, APP_ID));
        }
    }

    @Test
    void doesNotOpenWhatIsNotOurs() {
        SafeMode other = new SafeMode("AAAAA", "B".repeat(43), new Random(2));

        assertThat(safeMode.open(other.seal("hello", APP_ID)).map(SafeMode.Opened::message))
                .isNotEqualTo(Optional.of("hello"));
        assertThat(safeMode.open("no base64!")).isEmpty();
        assertThat(safeMode.open(Base64.getEncoder().encodeToString(new byte[31]))).isEmpty();
        assertThat(safeMode.open("")).isEmpty();
    }
}
