package io.beian.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beian.privacy.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs events as Standard Webhooks does: HMAC-SHA256 over id, time and body. */
public final class EventSignature {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public EventSignature(Secret secret) {
        this.key = new SecretKeySpec(decode(secret.value()), ALGORITHM);
    }

    private static byte[] decode(String secret) {
        try {
            if (secret.startsWith(PREFIX)) {
                return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException e) {
            // Told below without the cause: its message may quote the secret.
        }
        throw new IllegalArgumentException("beian.filing.webhook-secret: not whsec_ and Base64");
    }

    public String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of several signatures, separated by blanks, one has to fit. */
    boolean fits(String signatures, String id, String timestamp, byte[] body) {
        byte[] expected = sign(id, timestamp, body).getBytes(UTF_8);
        boolean fits = false;
        for (String given : signatures.split(" ", -1)) {
            fits |= MessageDigest.isEqual(expected, given.getBytes(UTF_8));
        }
        return fits;
    }
}
