package io.beian.photo;

import static io.beian.photo.PhotoAssert.normalised;
import static io.beian.photo.PhotoAssert.takingBlanks;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.packed;
import static io.beian.photo.PictureFiles.packedZeros;
import static io.beian.photo.PictureFiles.withChunk;
import static io.beian.photo.PictureFiles.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the camera was held, in all the places where cameras and converters leave it. */
class OrientationPlacesTest {

    private static final String NAMESPACE = "xmlns:tiff='http://ns.adobe.com/tiff/1.0/'";
    private static final String XAP = "http://ns.adobe.com/xap/1.0/\0";

    /** Lies on its side at 6. */
    private static final BufferedImage HELD = Specimens.corners(601, 400);

    private static final byte[] PNG = PictureFiles.png(HELD);
    private static final byte[] JPEG = PictureFiles.jpeg(HELD);

    private final PhotoCheck check = takingBlanks();

    private static String xmp(String properties) {
        return "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + properties
                + "</rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
    }

    private static byte[] itxt(boolean isPacked, String text) {
        byte[] said = isPacked ? packed(latin(text)) : latin(text);
        return joined(
                latin("XML:com.adobe.xmp\0" + (isPacked ? "\u0001\0" : "\0\0") + "\0\0"), said);
    }

    /** Seventy-two digits a line, as ImageMagick has them. */
    private static String digits(String name, byte[] profile) {
        String hex = HexFormat.of().formatHex(profile).replaceAll("(.{72})", "$1\n");
        return "\n%s\n%8d\n%s\n".formatted(name, profile.length, hex);
    }

    private static byte[] ztxt(String keyword, String text) {
        return joined(latin(keyword + "\0\0"), packed(latin(text)));
    }

