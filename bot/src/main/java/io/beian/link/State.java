package io.beian.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What goes to WeChat and back with a browser: proof that it is the same browser, and on its way to
 * the same link. Nothing of it is kept here, so that whoever only looks at a link costs nothing.
 *
 * @param nonce a secret of the browser
 */
record State(String nonce, URI link) {

    private static final String MAC = "HmacSHA256";

    /** Which time a browser is sent: WeChat's own may use a code twice, so there is a second. */
    enum Attempt {
        FIRST,
        LAST
    }

    /** 64 letters and digits; WeChat takes no others. */
    String text(Attempt attempt) {
        String signed = attempt + " " + link;
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(nonce.getBytes(UTF_8), MAC));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which attempt a text that came back belongs to; none if it is not of this browser. */
    Optional<Attempt> attempt(String given) {
        for (Attempt attempt : Attempt.values()) {
            if (MessageDigest.isEqual(text(attempt).getBytes(UTF_8), given.getBytes(UTF_8))) {
                return Optional.of(attempt);
            }
        }
        return Optional.empty();
    }
}
