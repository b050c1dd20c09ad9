package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and signs as the WeChat server does in safe mode. Written apart from the bot's own codec
 * on purpose: each checks the other.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/push">the rules</a>
 */
final class SafeMode {

    private static final int RANDOM_BYTES = 16;
    private static final int BLOCK = 32;

    private final String token;
    private final SecretKeySpec key;
    private final IvParameterSpec iv;
    private final RandomGenerator random;

    SafeMode(String token, String aesKey, RandomGenerator random) {
        byte[] bytes = Base64.getDecoder().decode(aesKey + "=");
        this.token = token;
        this.key = new SecretKeySpec(bytes, "AES");
        this.iv = new IvParameterSpec(bytes, 0, RANDOM_BYTES);
        this.random = random;
    }

    /** What came out of a ciphertext, with the app id it was meant for. */
    record Opened(String message, String appId) {}

    String sign(String... parts) {
        String[] sorted = Arrays.copyOf(parts, parts.length + 1);
        sorted[parts.length] = token;
        Arrays.sort(sorted);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(String.join("", sorted).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    String seal(String message, String appId) {
        byte[] prefix = new byte[RANDOM_BYTES];
        random.nextBytes(prefix);
        return seal(prefix, message, appId);
    }

    String seal(byte[] prefix, String message, String appId) {
        byte[] body = message.getBytes(UTF_8);
        byte[] owner = appId.getBytes(UTF_8);
        int length = RANDOM_BYTES + Integer.BYTES + body.length + owner.length;
        int padding = BLOCK - length % BLOCK;
        ByteBuffer plain = ByteBuffer.allocate(length + padding);
        plain.put(prefix).putInt(body.length).put(body).put(owner);
        Arrays.fill(plain.array(), length, length + padding, (byte) padding);
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES failed on padded text", e);
        }
    }

    /** Empty if this was not encrypted with our key by our rules. */
    Optional<Opened> open(String sealed) {
        try {
            byte[] cipherText = Base64.getDecoder().decode(sealed);
            return unpack(cipher(Cipher.DECRYPT_MODE).doFinal(cipherText));
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | BufferUnderflowException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Opened> unpack(byte[] plain) {
        int padding = plain.length == 0 ? 0 : plain[plain.length - 1];
        if (padding < 1 || padding > BLOCK || plain.length % BLOCK != 0) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(plain, RANDOM_BYTES, plain.length - RANDOM_BYTES);
        int length = buffer.getInt();
        int from = buffer.position();
        int owner = plain.length - padding - from - length;
        if (length < 0 || owner < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Opened(
                        new String(plain, from, length, UTF_8),
                        new String(plain, from + length, owner, UTF_8)));
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, key, iv);
        return cipher;
    }
}
