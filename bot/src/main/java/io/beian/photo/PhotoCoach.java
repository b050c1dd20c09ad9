package io.beian.photo;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at a normalised picture as a reviewer would and says what makes it hard to read.
 *
 * <p>The thresholds hold for the working copy of {@link #WORKING_EDGE} pixels and were set on drawn
 * specimens (see the test): a plain specimen must pass, advice may miss a borderline picture.
 */
final class PhotoCoach {

    static final int WORKING_EDGE = 1000;
    private static final int COLOUR_EDGE = 250;

    private static final int SHORT_EDGE = 600;

    /** Even the brightest tenth of the picture is no brighter than this. */
    private static final int DARK = 95;

    /** Tiles with less contrast say nothing about sharpness: paper, wall, table. */
    private static final double TEXTURED = 15 * 15;

    private static final int TILE = 50;
    private static final int LEAST_TILES = 6;
    private static final double BLURRED = 0.04;

    private static final int COLOURED = 14;
    private static final double LEAST_COLOURED = 0.003;

    private PhotoCoach() {}

    /** The working copy of a picture, without most of its noise. */
    static Luminance light(BufferedImage picture) {
        return Luminance.of(Darkroom.fit(picture, WORKING_EDGE)).smoothed();
    }

    static List<String> advise(BufferedImage picture, Luminance light) {
        List<String> advice = new ArrayList<>();
        boolean dark = brightest(light) < DARK;
        add(advice, isSmall(picture), PhotoAdvice.SMALL);
        add(advice, dark, PhotoAdvice.DARK);
        add(advice, Glare.isIn(light), PhotoAdvice.GLARE);
        // Edges and colours fade with the light; a dark picture does not tell whether it has any.
        add(advice, !dark && sharpness(light) < BLURRED, PhotoAdvice.BLURRED);
        add(advice, !dark && isMonochrome(picture), PhotoAdvice.MONOCHROME);
        return advice;
    }

    private static void add(List<String> advice, boolean applies, PhotoAdvice remark) {
        if (applies) {
            advice.add(remark.code());
        }
    }

    private static boolean isSmall(BufferedImage picture) {
        return Math.min(picture.getWidth(), picture.getHeight()) < SHORT_EDGE;
    }

    private static boolean isMonochrome(BufferedImage picture) {
        return coloured(Darkroom.fit(picture, COLOUR_EDGE)) < LEAST_COLOURED;
    }

    /**
     * Variance of the Laplacian over the variance of the picture itself, so that contrast and
     * exposure do not count, in the tile that is sharper than nine tenths of the textured ones. A
     * picture with too little texture is given the benefit of the doubt.
     */
    static double sharpness(Luminance light) {
        List<Double> tiles = new ArrayList<>();
        for (int y = 1; y + TILE < light.height(); y += TILE) {
            for (int x = 1; x + TILE < light.width(); x += TILE) {
                Spread grey = new Spread();
                Spread edges = new Spread();
                for (int j = y; j < y + TILE; j++) {
                    for (int i = x; i < x + TILE; i++) {
                        grey.add(light.at(i, j));
                        edges.add(light.laplacian(i, j));
                    }
                }
                if (grey.variance() >= TEXTURED) {
                    tiles.add(edges.variance() / grey.variance());
                }
            }
        }
        tiles.sort(null);
        return tiles.size() < LEAST_TILES
                ? Double.MAX_VALUE
                : tiles.get((int) (0.9 * (tiles.size() - 1)));
    }

    /** The level that nine tenths of the pixels stay under. */
    static int brightest(Luminance light) {
        int[] counts = new int[256];
        Arrays.stream(light.levels()).forEach(level -> counts[level]++);
        long left = light.levels().length / 10;
        int level = 255;
        while (level > 0 && (left -= counts[level]) >= 0) {
            level--;
        }
        return level;
    }

    /**
     * The share of pixels with a colour of their own. Warm light tints a copy in proportion to its
     * brightness, so what counts is the distance from the tint the picture has as a whole.
     */
    static double coloured(BufferedImage image) {
        int[] pixels =
                image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        double warmth = tint(pixels, 16);
        double coolness = tint(pixels, 0);
        long coloured =
                Arrays.stream(pixels)
                        .filter(
                                rgb ->
                                        Math.abs(excess(rgb, 16, warmth)) > COLOURED
                                                || Math.abs(excess(rgb, 0, coolness)) > COLOURED)
                        .count();
        return (double) coloured / pixels.length;
    }

    /** How much more of a channel than of grey the whole picture has, per level of grey. */
    private static double tint(int[] pixels, int shift) {
        double own = 0;
        double all = 1;
        for (int rgb : pixels) {
            int grey = Luminance.ofRgb(rgb);
            own += (double) ((rgb >> shift & 0xFF) - grey) * grey;
            all += (double) grey * grey;
        }
        return own / all;
    }

    private static double excess(int rgb, int shift, double tint) {
        int grey = Luminance.ofRgb(rgb);
        return (rgb >> shift & 0xFF) - grey - tint * grey;
    }

    /** A running variance. */
    private static final class Spread {

        private long count;
        private double sum;
        private double squares;

        void add(int value) {
            count++;
            sum += value;
            squares += (double) value * value;
        }

        double variance() {
            double mean = sum / count;
            return squares / count - mean * mean;
        }
    }
}
