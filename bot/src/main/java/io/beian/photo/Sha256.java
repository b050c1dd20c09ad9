package io.beian.photo;

import com.google.common.hash.Hashing;
import java.util.regex.Pattern;

/** The name of a picture: the SHA-256 of its bytes in lower-case hexadecimal. */
final class Sha256 {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private static final int FAN_OUT = 2;

    private Sha256() {}

    static String of(byte[] bytes) {
        return Hashing.sha256().hashBytes(bytes).toString();
    }

    /** Names come from our own state; anything else is a defect, and never becomes a path. */
    static String checked(String sha256) {
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not the SHA-256 of a photo");
        }
        return sha256;
    }

    /** Where the picture is kept, in a folder or a bucket alike: {@code ab/cdef…}. */
    static String place(String sha256) {
        String name = checked(sha256);
        return name.substring(0, FAN_OUT) + "/" + name.substring(FAN_OUT);
    }

    /** What the picture is sealed as, wherever it is kept. */
    static String as(String sha256) {
        return "photo " + sha256;
    }
}
