package io.beian.wechat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.beian.privacy.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signatures and encryption of official-account messages.
 *
 * <p>A sealed message is {@code random(16) | length(4, big-endian) | message | appid}, padded to a
 * multiple of 32 and encrypted with AES-256-CBC, the first half of the key being the IV. See
 * https://developers.weixin.qq.com/doc/service/guide/dev/push/encryption.html
 */
final class WechatCrypto {

    private static final int RANDOM_BYTES = 16;
    private static final int HEADER_BYTES = RANDOM_BYTES + Integer.BYTES;
    private static final int PAD_BLOCK = 32;
    private static final int NOT_OURS = -1;

    private final String token;
    private final byte[] appId;
    private final List<Key> keys;
    private final RandomGenerator random;

    WechatCrypto(WechatSettings settings, RandomGenerator random) {
        this.token = settings.token().value();
        this.appId = settings.appId().getBytes(UTF_8);
        this.keys = keys(settings.aesKey(), settings.previousAesKey());
        this.random = random;
    }

    /** The signature over our token and these parts, in lower-case hex. */
    String signature(String... parts) {
        String[] sorted = Arrays.copyOf(parts, parts.length + 1);
        sorted[parts.length] = token;
        Arrays.sort(sorted);
        return HexFormat.of().formatHex(sha1(String.join("", sorted)));
    }

    /** Compares in constant time. */
    boolean isSignature(String presented, String... parts) {
        return MessageDigest.isEqual(
                signature(parts).getBytes(US_ASCII), presented.getBytes(UTF_8));
    }

    String encrypt(String message) {
        byte[] head = new byte[RANDOM_BYTES];
        random.nextBytes(head);
        return encrypt(head, message);
    }

    String encrypt(byte[] head, String message) {
        byte[] text = message.getBytes(UTF_8);
        int length = HEADER_BYTES + text.length + appId.length;
        int pad = PAD_BLOCK - length % PAD_BLOCK;
        ByteBuffer plain = ByteBuffer.allocate(length + pad);
        plain.put(head).putInt(text.length).put(text).put(appId);
        Arrays.fill(plain.array(), length, length + pad, (byte) pad);
        try {
            byte[] sealed = keys.get(0).cipher(Cipher.ENCRYPT_MODE).doFinal(plain.array());
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is not available", e);
        }
    }

    /** Opens a sealed message that was meant for our app. */
    String decrypt(String encrypted) throws CodecException {
        byte[] sealed = decode(encrypted);
        for (Key key : keys) {
            byte[] plain = open(key, sealed);
            int end = messageEnd(plain);
            if (end > 0) {
                return message(plain, end);
            }
        }
        throw new CodecException(Reason.UNREADABLE_CIPHERTEXT);
    }

    private String message(byte[] plain, int end) throws CodecException {
        byte[] sender = Arrays.copyOfRange(plain, end, plain.length - plain[plain.length - 1]);
        if (!MessageDigest.isEqual(appId, sender)) {
            throw new CodecException(Reason.OTHER_APP);
        }
        return new String(plain, HEADER_BYTES, end - HEADER_BYTES, UTF_8);
    }

    /** Where the message ends, or that padding or length show another key. */
    private static int messageEnd(byte[] plain) {
        int pad = plain[plain.length - 1];
        if (pad < 1 || pad > PAD_BLOCK || plain.length < HEADER_BYTES + pad) {
            return NOT_OURS;
        }
        for (int i = plain.length - pad; i < plain.length; i++) {
            if (plain[i] != pad) {
                return NOT_OURS;
            }
        }
        int length = ByteBuffer.wrap(plain).getInt(RANDOM_BYTES);
        int room = plain.length - pad - HEADER_BYTES;
        return length < 0 || length > room ? NOT_OURS : HEADER_BYTES + length;
    }

    private static byte[] open(Key key, byte[] sealed) {
        try {
            return key.cipher(Cipher.DECRYPT_MODE).doFinal(sealed);
        } catch (GeneralSecurityException e) {
            return new byte[1];
        }
    }

    private static byte[] decode(String encrypted) throws CodecException {
        try {
            byte[] sealed = Base64.getDecoder().decode(encrypted);
            if (sealed.length >= PAD_BLOCK) {
                return sealed;
            }
        } catch (IllegalArgumentException e) {
            // Not Base64: the same answer as too short.
        }
        throw new CodecException(Reason.UNREADABLE_CIPHERTEXT);
    }

    private static List<Key> keys(Secret current, @Nullable Secret previous) {
        List<Key> keys = new ArrayList<>();
        keys.add(Key.of(current));
        if (previous != null) {
            keys.add(Key.of(previous));
        }
        return List.copyOf(keys);
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-1 is not available", e);
        }
    }

    private record Key(SecretKeySpec secret, IvParameterSpec iv) {

        static Key of(Secret encodingAesKey) {
            byte[] bytes = Base64.getDecoder().decode(encodingAesKey.value() + "=");
            return new Key(new SecretKeySpec(bytes, "AES"), new IvParameterSpec(bytes, 0, 16));
        }

        /** The padding is ours: 32 bytes wide, which no provider offers. */
        Cipher cipher(int mode) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, secret, iv);
            return cipher;
        }
    }
}
