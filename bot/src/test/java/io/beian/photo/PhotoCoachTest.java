package io.beian.photo;

import static io.beian.photo.PhotoAssert.normalised;
import static io.beian.photo.PhotoAssert.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sets the thresholds: what each kind of specimen must and must not be told. */
class PhotoCoachTest {

    private final PhotoCheck check = new PhotoCheck(settings());

    static Stream<Named<BufferedImage>> specimens() {
        return Stream.of(1440, 1000)
                .flatMap(
                        width ->
                                Stream.of(
                                        named(
                                                "licence",
                                                width,
                                                Specimens.licence(width, width * 3 / 4)),
                                        named("card", width, Specimens.card(width, width * 5 / 8)),
                                        named("scan", width, Specimens.scan(width * 3 / 4, width)),
                                        named(
                                                "portrait",
                                                width,
                                                Specimens.portrait(width * 3 / 4, width))));
    }

    private static Named<BufferedImage> named(String name, int width, BufferedImage image) {
        return Named.of(name + " " + width, image);
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void saysNothingAboutAPlainSpecimen(BufferedImage specimen) {
        assertThat(advice(specimen)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void saysNothingAboutOrdinaryNoiseAndSoftness(BufferedImage specimen) {
        BufferedImage soft = Specimens.blurred(specimen, specimen.getWidth() / 2000.0);

        assertThat(advice(Specimens.noisy(soft, 4))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void hearsOfBlur(BufferedImage specimen) {
        BufferedImage blurred = Specimens.blurred(specimen, specimen.getWidth() / 400.0);

        assertThat(advice(blurred)).containsExactly(PhotoAdvice.BLURRED.code());
        assertThat(advice(Specimens.noisy(blurred, 4))).contains(PhotoAdvice.BLURRED.code());
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void hearsOfDarkness(BufferedImage specimen) {
        assertThat(advice(Specimens.dimmed(specimen, 0.3f)))
                .containsExactly(PhotoAdvice.DARK.code());
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void takesADimRoomForNothingWorse(BufferedImage specimen) {
        assertThat(advice(Specimens.dimmed(specimen, 0.7f))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void hearsOfACopy(BufferedImage specimen) {
        assertThat(advice(Specimens.copied(specimen)))
                .containsExactly(PhotoAdvice.MONOCHROME.code());
    }

    @Test
    void hearsOfGlare() {
        for (double radius : new double[] {0.1, 0.2, 0.3}) {
            assertThat(advice(Specimens.glaring(Specimens.licence(1440, 1080), radius)))
                    .containsExactly(PhotoAdvice.GLARE.code());
            assertThat(advice(Specimens.glaring(Specimens.card(1440, 900), radius)))
                    .containsExactly(PhotoAdvice.GLARE.code());
        }
    }

    @Test
    void hearsOfAShortEdgeUnderSixHundred() {
        assertThat(advice(Specimens.licence(800, 599))).containsExactly(PhotoAdvice.SMALL.code());
        assertThat(advice(Specimens.licence(800, 600))).isEmpty();
    }

    private List<String> advice(BufferedImage picture) {
        return normalised(check.check(PictureFiles.jpeg(picture))).advice();
    }
}
