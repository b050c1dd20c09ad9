package io.beian.photo;

import static io.beian.photo.PhotoAssert.assertColour;
import static io.beian.photo.PhotoAssert.assertUnusable;
import static io.beian.photo.PhotoAssert.normalised;
import static io.beian.photo.PhotoAssert.pixels;
import static io.beian.photo.PhotoAssert.takingBlanks;
import static io.beian.photo.PictureFiles.chunk;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.packed;
import static io.beian.photo.PictureFiles.png;
import static io.beian.photo.PictureFiles.pngHeader;
import static io.beian.photo.PictureFiles.withChunk;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PNGs against the letter of the standard, as libpng takes them with a warning. */
class PngAsWrittenTest {

    private static final int END = 12;

    private final PhotoCheck check = takingBlanks();
    private final byte[] whole = png(Specimens.licence(400, 300));
    private final String picture = normalised(check.check(whole)).sha256();

    @Test
    void takesAPictureWithoutItsEnd() {
        byte[] noise = new byte[5_000];
        new Random(5).nextBytes(noise);
        byte[] endless = Arrays.copyOf(whole, whole.length - END);
        byte[] badEnd = whole.clone();
        badEnd[whole.length - 1] ^= 1;

        for (byte[] upload :
                new byte[][] {
                    endless,
                    Arrays.copyOf(whole, whole.length - 1),
                    Arrays.copyOf(whole, whole.length - END + 3),
                    // Nor the checksum of the data.
                    Arrays.copyOf(whole, whole.length - END - 2),
                    Arrays.copyOf(whole, whole.length - END - 4),
                    joined(endless, noise),
                    joined(endless, chunk("tEXt", latin("a\0b"))),
                    joined(endless, new byte[7]),
                    joined(whole, noise),
                    joined(whole, whole),
                    badEnd
                }) {
            assertThat(normalised(check.check(upload)).sha256()).isEqualTo(picture);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.97})
    void refusesAPictureThatLacksPixels(double share) {
        byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
        byte[] end = chunk("IEND", new byte[0]);

        assertUnusable(check.check(cut), PhotoProblem.BROKEN);
        assertUnusable(check.check(joined(cut, end)), PhotoProblem.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "gAMA", "pHYs", "eXIf", "iCCP", "tIME", "PLTE"})
    void passesOverAChunkWithAWrongChecksum(String type) {
        byte[] chunk = chunk(type, latin("Comment\0\0words"));
        chunk[chunk.length - 1] ^= 1;

        byte[] upload = joined(Arrays.copyOf(whole, 33), chunk, from(whole, 33));

        assertThat(normalised(check.check(upload)).sha256()).isEqualTo(picture);
    }

    /** One colour is clear; it lies on white. Anything but two numbers is passed over. */
    @ParameterizedTest
    @CsvSource({"2, true", "1, false", "3, false", "0, false", "300, false"})
    void heedsATransparencyThatFits(int bytes, boolean heeded) {
        BufferedImage grey = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);

        byte[] upload = withChunk(png(grey), "tRNS", new byte[bytes]);

        assertColour(pixels(check.check(upload)), 150, 150, heeded ? 0xFFFFFF : 0, 3);
    }

    @Test
    void passesOverATransparencyOfAWrongChecksumOrTooMuchOfIt() {
        byte[] palette = png(new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_BINARY));
        byte[] wrong = chunk("tRNS", new byte[1]);
        wrong[wrong.length - 1] ^= 1;
        int data = PictureFiles.indexOf(palette, latin("IDAT")) - 4;

        for (byte[] chunk : new byte[][] {wrong, chunk("tRNS", new byte[200])}) {
            byte[] upload = joined(Arrays.copyOf(palette, data), chunk, from(palette, data));
            assertColour(pixels(check.check(upload)), 150, 150, 0, 3);
        }
    }

    /** Five rows of one pass and the next; 1, 2, 4, 8 and 16 bits with and without a palette. */
    @ParameterizedTest
    @CsvSource({
        "0, 1", "0, 2", "0, 4", "0, 8", "0, 16", "2, 8", "2, 16", "3, 1", "3, 2", "3, 4", "3, 8",
        "4, 8", "4, 16", "6, 8", "6, 16"
    })
    void readsEveryKindOfPixels(int colourType, int depth) {
        int[] samples = {1, 0, 3, 1, 2, 0, 4};
        int rowBytes = (300 * samples[colourType] * depth + 7) / 8;
        byte[] rows = new byte[(rowBytes + 1) * 300];
        Arrays.fill(rows, (byte) 0xFF);
        for (int y = 0; y < 300; y++) {
            rows[y * (rowBytes + 1)] = 0;
        }
        byte[] white = new byte[(1 << Math.min(8, depth)) * 3];
        Arrays.fill(white, (byte) 0xFF);
        byte[] upload =
                joined(
                        pngHeader(300, 300, depth, colourType),
                        colourType == 3 ? chunk("PLTE", white) : new byte[0],
                        chunk("IDAT", packed(rows)),
                        chunk("IEND", new byte[0]));

        assertColour(pixels(check.check(upload)), 150, 150, 0xFFFFFF, 3);
    }

    @Test
    void takesDataInManyPiecesAndEmptyOnes() {
        int at = PictureFiles.indexOf(whole, latin("IDAT")) - 4;
        byte[] none = chunk("IDAT", new byte[0]);

        byte[] upload = joined(Arrays.copyOf(whole, at), none, none, from(whole, at));

        assertThat(normalised(check.check(upload)).sha256()).isEqualTo(picture);
    }

    private static byte[] from(byte[] bytes, int start) {
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }
}
