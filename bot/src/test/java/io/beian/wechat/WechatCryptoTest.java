package io.beian.wechat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of https://developers.weixin.qq.com/doc/service/guide/dev/push and our own. */
class WechatCryptoTest {

    private static final String OFFICIAL_APP_ID = "wxba5fad812f8e6fb9";
    private static final String OFFICIAL_ENCRYPTED =
            "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLK"
                    + "JGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5k"
                    + "dfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mSt"
                    + "wntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";

    private final WechatCrypto official =
            new WechatCrypto(
                    Sample.settings(
                            OFFICIAL_APP_ID,
                            "AAAAA",
                            "A".repeat(43),
                            null,
                            WechatSettings.Mode.SAFE,
                            URI.create("https://api.weixin.qq.com")),
                    new Random(1));
    private final WechatCrypto ours = Sample.crypto();

    @Test
    void signsAsTheOfficialExamplesDo() {
        assertThat(official.signature("1714036504", "1514711492"))
                .isEqualTo("f464b24fc39322e44b38aa78f5edd27bd1441696");
        assertThat(official.signature("1714037059", "486452656"))
                .isEqualTo("899cf89e464efb63f54ddac96b0a0a235f53aa78");
        assertThat(official.signature("1714112445", "415670741"))
                .isEqualTo("6c5c811b55cc85e0e1b54100749188c20beb3f5d");
        assertThat(official.signature("1714112445", "415670741", OFFICIAL_ENCRYPTED))
                .isEqualTo("046e02f8204d34f8ba5fa3b1db94908f3df2e9b3");
    }

    @Test
    void readsTheOfficialExample() throws CodecException {
        assertThat(official.decrypt(OFFICIAL_ENCRYPTED))
                .isEqualTo(
                        "{\"ToUserName\":\"gh_97417a04a28d\","
                                + "\"FromUserName\":\"o9AgO5Kd5ggOC-bXrbNODIiE3bGY\","
                                + "\"CreateTime\":1714112445,\"MsgType\":\"event\","
                                + "\"Event\":\"debug_demo\",\"debug_str\":\"hello world\"}");
    }

    @Test
    void writesTheOfficialReply() {
        String encrypted =
                official.encrypt(
                        "707722b803182950".getBytes(US_ASCII), "{\"demo_resp\":\"good luck\"}");

        assertThat(encrypted)
                .isEqualTo(
                        "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtz"
                                + "ve1L32tmxSQ==");
        assertThat(official.signature("1713424427", "415670741", encrypted))
                .isEqualTo("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
    }

    @Test
    void opensWhatItSealsWhateverThePadding() throws CodecException {
        for (int length = 0; length <= 96; length++) {
            String text = "x".repeat(length);
            assertThat(ours.decrypt(ours.encrypt(text))).isEqualTo(text);
        }
    }

    @Test
    void neverSealsTheSameTextTwiceTheSameWay() {
        assertThat(ours.encrypt("备案")).isNotEqualTo(ours.encrypt("备案"));
    }

    @Test
    void comparesSignaturesWhole() {
        String right = ours.signature("1", "2");

        assertThat(ours.isSignature(right, "2", "1")).isTrue();
        assertThat(ours.isSignature(right.substring(1), "1", "2")).isFalse();
        assertThat(ours.isSignature(right + "0", "1", "2")).isFalse();
        assertThat(ours.isSignature("签名", "1", "2")).isFalse();
    }

    @Test
    void refusesWhatWasMeantForAnotherApp() {
        WechatCrypto other = crypto("wxfedcba9876543210", Sample.AES_KEY, null);

        assertRefused(other.encrypt("备案"), Reason.OTHER_APP);
    }

    @Test
    void refusesAnAppIdWithOursInFront() {
        WechatCrypto longer = crypto(Sample.APP_ID + "0", Sample.AES_KEY, null);

        assertRefused(longer.encrypt("备案"), Reason.OTHER_APP);
    }

    @Test
    void refusesAnotherKey() {
        WechatCrypto other = crypto(Sample.APP_ID, Sample.OTHER_KEY, null);

        assertRefused(other.encrypt("备案"), Reason.UNREADABLE_CIPHERTEXT);
    }

    @Test
    void triesThePreviousKey() throws CodecException {
        WechatCrypto before = crypto(Sample.APP_ID, Sample.OTHER_KEY, null);
        WechatCrypto after = crypto(Sample.APP_ID, Sample.AES_KEY, Sample.OTHER_KEY);

        assertThat(after.decrypt(before.encrypt("备案"))).isEqualTo("备案");
        assertThat(ours.decrypt(after.encrypt("备案"))).isEqualTo("备案");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "====",
                "不是",
                "AAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="
            })
    void refusesWhatIsNoCiphertext(String encrypted) {
        assertRefused(encrypted, Reason.UNREADABLE_CIPHERTEXT);
    }

    @Test
    void refusesACutMessage() {
        byte[] sealed = Base64.getDecoder().decode(ours.encrypt("很长的一句话".repeat(20)));

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            String encrypted = Base64.getEncoder().encodeToString(cut);
            assertThatExceptionOfType(CodecException.class)
                    .isThrownBy(() -> ours.decrypt(encrypted));
        }
    }

    private void assertRefused(String encrypted, Reason reason) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> ours.decrypt(encrypted))
                .extracting(CodecException::reason)
                .isEqualTo(reason);
    }

    private static WechatCrypto crypto(String appId, String key, @Nullable String previous) {
        return new WechatCrypto(
                Sample.settings(appId, key, previous, WechatSettings.Mode.SAFE), new Random(2));
    }
}
