package io.beian.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for what a camera noted among the texts of a PNG (W3C PNG, third edition, 11.3.3): an XMP
 * packet, or EXIF as ImageMagick and others wrote it before there was a chunk for it, in
 * hexadecimal digits under the name of a raw profile.
 */
final class PngText {

    private static final String XMP = "XML:com.adobe.xmp";
    private static final String RAW = "Raw profile type ";
    private static final Set<String> TELLING = Set.of(XMP, RAW + "exif", RAW + "APP1", RAW + "xmp");
    private static final int LONGEST_NAME = 79;

    private static final String XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0";

    /** What is looked at of a text once it is unpacked; packets of Photoshop have 100 KB. */
    private static final int MOST_BYTES = 256 * 1024;

    private final CameraNotes notes;

    /** Each name is looked at once, however often it comes. */
    private final Set<String> seen = new HashSet<>();

    PngText(CameraNotes notes) {
        this.notes = notes;
    }

    /** Takes note of a chunk of the type tEXt, zTXt or iTXt. */
    void note(String type, byte[] png, int from, int end) {
        int nameEnd = zero(png, from, Math.min(end, from + LONGEST_NAME + 1));
        String name = new String(png, from, nameEnd - from, ISO_8859_1);
        if (nameEnd < end && TELLING.contains(name) && seen.add(name)) {
            byte[] text = text(type, png, nameEnd + 1, end);
            if (name.equals(XMP)) {
                notes.xmp(text);
            } else {
                raw(digits(new String(text, ISO_8859_1)));
            }
        }
    }

    private static byte[] text(String type, byte[] png, int from, int end) {
        return switch (type) {
            case "zTXt" -> inflated(png, from + 1, end);
            case "iTXt" -> {
                int language = zero(png, from + 2, end);
                int text = zero(png, language + 1, end) + 1;
                yield png[from] == 1 ? inflated(png, text, end) : copy(png, text, end);
            }
            default -> copy(png, from, end);
        };
    }

    /** Where the next zero is, or the end. */
    private static int zero(byte[] png, int from, int end) {
        int at = Math.min(from, end);
        while (at < end && png[at] != 0) {
            at++;
        }
        return at;
    }

    private static byte[] copy(byte[] png, int from, int end) {
        return from < end
                ? Arrays.copyOfRange(png, from, Math.min(end, from + MOST_BYTES))
                : new byte[0];
    }

    /** As much as can be unpacked. */
    private static byte[] inflated(byte[] png, int from, int end) {
        byte[] text = new byte[MOST_BYTES];
        int length = 0;
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(png, Math.min(from, end), Math.max(0, end - from));
            int more = inflater.inflate(text);
            while (more > 0) {
                length += more;
                more = inflater.inflate(text, length, text.length - length);
            }
        } catch (DataFormatException malformed) {
            return Arrays.copyOf(text, length);
        } finally {
            inflater.end();
        }
        return Arrays.copyOf(text, length);
    }

    /** The name of the profile and its length stand in lines before the digits. */
    private static byte[] digits(String text) {
        int name = text.indexOf('\n', text.startsWith("\n") ? 1 : 0);
        int length = name < 0 ? -1 : text.indexOf('\n', name + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int high = -1;
        for (int i = length + 1; length > 0 && i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit >= 0 && high >= 0) {
                bytes.write(high << 4 | digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        return bytes.toByteArray();
    }

    private void raw(byte[] profile) {
        String head = new String(profile, 0, Math.min(32, profile.length), ISO_8859_1);
        if (head.startsWith(XMP_HEAD) || head.startsWith("<")) {
            notes.xmp(profile);
        } else {
            notes.exif(profile);
        }
    }
}
