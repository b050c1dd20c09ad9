package io.beian.photo;

import static io.beian.photo.PhotoAssert.assertColour;
import static io.beian.photo.PhotoAssert.pixels;
import static io.beian.photo.PhotoAssert.takingBlanks;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.jpeg;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.linearProfile;
import static io.beian.photo.PictureFiles.png;
import static io.beian.photo.PictureFiles.withPngProfile;
import static io.beian.photo.PictureFiles.withProfile;
import static io.beian.photo.PictureFiles.withSegment;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A colour profile counts where libjpeg, libpng and browsers would let it count. */
class BrokenProfileTest {

    private static final int GREY = 0x808080;

    /** What the grey becomes under the profile of these tests. */
    private static final int LIT = 0xBCBCBC;

    private static final BufferedImage PICTURE = Specimens.plain(300, 300, GREY);

    private final PhotoCheck check = takingBlanks();

    /**
     * The profile cut into so many parts, which stand in the file as named: number of the part,
     * count it gives, and which piece it holds.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/1:0 | 1 | true",
                "1/2:0 2/2:1 | 2 | true",
                "2/2:1 1/2:0 | 2 | true",
                "3/3:2 1/3:0 2/3:1 | 3 | true",
                "1/2:0 | 1 | false",
                "2/2:0 | 1 | false",
                "0/1:0 | 1 | false",
                "0/0:0 | 1 | false",
                "1/0:0 | 1 | false",
                "2/1:0 | 1 | false",
                "255/255:0 | 1 | false",
                "0/2:0 1/2:1 | 2 | false",
                "1/2:0 1/2:1 | 2 | false",
                "1/1:0 1/1:0 | 1 | false",
                "1/2:0 2/3:1 | 2 | false",
                "1/3:0 2/3:1 | 2 | false",
                "1/1:0 2/1:1 | 2 | false",
                "1/3:0 3/3:2 | 3 | false"
            })
    void countsThePartsOfAJpegsProfile(String parts, int pieces, boolean heeded) {
        byte[] icc = linearProfile();
        byte[] upload = jpeg(PICTURE);
        String[] all = parts.split(" ");
        for (int i = all.length - 1; i >= 0; i--) {
            String[] numbers = all[i].split("[/:]");
            int piece = Integer.parseInt(numbers[2]);
            int from = icc.length * piece / pieces;
            int to = icc.length * (piece + 1) / pieces;
            byte[] head =
                    ForgedJpeg.bytes(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
            byte[] part = joined(latin("ICC_PROFILE\0"), head, Arrays.copyOfRange(icc, from, to));
            upload = withSegment(upload, 0xE2, part);
        }

        assertColour(pixels(check.check(upload)), 150, 150, heeded ? LIT : GREY, 4);
    }

    /** A place in the header (ICC.1, 7.2) and what stands there instead. */
    @ParameterizedTest
    @CsvSource({
        "12, link",
        "12, abst",
        "12, nmcl",
        "12, xxxx",
        "16, GRAY",
        "16, CMYK",
        "16, 'Lab '",
        "16, 'XYZ '",
        "20, 'RGB '",
        "20, xxxx",
        "36, xxxx",
        "0, xxxx"
    })
    void passesOverAProfileOfSomethingElse(int at, String signature) {
        byte[] icc = linearProfile();
        System.arraycopy(latin(signature), 0, icc, at, 4);

        assertPassedOver(icc);
    }

    @Test
    void passesOverAProfileThatIsNotAllThere() {
        byte[] icc = linearProfile();

        for (int length : new int[] {0, 1, 100, 128, 131, 140, icc.length / 2, icc.length - 1}) {
            assertPassedOver(Arrays.copyOf(icc, length));
        }
    }

    @Test
    void takesAProfileWithSomethingBehindIt() {
        byte[] more = Arrays.copyOf(linearProfile(), linearProfile().length + 3);

        assertColour(pixels(check.check(withProfile(jpeg(PICTURE), more))), 150, 150, LIT, 4);
        assertColour(pixels(check.check(withPngProfile(png(PICTURE), more))), 150, 150, LIT, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {ColorSpace.CS_GRAY, ColorSpace.CS_CIEXYZ})
    void passesOverProfilesOfOtherColours(int space) {
        assertPassedOver(ICC_Profile.getInstance(space).getData());
    }

    @Test
    void doesNotColourAGreyPicture() {
        BufferedImage grey = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setPixels(0, 0, 300, 300, filled(300 * 300, 0x80));
        byte[] png = withPngProfile(png(grey), linearProfile());
        byte[] jpeg = withProfile(jpeg(grey), linearProfile());

        assertColour(pixels(check.check(png)), 150, 150, GREY, 4);
        assertColour(pixels(check.check(jpeg)), 150, 150, GREY, 4);
    }

    private void assertPassedOver(byte[] icc) {
        assertColour(pixels(check.check(withProfile(jpeg(PICTURE), icc))), 150, 150, GREY, 4);
        assertColour(pixels(check.check(withPngProfile(png(PICTURE), icc))), 150, 150, GREY, 4);
    }

    private static int[] filled(int length, int value) {
        int[] levels = new int[length];
        Arrays.fill(levels, value);
        return levels;
    }
}
