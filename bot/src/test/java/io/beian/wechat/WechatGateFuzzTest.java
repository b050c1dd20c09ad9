package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged requests are refused, and nothing is ever thrown. */
class WechatGateFuzzTest {

    private static final int INPUTS = 5_000;

    private final Random random = new Random(20261123);
    private final WechatCrypto crypto = Sample.crypto();
    private final WechatGate gate = new WechatGate(Sample.settings(), crypto);
    private final WechatXml xml = new WechatXml();

    @Test
    void refusesACiphertextWithAnyBitTurned() {
        String encrypted = crypto.encrypt(Sample.textMessage("我要备案 😀"));
        Map<String, String> query = Sample.query(crypto, encrypted);
        byte[] body = Sample.envelope(encrypted).getBytes(UTF_8);
        int start = new String(body, UTF_8).indexOf(encrypted);

        for (int i = 0; i < INPUTS; i++) {
            byte[] damaged = body.clone();
            int at = start + random.nextInt(encrypted.length());
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(gate.message(query, damaged, Sample.NOW))
                    .isInstanceOf(Verdict.Refused.class);
        }
    }

    /** As if somebody knew the token, but not the key. */
    @Test
    void neverTakesADamagedCiphertextForTheMessageEvenIfSigned() {
        byte[] sealed = Base64.getDecoder().decode(crypto.encrypt(Sample.textMessage("我要备案 😀")));

        for (int i = 0; i < INPUTS; i++) {
            byte[] damaged = sealed.clone();
            // The last three blocks hold appid and padding; elsewhere CBC has no integrity.
            int at = damaged.length - 1 - random.nextInt(48);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            String encrypted = Base64.getEncoder().encodeToString(damaged);
            Verdict verdict =
                    gate.message(
                            Sample.query(crypto, encrypted),
                            Sample.envelope(encrypted).getBytes(UTF_8),
                            Sample.NOW);
            assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void throwsNothingButRefusalsAtRandomCiphertext() {
        for (int i = 0; i < INPUTS; i++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            String encrypted = Base64.getEncoder().encodeToString(noise);
            assertThat(
                            gate.message(
                                    Sample.query(crypto, encrypted),
                                    Sample.envelope(encrypted).getBytes(UTF_8),
                                    Sample.NOW))
                    .isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void throwsNothingButRefusalsAtDamagedXml() {
        byte[] message = Sample.textMessage("我要备案 😀 ]]> &amp;").getBytes(UTF_8);
        int refused = 0;

        for (int i = 0; i < INPUTS; i++) {
            refused += isRefused(damage(message)) ? 1 : 0;
        }

        assertThat(refused).isBetween(INPUTS / 4, INPUTS);
    }

    private boolean isRefused(byte[] body) {
        try {
            InboundReader.read(xml.read(body));
            return false;
        } catch (CodecException e) {
            return true;
        }
    }

    private byte[] damage(byte[] message) {
        byte[] damaged = message.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            damaged = damageOnce(damaged);
        }
        return damaged;
    }

    private byte[] damageOnce(byte[] message) {
        int from = random.nextInt(message.length);
        int to = from + random.nextInt(message.length - from);
        String before = new String(message, 0, from, UTF_8);
        String middle = new String(message, from, to - from, UTF_8);
        String after = new String(message, to, message.length - to, UTF_8);
        String joined =
                switch (random.nextInt(5)) {
                    case 0 -> before + after;
                    case 1 -> before + middle + middle + after;
                    case 2 -> after + middle + before;
                    case 3 -> before + (char) random.nextInt(0x10000) + middle + after;
                    default ->
                            before
                                    + "<![CDATA[<!DOCTYPE &;%><?]]>".charAt(random.nextInt(28))
                                    + middle
                                    + after;
                };
        byte[] bytes = joined.getBytes(UTF_8);
        return bytes.length == 0 ? message : bytes;
    }
}
