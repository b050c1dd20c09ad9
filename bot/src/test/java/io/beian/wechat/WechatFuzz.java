package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes any bytes at one of the doors WeChat's requests come through. Each ends in an accepted
 * message or in a refusal of ours; anything thrown is a finding. A fuzzer may use it as its target.
 */
final class WechatFuzz {

    private static final WechatCrypto CRYPTO = Sample.crypto();
    private static final WechatGate GATE = new WechatGate(Sample.settings(), CRYPTO);
    private static final WechatXml XML = new WechatXml();
    private static final ReplyWriter WRITER = new ReplyWriter(CRYPTO, new Random(7));

    private WechatFuzz() {}

    /** The body of a request whose signature is right for whatever it holds. */
    static final class Envelope {
        private Envelope() {}

        public static void fuzzerTestOneInput(byte[] body) {
            judged(GATE.message(Sample.query(CRYPTO, encrypted(body)), body, Sample.NOW));
        }

        private static String encrypted(byte[] body) {
            try {
                return XML.read(body).getOrDefault("Encrypt", "");
            } catch (CodecException e) {
                return "";
            }
        }
    }

    /** A message as WeChat would seal it; what is accepted is answered, and the answer read. */
    static final class Message {
        private Message() {}

        public static void fuzzerTestOneInput(byte[] message) {
            judged(sealed(CRYPTO.encrypt(new String(message, UTF_8))));
        }
    }

    /** What a key opens: the header, the length, the app id and the padding are the fuzzer's. */
    static final class Plaintext {
        private Plaintext() {}

        public static void fuzzerTestOneInput(byte[] plain) throws Exception {
            byte[] whole = Arrays.copyOf(plain, plain.length + Math.floorMod(-plain.length, 16));
            byte[] key = Base64.getDecoder().decode(Sample.AES_KEY + "=");
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(key, 0, 16));
            judged(sealed(Base64.getEncoder().encodeToString(cipher.doFinal(whole))));
        }
    }

    /** The parameters of the address, a line each, of a message and of the challenge. */
    static final class Query {
        private static final String[] NAMES = {
            "timestamp", "nonce", "openid", "encrypt_type", "signature", "msg_signature", "echostr"
        };
        private static final String ENCRYPTED = CRYPTO.encrypt(Sample.textMessage("备案"));
        private static final byte[] BODY = Sample.envelope(ENCRYPTED).getBytes(UTF_8);

        private Query() {}

        public static void fuzzerTestOneInput(byte[] lines) {
            Map<String, String> query = new HashMap<>(Sample.query(CRYPTO, ENCRYPTED));
            String[] values = new String(lines, UTF_8).split("\n", -1);
            for (int i = 0; i < Math.min(values.length, NAMES.length); i++) {
                query.put(NAMES[i], values[i]);
            }
            judged(GATE.message(query, BODY, Sample.NOW));
            judged(GATE.challenge(query, Sample.NOW));
        }
    }

    private static Verdict sealed(String encrypted) {
        byte[] body = Sample.envelope(encrypted).getBytes(UTF_8);
        return GATE.message(Sample.query(CRYPTO, encrypted), body, Sample.NOW);
    }

    private static void judged(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            int status = refused.reason().status();
            // A signed message that is none is taken off WeChat's hands.
            check(status == 200 || (status >= 400 && status < 500), "status " + status);
        } else if (verdict instanceof Verdict.Accepted accepted) {
            check(
                    accepted.message().origin().openid().equals(Sample.OPENID)
                            && accepted.message().origin().account().equals(Sample.ACCOUNT),
                    "taken for somebody else");
            answered(accepted);
        }
    }

    /** Echoes the text, which is the worst that can be said. */
    private static void answered(Verdict.Accepted accepted) {
        Inputs.of(accepted.message());
        String said = accepted.message() instanceof Inbound.Text text ? text.content() : "好";
        String reply = WRITER.write(accepted, new PassiveReply.Text(said), Sample.NOW);
        try {
            String encrypted = XML.read(reply).getOrDefault("Encrypt", "");
            Map<String, String> read = XML.read(CRYPTO.decrypt(encrypted));
            String lines = said.replace("\r\n", "\n").replace('\r', '\n');
            check(XmlText.legal(lines).equals(read.get("Content")), "reply reads otherwise");
            check(read.size() == 5, "reply has more fields than it should");
        } catch (CodecException e) {
            throw new AssertionError("reply unreadable: " + e.reason(), e);
        }
    }

    private static void check(boolean held, String otherwise) {
        if (!held) {
            throw new AssertionError(otherwise);
        }
    }
}
