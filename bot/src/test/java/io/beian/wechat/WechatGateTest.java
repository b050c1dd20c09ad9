package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WechatGateTest {

    private final WechatCrypto crypto = Sample.crypto();
    private final WechatGate gate = new WechatGate(Sample.settings(), crypto);
    private final String encrypted = crypto.encrypt(Sample.textMessage("备案"));
    private final Map<String, String> query = Sample.query(crypto, encrypted);

    @Test
    void acceptsAnEncryptedMessage() {
        Verdict verdict = post(encrypted);

        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        Verdict.Accepted accepted = (Verdict.Accepted) verdict;
        assertThat(accepted.encrypted()).isTrue();
        assertThat(((Inbound.Text) accepted.message()).content()).isEqualTo("备案");
    }

    @Test
    void acceptsTwentyKilobytesOfText() {
        String long20 = "长".repeat(7_000);
        String sealed = crypto.encrypt(Sample.textMessage(long20));
        Map<String, String> signed = Sample.query(crypto, sealed);

        Verdict verdict = gate.message(signed, body(sealed), Sample.NOW);

        assertThat(((Inbound.Text) ((Verdict.Accepted) verdict).message()).content())
                .isEqualTo(long20);
    }

    @Test
    void acceptsARetryUnderAnotherNonceAsTheSameMessage() {
        String timestamp = query.getOrDefault("timestamp", "");
        String again = crypto.encrypt(Sample.textMessage("备案"));
        Map<String, String> retry = new HashMap<>(query);
        retry.put("nonce", "other");
        retry.put("msg_signature", crypto.signature(timestamp, "other", again));

        Verdict.Accepted first = (Verdict.Accepted) post(encrypted);
        Verdict.Accepted second =
                (Verdict.Accepted) gate.message(retry, body(again), Sample.NOW.plusSeconds(5));

        assertThat(second.message()).isEqualTo(first.message());
    }

    @Test
    void answersTheChallenge() {
        query.put("echostr", "4375120948345356249");

        assertThat(gate.challenge(query, Sample.NOW))
                .isEqualTo(new Verdict.Challenge("4375120948345356249"));
    }

    @Test
    void refusesAChallengeNobodySigned() {
        query.put("echostr", "4375120948345356249");
        query.put("signature", query.get("msg_signature"));

        assertRefused(gate.challenge(query, Sample.NOW), Reason.SIGNATURE_WRONG);
    }

    @Test
    void echoesNoMarkup() {
        query.put("echostr", "<script>");

        assertRefused(gate.challenge(query, Sample.NOW), Reason.PARAMETER_MISSING);
    }

    @Test
    void refusesAWrongSignature() {
        query.put("msg_signature", query.get("signature"));

        assertRefused(post(encrypted), Reason.SIGNATURE_WRONG);
    }

    @Test
    void refusesABodyThatWasNotSigned() {
        assertRefused(post(crypto.encrypt(Sample.textMessage("其他"))), Reason.SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "raw", "AES", "aes "})
    void refusesPlainTextInSafeMode(String type) {
        query.put("encrypt_type", type);
        byte[] plain = Sample.textMessage("备案").getBytes(UTF_8);

        assertRefused(gate.message(query, plain, Sample.NOW), Reason.NOT_ENCRYPTED);
    }

    @Test
    void refusesPlainTextWithoutAType() {
        query.remove("encrypt_type");
        byte[] plain = Sample.textMessage("备案").getBytes(UTF_8);

        assertRefused(gate.message(query, plain, Sample.NOW), Reason.NOT_ENCRYPTED);
    }

    @Test
    void refusesPlainTextUnderAnEncryptedName() {
        byte[] plain = Sample.textMessage("备案").getBytes(UTF_8);

        assertRefused(gate.message(query, plain, Sample.NOW), Reason.NOT_ENCRYPTED);
    }

    @Test
    void ignoresTheReadableHalfOfACompatibleMessage() {
        String both =
                Sample.textMessage("假")
                        .replace("</xml>", "<Encrypt>" + encrypted + "</Encrypt></xml>");

        Verdict verdict = gate.message(query, both.getBytes(UTF_8), Sample.NOW);

        assertThat(((Inbound.Text) ((Verdict.Accepted) verdict).message()).content())
                .isEqualTo("备案");
    }

    @Test
    void acceptsPlainTextWhereConfigured() {
        WechatSettings settings =
                Sample.settings(Sample.APP_ID, Sample.AES_KEY, null, WechatSettings.Mode.PLAIN);
        WechatGate open = new WechatGate(settings, crypto);
        query.remove("encrypt_type");
        byte[] plain = Sample.textMessage("备案").getBytes(UTF_8);

        Verdict accepted = open.message(query, plain, Sample.NOW);
        query.put("signature", query.get("msg_signature"));
        Verdict unsigned = open.message(query, plain, Sample.NOW);

        assertThat(((Verdict.Accepted) accepted).encrypted()).isFalse();
        assertRefused(unsigned, Reason.SIGNATURE_WRONG);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400, -4_000_000_000L})
    void refusesAnotherTime(long seconds) {
        assertRefused(
                gate.message(query, body(encrypted), Sample.NOW.plusSeconds(seconds)),
                Reason.OUTSIDE_TIME_WINDOW);
    }

    @Test
    void allowsForClocksThatDiffer() {
        Duration window = Duration.ofMinutes(5);

        assertThat(gate.message(query, body(encrypted), Sample.NOW.plus(window)))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(gate.message(query, body(encrypted), Sample.NOW.minus(window)))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "nonce", "msg_signature"})
    void refusesARequestWithoutAParameter(String name) {
        query.remove(name);

        assertRefused(post(encrypted), Reason.PARAMETER_MISSING);
    }

    @Test
    void refusesATimestampThatIsNoNumber() {
        query.put("timestamp", "99999999999999999999");

        assertRefused(post(encrypted), Reason.PARAMETER_MISSING);
    }

    @Test
    void refusesAnotherApp() {
        WechatSettings settings =
                Sample.settings(
                        "wxfedcba9876543210", Sample.AES_KEY, null, WechatSettings.Mode.SAFE);
        String foreign =
                new WechatCrypto(settings, new Random(3)).encrypt(Sample.textMessage("备案"));

        assertRefused(
                gate.message(Sample.query(crypto, foreign), body(foreign), Sample.NOW),
                Reason.OTHER_APP);
    }

    @Test
    void refusesAnotherAccount() {
        String foreign =
                crypto.encrypt(Sample.textMessage("备案").replace(Sample.ACCOUNT, "gh_other"));

        assertRefused(
                gate.message(Sample.query(crypto, foreign), body(foreign), Sample.NOW),
                Reason.OTHER_ACCOUNT);
    }

    @Test
    void refusesAnotherSenderThanTheAddressNames() {
        query.put("openid", "oSomebodyElse");

        assertRefused(post(encrypted), Reason.OTHER_SENDER);
    }

    @Test
    void doesWithoutTheSenderInTheAddress() {
        query.remove("openid");

        assertThat(post(encrypted)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void refusesTooMuch() {
        assertRefused(gate.message(query, new byte[64 * 1024 + 1], Sample.NOW), Reason.TOO_LARGE);
    }

    @Test
    void refusesASignedMessageThatIsNoXml() {
        String json = crypto.encrypt("{\"ToUserName\":\"gh\"}");

        Verdict verdict = gate.message(Sample.query(crypto, json), body(json), Sample.NOW);

        assertRefused(verdict, Reason.UNREADABLE_XML);
        assertThat(Reason.UNREADABLE_XML.status()).isEqualTo(200);
    }

    @Test
    void refusesAnEnvelopeNobodySigned() {
        Verdict verdict = gate.message(query, "<xml".getBytes(UTF_8), Sample.NOW);

        assertRefused(verdict, Reason.UNREADABLE_ENVELOPE);
        assertThat(Reason.UNREADABLE_ENVELOPE.status()).isEqualTo(400);
    }

    private Verdict post(String sealed) {
        return gate.message(query, body(sealed), Sample.NOW);
    }

    private static byte[] body(String sealed) {
        return Sample.envelope(sealed).getBytes(UTF_8);
    }

    private static void assertRefused(Verdict verdict, Reason reason) {
        assertThat(verdict).isEqualTo(new Verdict.Refused(reason));
    }
}
