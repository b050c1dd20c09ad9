package io.beian.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.concurrent.Semaphore;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** Assertions on what came of a check. */
final class PhotoAssert {

    private PhotoAssert() {}

    static PhotoSettings settings(String... pairs) {
        MockEnvironment environment = new MockEnvironment();
        for (int i = 0; i < pairs.length; i += 2) {
            environment.setProperty("beian.photos." + pairs[i], pairs[i + 1]);
        }
        return Binder.get(environment).bindOrCreate("beian.photos", PhotoSettings.class);
    }

    /** A check that takes what is blank for a picture too, for tests of everything else. */
    static PhotoCheck takingBlanks(String... pairs) {
        PhotoSettings settings = settings(pairs);
        return new PhotoCheck(settings, new Semaphore(settings.decodingAtOnce()), light -> false);
    }

    static CheckedPhoto.Normalised normalised(CheckedPhoto photo) {
        assertThat(photo).isInstanceOf(CheckedPhoto.Normalised.class);
        return (CheckedPhoto.Normalised) photo;
    }

    static BufferedImage pixels(CheckedPhoto photo) {
        return PictureFiles.read(normalised(photo).jpeg());
    }

    static CheckedPhoto.Unusable unusable(CheckedPhoto photo) {
        assertThat(photo).isInstanceOf(CheckedPhoto.Unusable.class);
        return (CheckedPhoto.Unusable) photo;
    }

    static void assertUnusable(CheckedPhoto photo, PhotoProblem problem) {
        assertThat(unusable(photo).code()).isEqualTo(problem.code());
    }

    /** JPEG rounds colours, and bleeds them at edges. */
    static void assertColour(BufferedImage image, int x, int y, int rgb, int tolerance) {
        int found = image.getRGB(x, y);
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(found >> shift & 0xFF)
                    .as("channel %d of %06x at %d,%d", shift, found & 0xFFFFFF, x, y)
                    .isBetween(
                            (rgb >> shift & 0xFF) - tolerance, (rgb >> shift & 0xFF) + tolerance);
        }
    }
}