    private static byte[] named(byte[] exif) {
        return joined(latin("Exif\0\0"), exif);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rdf:Description NS tiff:Orientation='6'/>",
                "<rdf:Description NS tiff:Orientation = \"6\"/>",
                "<rdf:Description NS><tiff:Orientation>6</tiff:Orientation></rdf:Description>",
                "<rdf:Description NS><tiff:Orientation>\n 6\n </tiff:Orientation></rdf:Description>",
                "<rdf:Description xmlns:t='http://ns.adobe.com/tiff/1.0/' t:Orientation='6'/>",
                "<rdf:Description tiff:Orientation='6'/>",
                "<rdf:Description NS tiff:Make='Sample' tiff:Orientation='6' tiff:Model='X'/>"
            })
    void readsXmpOfPngAndJpeg(String properties) {
        String packet = xmp(properties.replace("NS", NAMESPACE));

        assertTurned(withChunk(PNG, "iTXt", itxt(false, packet)));
        assertTurned(withChunk(PNG, "iTXt", itxt(true, packet)));
        assertTurned(withChunk(PNG, "tEXt", latin("XML:com.adobe.xmp\0" + packet)));
        assertTurned(withChunk(PNG, "zTXt", ztxt("XML:com.adobe.xmp", packet)));
        assertTurned(withSegment(JPEG, 0xE1, latin(XAP + packet)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<rdf:Description NS tiff:Orientation='0'/>",
                "<rdf:Description NS tiff:Orientation='9'/>",
                "<rdf:Description NS tiff:Orientation='66'/>",
                "<rdf:Description NS tiff:Orientation=''/>",
                "<rdf:Description NS tiff:Orientation='1'/>",
                "<rdf:Description NS exif:Orientation='6'/>",
                "<rdf:Description NS nottiff:Orientation='6'/>",
                "<rdf:Description NS tiff:OrientationOfIt='6'/>",
                "<rdf:Description xmlns:t='http://ns.adobe.com/tiff/1.0/' tiff:Orientation='6'/>"
            })
    void leavesAPictureAsItIsWhereXmpMakesNoSense(String properties) {
        String packet = xmp(properties.replace("NS", NAMESPACE));

        assertHeld(withChunk(PNG, "iTXt", itxt(false, packet)));
        assertHeld(withSegment(JPEG, 0xE1, latin(XAP + packet)));
    }

    @Test
    void readsRawProfiles() {
        byte[] exif = PictureFiles.exif(6);
        String xmp = xmp("<rdf:Description " + NAMESPACE + " tiff:Orientation='6'/>");
        byte[] xap = latin(XAP + xmp);

        for (byte[] chunk :
                new byte[][] {
                    ztxt("Raw profile type exif", digits("exif", named(exif))),
                    ztxt("Raw profile type exif", digits("exif", exif)),
                    ztxt("Raw profile type APP1", digits("generic profile", named(exif))),
                    ztxt("Raw profile type APP1", digits("APP1", xap)),
                    ztxt("Raw profile type xmp", digits("xmp", latin(xmp))),
                    ztxt(
                            "Raw profile type exif",
                            digits("exif", named(exif)).toUpperCase(Locale.ROOT)),
                    ztxt("Raw profile type exif", digits("exif", named(exif)).substring(1))
                }) {
            assertTurned(withChunk(PNG, "zTXt", chunk));
        }
        String text = digits("exif", named(exif));
        assertTurned(withChunk(PNG, "tEXt", latin("Raw profile type exif\0" + text)));
        assertTurned(
                withChunk(PNG, "iTXt", latin("Raw profile type exif\0\0\0en\0Rohdaten\0" + text)));
    }

    /** A photograph's EXIF block has a thumbnail of many kilobytes behind the directory. */
    @Test
    void readsALargeBlockThatBreaksOff() {
        byte[] large = Arrays.copyOf(named(PictureFiles.exif(6)), 400_000);
        byte[] text = ztxt("Raw profile type exif", digits("exif", large));

        assertTurned(withChunk(PNG, "zTXt", text));
        assertTurned(withChunk(PNG, "zTXt", Arrays.copyOf(text, text.length - 40)));
        assertTurned(withChunk(PNG, "eXIf", Arrays.copyOf(PictureFiles.exif(6), 400_000)));
        assertTurned(withChunk(PNG, "eXIf", named(PictureFiles.exif(6))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\nexif\n",
                "\nexif\n 12\n",
                "\nexif\n 12\nzz",
                "\nexif\n 12\n4",
                "\nexif\n 12\n4578696600004d4d",
                "4578696600004d4d002a",
                "\n\n\n\n\n"
            })
    void passesOverRawProfilesThatMakeNoSense(String text) {
        assertHeld(withChunk(PNG, "zTXt", ztxt("Raw profile type exif", text)));
        assertHeld(withChunk(PNG, "tEXt", latin("Raw profile type APP1\0" + text)));
        assertHeld(withChunk(PNG, "zTXt", latin("Raw profile type exif\0\0" + text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XML:com.adobe.xmp",
                "XML:com.adobe.xmp\0",
                "XML:com.adobe.xmp\0\u0001",
                "XML:com.adobe.xmp\0\u0001\0",
                "XML:com.adobe.xmp\0\u0001\0en",
                "XML:com.adobe.xmp\0\0\0en\0",
                "XML:com.adobe.xmp\0\u0001\0\0\0noDeflate"
            })
    void passesOverTextsThatEndEarly(String chunk) {
        for (String type : new String[] {"tEXt", "zTXt", "iTXt"}) {
            assertHeld(withChunk(PNG, type, latin(chunk)));
        }
    }

    /** EXIF goes before XMP, and what says something before what does not. */
    @Test
    void believesExifFirst() {
        byte[] turned = latin(XAP + xmp("<rdf:Description tiff:Orientation='6'/>"));
        byte[] held = latin(XAP + xmp("<rdf:Description tiff:Orientation='1'/>"));
        byte[] silent = Arrays.copyOf(latin("MM\0*\0\0\0\u0008\0\0"), 40);

        assertTurned(exifAnd(held, PictureFiles.exif(6)));
        assertHeld(exifAnd(turned, PictureFiles.exif(1)));
        assertTurned(exifAnd(turned, PictureFiles.exif(9)));
        assertTurned(exifAnd(turned, silent));
        assertHeld(exifAnd(held, silent));
    }

    private static byte[] exifAnd(byte[] xmp, byte[] exif) {
        return withSegment(withSegment(JPEG, 0xE1, xmp), 0xE1, named(exif));
    }

    /** The type in TIFF's numbering; only a short number is by the book. */
    @ParameterizedTest
    @CsvSource({
        "MM, 1, 06000000",
        "MM, 3, 00060000",
        "MM, 4, 00000006",
        "MM, 6, 06000000",
        "MM, 8, 00060000",
        "MM, 9, 00000006",
        "II, 1, 06000000",
        "II, 3, 06000000",
        "II, 4, 06000000",
        "II, 7, 06000000",
        "II, 8, 0600FFFF"
    })
    void readsNumbersOfWhicheverType(String order, int type, String value) {
        boolean big = order.equals("MM");
        HexFormat hex = HexFormat.of();
        byte[] block =
                joined(
                        latin(order),
                        hex.parseHex(big ? "002A000000080001" : "2A00080000000100"),
                        hex.parseHex(big ? "01120000" : "12010000"),
                        hex.parseHex(big ? "00000001" : "01000000"),
                        hex.parseHex(value),
                        new byte[4]);
        block[big ? 13 : 12] = (byte) type;

        assertTurned(withSegment(JPEG, 0xE1, named(block)));
        assertTurned(withSegment(JPEG, 0xE1, joined(latin("Exif\0\u00FF"), block)));
        assertTurned(withChunk(PNG, "eXIf", block));
    }

    @Test
    void unpacksNoMoreThanItLooksAt() {
        byte[] bomb = joined(latin("Raw profile type exif\0\0"), packedZeros(1L << 28));
        byte[] packet = joined(latin("XML:com.adobe.xmp\0\u0001\0\0\0"), packedZeros(1L << 28));
        byte[] upload = withChunk(withChunk(PNG, "zTXt", bomb), "iTXt", packet);
        for (int i = 0; i < 20; i++) {
            upload = withChunk(upload, "zTXt", Arrays.copyOf(bomb, 20_000));
        }
        long before = allocated();

        assertHeld(upload);

        assertThat(allocated() - before).isLessThan(48L << 20);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private void assertTurned(byte[] upload) {
        assertThat(normalised(check.check(upload)).height()).isEqualTo(601);
    }

    private void assertHeld(byte[] upload) {
        assertThat(normalised(check.check(upload)).height()).isEqualTo(400);
    }
}
