package io.beian.photo;

import java.awt.image.BufferedImage;

/** What came of decoding a file. */
sealed interface Decoded {

    record Pixels(BufferedImage image) implements Decoded {}

    record Refused(PhotoProblem problem) implements Decoded {}
}
