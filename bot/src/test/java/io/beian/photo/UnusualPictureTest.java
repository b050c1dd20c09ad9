package io.beian.photo;

import static io.beian.photo.PhotoAssert.assertUnusable;
import static io.beian.photo.PhotoAssert.normalised;
import static io.beian.photo.PhotoAssert.takingBlanks;
import static io.beian.photo.PictureFiles.chunk;
import static io.beian.photo.PictureFiles.indexOf;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.jpeg;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.packedZeros;
import static io.beian.photo.PictureFiles.png;
import static io.beian.photo.PictureFiles.pngHeader;
import static io.beian.photo.PictureFiles.withChunk;
import static io.beian.photo.PictureFiles.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that are whole but that no camera writes. */
class UnusualPictureTest {

    private final PhotoCheck check = takingBlanks();

    /** Lossless, differential, arithmetic: some decoders read them, slowly and with much memory. */
    @ParameterizedTest
    @ValueSource(ints = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
    void refusesFramesOfOtherKindsThanCamerasWrite(int kind) {
        byte[] upload = ForgedJpeg.sequential(kind, 8, 400, 300, 0x11);

        assertUnusable(check.check(upload), PhotoProblem.UNUSUAL);
    }

    @Test
    void refusesTwelveBitsAndOddNumbersOfColours() {
        byte[] deep = ForgedJpeg.sequential(0xC1, 12, 400, 300, 0x11);
        byte[] two = ForgedJpeg.sequential(0xC0, 8, 400, 300, 0x11, 0x11);
        byte[] five = ForgedJpeg.sequential(0xC0, 8, 400, 300, 0x11, 0x11, 0x11, 0x11, 0x11);

        for (byte[] upload : new byte[][] {deep, two, five}) {
            assertUnusable(check.check(upload), PhotoProblem.UNUSUAL);
        }
    }

    @Test
    void readsRestartMarkersCoarseColoursAndScansApart() {
        byte[] coarse = ForgedJpeg.sequential(0xC0, 8, 400, 300, 0x41, 0x11, 0x11);
        byte[] extended = ForgedJpeg.sequential(0xC1, 8, 400, 300, 0x22, 0x11, 0x11);
        byte[] restarting = ForgedJpeg.restarting(400, 320);
        byte[] apart = ForgedJpeg.apart(400, 300, 3);
        byte[] progressive = ForgedJpeg.progressive(400, 300, 3, 20);

        for (byte[] upload : new byte[][] {coarse, extended, restarting, apart, progressive}) {
            assertThat(normalised(check.check(upload)).width()).isEqualTo(400);
        }
    }

    @Test
    void refusesTheLargestSidesAHeaderCanClaim() {
        byte[] upload = ForgedJpeg.sequential(0xC0, 8, 400, 300, 0x11);
        byte[] sides = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        int at = indexOf(upload, new byte[] {(byte) 0xFF, (byte) 0xC0}) + 5;
        System.arraycopy(sides, 0, upload, at, 4);

        assertUnusable(check.check(upload), PhotoProblem.TOO_MANY_PIXELS);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, TOO_SMALL", "1, 60000, TOO_SMALL", "200, 40000, TOO_LONG"})
    void refusesNeedlesAndDots(int width, int height, PhotoProblem problem) {
        byte[] jpeg = ForgedJpeg.sequential(0xC0, 8, width, height, 0x11);
        byte[] png =
                joined(
                        pngHeader(width, height, 8, 0),
                        chunk("IDAT", packedZeros((width + 1L) * height)),
                        chunk("IEND", new byte[0]));

        assertUnusable(check.check(jpeg), problem);
        assertUnusable(check.check(png), problem);
    }

    /** Decoders hold such pictures in whole, outside the heap: 240 MB for these. */
    @Test
    void refusesLargePicturesOfManyScansInFullColour() {
        byte[] progressive = ForgedJpeg.progressive(8000, 5000, 3, 1);
        byte[] apart = ForgedJpeg.apart(8000, 5000, 3);

        assertUnusable(check.check(progressive), PhotoProblem.UNUSUAL);
        assertUnusable(check.check(apart), PhotoProblem.UNUSUAL);
        assertThat(JpegEssentials.of(ForgedJpeg.progressive(6000, 4000, 3, 9)).fault()).isEmpty();
        assertThat(JpegEssentials.of(ForgedJpeg.progressive(8000, 5000, 1, 9)).fault()).isEmpty();
    }

    /** Each of them costs the decoder's memory a hundred times its bytes. */
    @Test
    void refusesAJpegOfEndlessTables() {
        byte[] whole = ForgedJpeg.sequential(0xC0, 8, 400, 300, 0x11);
        byte[] table = ForgedJpeg.huffmanTable(0, 0);

        assertThat(JpegEssentials.of(ForgedJpeg.with(whole, table, 150)).fault()).isEmpty();
        assertUnusable(check.check(ForgedJpeg.with(whole, table, 400_000)), PhotoProblem.UNUSUAL);
    }

    @Test
    void refusesAPngOfEndlessChunks() {
        byte[] data = chunk("IDAT", packedZeros(301 * 300));
        byte[] nothing = chunk("IDAT", new byte[0]);
        byte[] chunks = new byte[nothing.length * 20_000];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = nothing[i % nothing.length];
        }
        byte[] end = chunk("IEND", new byte[0]);

        byte[] upload = joined(pngHeader(300, 300, 8, 0), chunks, data, end);

        assertUnusable(check.check(upload), PhotoProblem.UNUSUAL);
    }

    @Test
    void passesOverSixtyThousandSegmentsThatAreNoPicture() {
        byte[] whole = jpeg(Specimens.plain(300, 300, 0x808080));

        normalised(check.check(ForgedJpeg.with(whole, ForgedJpeg.segment(0xE5), 60_000)));
    }

    @Test
    void takesTheFirstPictureOfAnAnimatedPng() {
        byte[] upload = png(Specimens.plain(300, 300, 0x3060C0));
        byte[] frame = joined(PictureFiles.number(0), packedZeros(100));
        byte[] animated =
                withChunk(
                        withChunk(upload, "fdAT", frame),
                        "acTL",
                        new byte[] {0, 0, 0, 9, 0, 0, 0, 0});

        PhotoAssert.assertColour(PhotoAssert.pixels(check.check(animated)), 150, 150, 0x3060C0, 6);
    }

    /** Unless all of the picture is in it, and only its end mark or checksum is not. */
    @Test
    void refusesEveryBeginningOfAPicture() {
        byte[] jpeg = ForgedJpeg.sequential(0xC0, 8, 200, 200, 0x11);
        byte[] progressive = ForgedJpeg.progressive(200, 200, 3, 3);
        byte[] png = png(Specimens.card(204, 202));
        byte[] writing = jpeg(Specimens.card(204, 202));

        for (byte[] whole : new byte[][] {jpeg, progressive, png, writing}) {
            String picture = normalised(check.check(whole)).sha256();
            for (int length = 0; length < whole.length; length++) {
                if (check.check(Arrays.copyOf(whole, length))
                        instanceof CheckedPhoto.Normalised taken) {
                    assertThat(whole.length - length).isLessThanOrEqualTo(24);
                    assertThat(taken.sha256()).isEqualTo(picture);
                }
            }
        }
    }

    @Test
    void refusesAnSvgAndAPageWhateverTheyAreCalled() {
        for (String text :
                new String[] {"<svg xmlns='x'/>", "<?xml version='1.0'?><svg/>", "<html>"}) {
            assertUnusable(check.check(latin(text)), PhotoProblem.NOT_PICTURE);
        }
    }

    /** The clock runs a second at every look, so five seconds are over after a few rows. */
    @ParameterizedTest
    @CsvSource({"jpeg", "progressive", "ink", "png"})
    void stopsDecodingWhatTakesTooLong(String kind) {
        byte[] adobe = joined(latin("Adobe"), ForgedJpeg.bytes(0, 100, 0, 0, 0, 0, 2));
        byte[] ink = ForgedJpeg.sequential(0xC0, 8, 300, 2000, 0x11, 0x11, 0x11, 0x11);
        BufferedImage tall = Specimens.plain(300, 2000, 0x808080);
        byte[] upload =
                switch (kind) {
                    case "jpeg" -> jpeg(tall);
                    case "progressive" -> PictureFiles.progressiveJpeg(tall);
                    case "ink" -> withSegment(ink, 0xEE, adobe);
                    default -> png(tall);
                };
        AtomicLong seconds = new AtomicLong();
        PictureDecoder decoder =
                new PictureDecoder(() -> seconds.incrementAndGet() * 1_000_000_000L);
        boolean png = kind.equals("png");

        Decoded decoded =
                decoder.decode(
                        png ? PhotoFormat.PNG : PhotoFormat.JPEG,
                        png ? PngEssentials.of(upload) : JpegEssentials.of(upload));

        assertThat(decoded).isEqualTo(new Decoded.Refused(PhotoProblem.UNUSUAL));
        assertThat(seconds).hasValueLessThan(12);
    }
}
