package io.beian.photo;

import static io.beian.photo.PhotoAssert.assertColour;
import static io.beian.photo.PhotoAssert.pixels;
import static io.beian.photo.PhotoAssert.takingBlanks;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.jpeg;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.linearProfile;
import static io.beian.photo.PictureFiles.png;
import static io.beian.photo.PictureFiles.withChunk;
import static io.beian.photo.PictureFiles.withOrientation;
import static io.beian.photo.PictureFiles.withPngProfile;
import static io.beian.photo.PictureFiles.withProfile;
import static io.beian.photo.PictureFiles.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoNormalisingTest {

    private static final int MIDDLE_GREY_LIT = 0xBCBCBC;

    private final PhotoCheck check = takingBlanks();

    /** Colours of the corners from the top left, clockwise, once the picture stands upright. */
    @ParameterizedTest
    @CsvSource({
        "1, RGBY", "2, GRYB", "3, BYRG", "4, YBGR", "5, RYBG", "6, YRGB", "7, BGRY", "8, GBYR"
    })
    void turnsAPictureUpright(int orientation, String corners) {
        BufferedImage held = Specimens.corners(601, 400);

        BufferedImage jpeg = pixels(check.check(withOrientation(jpeg(held), orientation)));
        BufferedImage png =
                pixels(check.check(withChunk(png(held), "eXIf", PictureFiles.exif(orientation))));

        assertThat(cornersOf(jpeg)).isEqualTo(corners);
        assertThat(cornersOf(png)).isEqualTo(corners);
        assertThat(jpeg.getWidth()).isEqualTo(orientation > 4 ? 400 : 601);
        assertThat(jpeg.getHeight()).isEqualTo(orientation > 4 ? 601 : 400);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void turnsWithoutLeavingASeam(int orientation) {
        BufferedImage held = Specimens.plain(333, 222, 0x3060C0);

        BufferedImage upright = pixels(check.check(withOrientation(jpeg(held), orientation)));

        for (int x = 0; x < upright.getWidth(); x++) {
            assertColour(upright, x, 0, 0x3060C0, 6);
            assertColour(upright, x, upright.getHeight() - 1, 0x3060C0, 6);
        }
        for (int y = 0; y < upright.getHeight(); y++) {
            assertColour(upright, 0, y, 0x3060C0, 6);
            assertColour(upright, upright.getWidth() - 1, y, 0x3060C0, 6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255})
    void leavesAPictureAsItIsWhenItsOrientationMakesNoSense(int orientation) {
        byte[] upload = withOrientation(jpeg(Specimens.corners(601, 400)), orientation);

        assertThat(cornersOf(pixels(check.check(upload)))).isEqualTo("RGBY");
    }

    @Test
    void readsProgressiveJpegs() {
        byte[] upload = PictureFiles.progressiveJpeg(Specimens.corners(600, 400));

        assertThat(cornersOf(pixels(check.check(upload)))).isEqualTo("RGBY");
    }

    /** As Photoshop writes them: inverted. */
    @Test
    void readsAdobeCmykJpegs() {
        byte[] red = withSegment(flatJpeg(255, 0, 0, 255), 0xEE, adobe(0));
        byte[] white = withSegment(flatJpeg(255, 255, 255, 255), 0xEE, adobe(0));

        assertColour(pixels(check.check(red)), 150, 150, 0xE81818, 40);
        assertColour(pixels(check.check(white)), 150, 150, 0xFFFFFF, 6);
    }

    /** Inverted too, with luma and chroma of the complement in place of the three colours. */
    @Test
    void readsAdobeYcckJpegs() {
        byte[] red = withSegment(flatJpeg(179, 171, 0, 255), 0xEE, adobe(2));

        assertColour(pixels(check.check(red)), 150, 150, 0xE81818, 40);
    }

    @Test
    void readsGreyJpegsAsBrightAsTheyAre() {
        BufferedImage grey = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
        fill(grey.getRaster(), 128);

        assertColour(pixels(check.check(jpeg(grey))), 150, 150, 0x808080, 3);
        assertColour(pixels(check.check(png(grey))), 150, 150, 0x808080, 3);
    }

    @Test
    void readsSixteenBitGreyAsBrightAsItIs() {
        BufferedImage grey = new BufferedImage(300, 300, BufferedImage.TYPE_USHORT_GRAY);
        fill(grey.getRaster(), 0x8000);

        assertColour(pixels(check.check(png(grey))), 150, 150, 0x808080, 3);
    }

    @Test
    void readsGreyWithAlphaAsBrightAsItIs() {
        BufferedImage grey = component(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_BYTE);
        fill(grey.getRaster(), 128, 255);

        assertColour(pixels(check.check(png(grey))), 150, 150, 0x808080, 3);
    }

    @Test
    void readsSixteenBitColours() {
        BufferedImage deep = component(ColorSpace.CS_sRGB, true, DataBuffer.TYPE_USHORT);
        fill(deep.getRaster(), 0x3000, 0x6000, 0xC000, 0xFFFF);

        assertColour(pixels(check.check(png(deep))), 150, 150, 0x3060C0, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY})
    void readsPalettes(int type) {
        BufferedImage few = new BufferedImage(300, 300, type);
        Graphics2D g = few.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 150, 300);
        g.dispose();

        BufferedImage read = pixels(check.check(png(few)));

        assertColour(read, 50, 150, 0xFFFFFF, 3);
        assertColour(read, 250, 150, 0x000000, 3);
    }

    @Test
    void laysTransparencyOnWhite() {
        BufferedImage clear = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = clear.createGraphics();
        g.setColor(new Color(255, 0, 0, 128));
        g.fillRect(0, 0, 150, 300);
        g.dispose();

        BufferedImage read = pixels(check.check(png(clear)));

        assertColour(read, 250, 150, 0xFFFFFF, 3);
        assertColour(read, 50, 150, 0xFF7F7F, 6);
    }

    @Test
    void appliesColourProfiles() {
        BufferedImage grey = Specimens.plain(300, 300, 0x808080);
        byte[] jpeg = withProfile(jpeg(grey), linearProfile());
        byte[] png = withPngProfile(png(grey), linearProfile());

        assertColour(pixels(check.check(jpeg)), 150, 150, MIDDLE_GREY_LIT, 4);
        assertColour(pixels(check.check(png)), 150, 150, MIDDLE_GREY_LIT, 4);
    }

    @Test
    void putsAColourProfileTogetherFromItsParts() {
        byte[] icc = linearProfile();
        byte[] first = joined(latin("ICC_PROFILE\0\u0001\u0002"), Arrays.copyOf(icc, 100));
        byte[] second =
                joined(
                        latin("ICC_PROFILE\0\u0002\u0002"),
                        Arrays.copyOfRange(icc, 100, icc.length));
        byte[] upload = jpeg(Specimens.plain(300, 300, 0x808080));

        byte[] parted = withSegment(withSegment(upload, 0xE2, second), 0xE2, first);

        assertColour(pixels(check.check(parted)), 150, 150, MIDDLE_GREY_LIT, 4);
    }

    @Test
    void passesOverProfilesThatMakeNoSense() {
        BufferedImage grey = Specimens.plain(300, 300, 0x808080);
        byte[] jpeg = withProfile(jpeg(grey), latin("no profile"));
        byte[] png = withPngProfile(png(grey), latin("no profile"));

        assertColour(pixels(check.check(jpeg)), 150, 150, 0x808080, 4);
        assertColour(pixels(check.check(png)), 150, 150, 0x808080, 4);
    }

    /** Some phones pad the scan, which libjpeg reports among the damages. */
    @Test
    void takesPaddingBeforeTheEndMarker() {
        byte[] whole = jpeg(Specimens.licence(800, 600));
        byte[] padding = new byte[64];
        byte[] padded =
                joined(
                        Arrays.copyOf(whole, whole.length - 2),
                        padding,
                        new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertThat(check.check(padded)).isInstanceOf(CheckedPhoto.Normalised.class);
    }

    private static String cornersOf(BufferedImage image) {
        int right = image.getWidth() - 20;
        int bottom = image.getHeight() - 20;
        return ""
                + name(image.getRGB(20, 20))
                + name(image.getRGB(right, 20))
                + name(image.getRGB(right, bottom))
                + name(image.getRGB(20, bottom));
    }

    private static char name(int rgb) {
        boolean red = (rgb >> 16 & 0xFF) > 128;
        boolean green = (rgb >> 8 & 0xFF) > 128;
        return red && green ? 'Y' : red ? 'R' : green ? 'G' : 'B';
    }

    private static byte[] adobe(int transform) {
        return new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
    }

    private static byte[] flatJpeg(int... samples) {
        WritableRaster raster =
                Raster.createInterleavedRaster(
                        DataBuffer.TYPE_BYTE, 300, 300, samples.length, null);
        fill(raster, samples);
        return jpeg(raster);
    }

    private static void fill(WritableRaster raster, int... samples) {
        for (int y = 0; y < raster.getHeight(); y++) {
            for (int x = 0; x < raster.getWidth(); x++) {
                raster.setPixel(x, y, samples);
            }
        }
    }

    private static BufferedImage component(int space, boolean alpha, int type) {
        ColorModel colours =
                new ComponentColorModel(
                        ColorSpace.getInstance(space),
                        alpha,
                        false,
                        Transparency.TRANSLUCENT,
                        type);
        return new BufferedImage(
                colours, colours.createCompatibleWritableRaster(300, 300), false, null);
    }
}
