package io.beian.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request comes from WeChat and is meant for us, and reads it.
 *
 * <ul>
 *   <li>In safe mode only encrypted messages count: a plain one proves nothing about its body.
 *   <li>A request far from our clock is refused. A replay inside the window carries the key of the
 *       message it repeats, just as WeChat's own retries do.
 * </ul>
 */
final class WechatGate {

    private static final String NUMBER = "[0-9]{1,11}";
    private static final String ECHO = "[A-Za-z0-9+/=_-]{1,512}";

    private final WechatCrypto crypto;
    private final WechatXml xml = new WechatXml();
    private final boolean plainAllowed;
    private final @Nullable String account;
    private final Duration window;
    private final long maxBody;

    WechatGate(WechatSettings settings, WechatCrypto crypto) {
        this.crypto = crypto;
        this.plainAllowed = settings.mode() == WechatSettings.Mode.PLAIN;
        this.account = settings.originalId();
        this.window = settings.timestampWindow();
        this.maxBody = settings.maxBody().toBytes();
    }

    /** Judges the GET by which WeChat tests the address. */
    Verdict challenge(Map<String, String> params, Instant now) {
        try {
            checkTime(params, now);
            checkSignature(param(params, "signature"), params);
            String echo = param(params, "echostr");
            if (!echo.matches(ECHO)) {
                throw new CodecException(Reason.PARAMETER_MISSING);
            }
            return new Verdict.Challenge(echo);
        } catch (CodecException e) {
            return new Verdict.Refused(e.reason());
        }
    }

    /** Judges the POST of a message. */
    Verdict message(Map<String, String> params, byte[] body, Instant now) {
        try {
            if (body.length > maxBody) {
                throw new CodecException(Reason.TOO_LARGE);
            }
            checkTime(params, now);
            boolean encrypted = "aes".equals(params.get("encrypt_type"));
            Map<String, String> fields = encrypted ? sealed(params, body) : plain(params, body);
            Inbound message = InboundReader.read(fields);
            checkParties(message.origin(), params.get("openid"));
            return new Verdict.Accepted(message, encrypted);
        } catch (CodecException e) {
            return new Verdict.Refused(e.reason());
        }
    }

    private Map<String, String> sealed(Map<String, String> params, byte[] body)
            throws CodecException {
        String signature = param(params, "msg_signature");
        String encrypted = envelope(body).get("Encrypt");
        if (encrypted == null) {
            throw new CodecException(Reason.NOT_ENCRYPTED);
        }
        checkSignature(signature, params, encrypted);
        return xml.read(crypto.decrypt(encrypted));
    }

    /** Nobody has signed it yet: what is wrong with it is not WeChat's. */
    private Map<String, String> envelope(byte[] body) throws CodecException {
        try {
            return xml.read(body);
        } catch (CodecException e) {
            throw new CodecException(Reason.UNREADABLE_ENVELOPE);
        }
    }

    private Map<String, String> plain(Map<String, String> params, byte[] body)
            throws CodecException {
        if (!plainAllowed) {
            throw new CodecException(Reason.NOT_ENCRYPTED);
        }
        checkSignature(param(params, "signature"), params);
        return xml.read(body);
    }

    private void checkTime(Map<String, String> params, Instant now) throws CodecException {
        String seconds = param(params, "timestamp");
        if (!seconds.matches(NUMBER)) {
            throw new CodecException(Reason.PARAMETER_MISSING);
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(seconds));
        if (Duration.between(sent, now).abs().compareTo(window) > 0) {
            throw new CodecException(Reason.OUTSIDE_TIME_WINDOW);
        }
    }

    private void checkSignature(String presented, Map<String, String> params, String... signed)
            throws CodecException {
        String[] parts = new String[signed.length + 2];
        parts[0] = param(params, "timestamp");
        parts[1] = param(params, "nonce");
        System.arraycopy(signed, 0, parts, 2, signed.length);
        if (!crypto.isSignature(presented, parts)) {
            throw new CodecException(Reason.SIGNATURE_WRONG);
        }
    }

    private void checkParties(Inbound.Origin origin, @Nullable String openid)
            throws CodecException {
        if (account != null && !account.equals(origin.account())) {
            throw new CodecException(Reason.OTHER_ACCOUNT);
        }
        if (openid != null && !openid.equals(origin.openid())) {
            throw new CodecException(Reason.OTHER_SENDER);
        }
    }

    private static String param(Map<String, String> params, String name) throws CodecException {
        String value = params.get(name);
        if (value == null || value.isEmpty()) {
            throw new CodecException(Reason.PARAMETER_MISSING);
        }
        return value;
    }
}
