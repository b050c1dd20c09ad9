package io.beian.photo;

import static io.beian.photo.BareSpecimens.farAway;
import static io.beian.photo.BareSpecimens.lit;
import static io.beian.photo.BareSpecimens.page;
import static io.beian.photo.BareSpecimens.pale;
import static io.beian.photo.BareSpecimens.screen;
import static io.beian.photo.BareSpecimens.shadowed;
import static io.beian.photo.PhotoAssert.assertUnusable;
import static io.beian.photo.PhotoAssert.settings;
import static io.beian.photo.Specimens.blurred;
import static io.beian.photo.Specimens.dimmed;
import static io.beian.photo.Specimens.noisy;
import static io.beian.photo.Specimens.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets what counts as blank: nothing that anybody could read, and most of what is. */
class BlankPictureTest {

    private static final int WHITE = 0xFFFFFF;

    private final PhotoCheck check = new PhotoCheck(settings());

    @Test
    void takesNoDocumentForBlank() {
        Map<String, BufferedImage> documents = documents();

        List<String> alarms =
                documents.entrySet().stream()
                        .filter(document -> isBlank(document.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();

        System.out.printf("documents %d, taken for blank %d%n", documents.size(), alarms.size());
        assertThat(alarms).isEmpty();
    }

    @Test
    void findsMostOfWhatIsBlank() {
        Map<String, BufferedImage> bare = bare();

        List<String> missed =
                bare.entrySet().stream()
                        .filter(one -> !isBlank(one.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();

        System.out.printf("blank %d, missed %d: %s%n", bare.size(), missed.size(), missed);
        assertThat(missed)
                .containsExactlyInAnyOrder("sheet in a hard shadow", "screen held sideways");
    }

    @ParameterizedTest
    @CsvSource({"FFFFFF", "000000", "808080", "C03020", "FDFDFD", "010203", "0000FF"})
    void refusesOneColourInEitherFormat(String rgb) {
        BufferedImage one = plain(300, 400, Integer.parseInt(rgb, 16));

        assertUnusable(check.check(PictureFiles.jpeg(one)), PhotoProblem.BLANK);
        assertUnusable(check.check(PictureFiles.progressiveJpeg(one)), PhotoProblem.BLANK);
        assertUnusable(check.check(PictureFiles.png(one)), PhotoProblem.BLANK);
    }

    /** A drawing on a clear ground lies on white: what is clear all over is blank. */
    @Test
    void refusesWhatIsClearAllOver() {
        BufferedImage clear = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);

        assertUnusable(check.check(PictureFiles.png(clear)), PhotoProblem.BLANK);
    }

    private boolean isBlank(BufferedImage image) {
        return check.check(PictureFiles.jpeg(image)) instanceof CheckedPhoto.Unusable unusable
                && unusable.code().equals(PhotoProblem.BLANK.code());
    }

    private static Map<String, BufferedImage> documents() {
        Map<String, BufferedImage> plain = new LinkedHashMap<>();
        plain.put("licence", Specimens.licence(1200, 900));
        plain.put("card", Specimens.card(1200, 750));
        plain.put("scan", Specimens.scan(900, 1200));
        plain.put("portrait", Specimens.portrait(900, 1200));
        Map<String, BufferedImage> all = new LinkedHashMap<>(plain);
        plain.forEach((name, image) -> addWorse(all, name, image));
        all.put("one thin line", page(1200, 1600, 1, 0x202020, 0xF8F8F8, 1));
        all.put("three pale lines", page(1600, 2200, 3, 0xA0A0A0, WHITE, 2));
        all.put("three lines hardly there", page(1600, 2200, 3, 0xE0E0E0, WHITE, 3));
        all.put("grainy pale page", noisy(page(1200, 1700, 10, 0xD0D0D0, 0xF0F0F0, 2), 3));
        all.put("grainy thin page", noisy(page(1200, 1700, 3, 0x606060, 0xE8E8E8, 2), 4));
        all.put("light on dark", page(1080, 2340, 6, 0xE0E0E0, 0x101010, 2));
        all.put("full of print", page(1000, 1400, 40, 0x101010, WHITE, 2));
        all.put("card far away", farAway(1440, 1080));
        all.put("card far away, grainy", noisy(farAway(1440, 1080), 6));
        all.put("small scan", Specimens.scan(240, 320));
        all.put("four colours", Specimens.corners(600, 400));
        return all;
    }

    private static void addWorse(Map<String, BufferedImage> all, String name, BufferedImage image) {
        all.put(name + ", grainy", noisy(image, 12));
        all.put(name + ", soft", blurred(image, 3));
        all.put(name + ", very soft", blurred(image, 8));
        all.put(name + ", dark and grainy", noisy(dimmed(image, 0.3f), 8));
        all.put(name + ", very dark", dimmed(image, 0.1f));
        all.put(name + ", very dark and grainy", noisy(dimmed(image, 0.1f), 4));
        all.put(name + ", pale", pale(image, 0.3));
        all.put(name + ", very pale", pale(image, 0.1));
        all.put(name + ", in glare", Specimens.glaring(image, 0.5));
        all.put(name + ", copied", Specimens.copied(image));
        all.put(name + ", in shadow", shadowed(image, 120));
    }

    private static Map<String, BufferedImage> bare() {
        Map<String, BufferedImage> bare = new LinkedHashMap<>();
        for (int grain : new int[] {0, 2, 5, 10, 20}) {
            bare.put("white, grain " + grain, noisy(plain(1200, 900, 0xE8E8E8), grain));
            bare.put("black, grain " + grain, noisy(plain(1200, 900, 0), grain));
            bare.put("small dark, grain " + grain, noisy(plain(600, 450, 0x0A0A0A), grain));
        }
        bare.put("sheet", noisy(lit(1200, 900, 0xF5F3EE, 0xD7D4CD, 0x96948C), 4));
        bare.put("lit sheet", noisy(lit(1200, 900, WHITE, 0xF4F4F0, 0xD0D0C8), 2));
        BufferedImage even = lit(1200, 900, 0xF5F3EE, 0xEBE8E1, 0xDCDAD2);
        bare.put("sheet in shadow", noisy(shadowed(even, 60), 3));
        bare.put("sheet in a hard shadow", noisy(shadowed(even, 180), 3));
        bare.put("burnt-out sheet", noisy(lit(1200, 900, WHITE, WHITE, 0x808080), 4));
        bare.put("lens cap", noisy(lit(1200, 900, 0x1E0C06, 0x080402, 0), 8));
        bare.put("lens cap, lit corner", noisy(lit(1200, 900, 0x040302, 0x060402, 0x462814), 6));
        bare.put("finger", noisy(lit(1200, 900, 0xC82814, 0x781008, 0x280402), 8));
        bare.put("sky", lit(1200, 900, 0x78A0DC, 0x96B9E6, 0xC8D7F0));
        bare.put("blotchy wall", blurred(noisy(plain(1200, 900, 0xD0D0C8), 40), 2));
        bare.put("empty screen", screen(1080, 2340, WHITE, 0x333333));
        bare.put("empty dark screen", screen(1080, 2340, 0x111111, 0xDDDDDD));
        bare.put("screen held sideways", screen(2340, 1080, WHITE, 0x333333));
        return bare;
    }
}
