package io.beian.photo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Reads how the camera was held from an XMP packet (ISO 16684-1; the property is {@code
 * tiff:Orientation} of XMP part 2). One digit is all we want of it: no XML of a stranger is parsed.
 */
final class XmpOrientation {

    private static final Pattern PREFIX =
            Pattern.compile(
                    "xmlns:(\\w{1,32})\\s{0,8}=\\s{0,8}[\"']http://ns\\.adobe\\.com/tiff/1\\.0/[\"']");

    private static final String VALUE =
            ":Orientation\\s{0,8}(?:=\\s{0,8}[\"']|>)\\s{0,64}([1-8])\\s{0,64}[\"'<]";

    private XmpOrientation() {}

    /** Empty if the packet says nothing or nothing sensible. */
    static Optional<Orientation> of(byte[] packet) {
        String xmp = new String(packet, StandardCharsets.ISO_8859_1);
        Matcher prefix = PREFIX.matcher(xmp);
        String name = prefix.find() ? prefix.group(1) : "tiff";
        Matcher value = Pattern.compile("\\b" + Pattern.quote(name) + VALUE).matcher(xmp);
        return value.find()
                ? Optional.of(Orientation.typeOf(Integer.parseInt(value.group(1))))
                : Optional.empty();
    }
}
