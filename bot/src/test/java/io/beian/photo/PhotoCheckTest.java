package io.beian.photo;

import static io.beian.photo.PhotoAssert.assertUnusable;
import static io.beian.photo.PhotoAssert.normalised;
import static io.beian.photo.PhotoAssert.settings;
import static io.beian.photo.PhotoAssert.takingBlanks;
import static io.beian.photo.PhotoAssert.unusable;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.jpeg;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoCheckTest {

    private final PhotoCheck check = takingBlanks();

    @Test
    void keepsAPlainLicence() {
        CheckedPhoto.Normalised photo =
                normalised(check.check(jpeg(Specimens.licence(1440, 1080))));

        assertThat(photo.width()).isEqualTo(1440);
        assertThat(photo.height()).isEqualTo(1080);
        assertThat(photo.sha256()).isEqualTo(Sha256.of(photo.jpeg()));
        assertThat(photo.advice()).isEmpty();
    }

    @Test
    void makesTheSamePictureOfTheSameUpload() {
        byte[] upload = jpeg(Specimens.card(1200, 900));

        assertThat(normalised(check.check(upload)).sha256())
                .isEqualTo(normalised(check.check(upload)).sha256());
    }

    @Test
    void shrinksToTheLongestEdge() {
        CheckedPhoto.Normalised photo =
                normalised(check.check(jpeg(Specimens.licence(3000, 2250))));

        assertThat(photo.width()).isEqualTo(2000);
        assertThat(photo.height()).isEqualTo(1500);
    }

    @Test
    void refusesNothingAtAll() {
        assertUnusable(check.check(new byte[0]), PhotoProblem.EMPTY);
    }

    @Test
    void tellsAGifWhateverItIsCalled() throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "gif", gif);

        assertUnusable(check.check(gif.toByteArray()), PhotoProblem.GIF);
    }

    @ParameterizedTest
    @CsvSource({
        "'RIFF....WEBPVP8 ', WEBP",
        "'....ftypheic....', HEIC",
        "'....ftypmif1....', HEIC",
        "'....ftypavif....', HEIC",
        "'....ftypisom....', VIDEO",
        "'....ftypqt  ....', VIDEO",
        "'%PDF-1.7....', PDF",
        "'{\"errcode\":40007}', NOT_PICTURE",
        "'<html><img src=x></html>', NOT_PICTURE",
        "'BM wants to file a website', NOT_PICTURE",
        "'PK..', NOT_PICTURE",
        "'RIFF....WAVEfmt ', NOT_PICTURE",
        "'x', NOT_PICTURE"
    })
    void tellsWhatAFileIsByItsFirstBytes(String bytes, PhotoProblem problem) {
        assertUnusable(check.check(latin(bytes)), problem);
    }

    @Test
    void tellsBitmapsAndTiffs() {
        assertUnusable(check.check(latin("BM6\0\0\0\0\0\0\0\66")), PhotoProblem.BMP);
        assertUnusable(check.check(latin("II*\0\u0008\0\0\0")), PhotoProblem.TIFF);
        assertUnusable(check.check(latin("MM\0*\0\0\0\u0008")), PhotoProblem.TIFF);
    }

    @Test
    void refusesMoreBytesThanWeRead() {
        byte[] upload = Arrays.copyOf(jpeg(Specimens.plain(300, 300, 0x808080)), 10_485_761);

        assertThat(check.check(upload))
                .isEqualTo(
                        PhotoProblem.TOO_MANY_BYTES.unusable(
                                Map.of("bytes", "10485761", "limit", "10485760")));
    }

    @Test
    void refusesWhatIsTooSmallToRead() {
        assertThat(check.check(png(Specimens.plain(640, 199, 0x808080))))
                .isEqualTo(
                        PhotoProblem.TOO_SMALL.unusable(
                                Map.of("width", "640", "height", "199", "limit", "200")));
    }

    @Test
    void takesTheSmallestPictureThatCanBeRead() {
        assertThat(normalised(check.check(png(Specimens.plain(640, 200, 0x808080)))).advice())
                .contains(PhotoAdvice.SMALL.code());
    }

    @Test
    void refusesAScrolledScreenshot() {
        assertUnusable(
                check.check(png(Specimens.plain(400, 4200, 0x808080))), PhotoProblem.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.6, 0.9, 0.99, 0.998})
    void refusesATruncatedPicture(double share) {
        byte[] jpeg = jpeg(Specimens.licence(800, 600));
        byte[] progressive = PictureFiles.progressiveJpeg(Specimens.licence(800, 600));
        byte[] png = png(Specimens.licence(800, 600));

        for (byte[] whole : new byte[][] {jpeg, progressive, png}) {
            byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
            assertUnusable(check.check(cut), PhotoProblem.BROKEN);
        }
    }

    @Test
    void refusesAPictureWithAHoleInItsMiddle() {
        byte[] whole = jpeg(Specimens.licence(800, 600));
        byte[] end = Arrays.copyOfRange(whole, whole.length - 2, whole.length);

        byte[] holed = joined(Arrays.copyOf(whole, whole.length / 2), end);

        assertUnusable(check.check(holed), PhotoProblem.BROKEN);
    }

    @Test
    void refusesAPngWhoseChecksumIsWrong() {
        byte[] png = png(Specimens.licence(800, 600));
        png[png.length / 2] ^= 1;

        assertUnusable(check.check(png), PhotoProblem.BROKEN);
    }

    @Test
    void fitsEvenNoiseIntoItsBytes() {
        PhotoCheck tight = new PhotoCheck(settings("target-bytes", "50KB"));
        Random random = new Random(11);
        BufferedImage noise = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        noise.setRGB(0, 0, 1600, 1200, random.ints(1600 * 1200).toArray(), 0, 1600);

        CheckedPhoto.Normalised photo = normalised(tight.check(jpeg(noise)));

        assertThat(photo.jpeg()).hasSizeLessThanOrEqualTo(50 * 1024);
        assertThat(photo.width() * 3).isCloseTo(photo.height() * 4, within(8));
        assertThat(PhotoAssert.pixels(photo).getWidth()).isEqualTo(photo.width());
    }

    @Test
    void keepsAPhotographWithinItsBytesAtFullSize() {
        byte[] upload = jpeg(Specimens.noisy(Specimens.licence(2000, 1500), 8));

        CheckedPhoto.Normalised photo = normalised(check.check(upload));

        assertThat(photo.jpeg()).hasSizeLessThanOrEqualTo(600 * 1024);
        assertThat(photo.width()).isEqualTo(2000);
    }

    @Test
    void namesNoCodeTwice() {
        assertThat(PhotoProblem.values()).extracting(PhotoProblem::code).doesNotHaveDuplicates();
        assertThat(PhotoAdvice.values()).extracting(PhotoAdvice::code).doesNotHaveDuplicates();
    }

    @Test
    void saysHowLargeAPictureIsThatHasTooManyPixels() {
        byte[] header = PictureFiles.pngHeader(20_000, 20_000, 8, 2);

        assertThat(unusable(check.check(header)).details())
                .containsEntry("width", "20000")
                .containsEntry("limit", "40000000");
    }
}
