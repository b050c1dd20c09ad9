package io.beian.photo;

import java.util.Arrays;

/**
 * Finds a picture with nothing on it: a covered lens, a bare sheet or wall, a screenshot of an
 * empty page. Light may fall unevenly on it, and noise lie all over it.
 *
 * <p>Writing, and the edges of whatever there is, make some tiles of a picture far more uneven than
 * most of them; noise and soft shadows make them all alike. The numbers hold for the working copy
 * of {@link PhotoCoach#WORKING_EDGE} pixels and were set on drawn specimens (see the test), so that
 * nothing anybody could read is taken for blank; some of what is blank passes.
 */
final class Blank {

    private static final int TILE = 15;

    /** How much more uneven than the middle one of all tiles a tile with something on it is. */
    private static final double TIMES = 2;

    /** In levels of grey: as much as the faintest print has at least. */
    private static final double FAINTEST = 1;

    /** As much as noise hardly ever has; where most of a picture is print, all of it counts. */
    private static final double PLAIN = 8;

    /** A card that takes a fifth of the width fills three times as many tiles. */
    private static final double LEAST = 0.008;

    /** The bars of a phone's screen are no content. */
    private static final double BARS = 0.06;

    private final Luminance light;
    private final int columns;
    private final int rows;

    private Blank(Luminance light) {
        this.light = light;
        this.columns = light.width() / TILE;
        this.rows = light.height() / TILE;
    }

    static boolean is(Luminance light) {
        return content(light) < LEAST;
    }

    /** The share of tiles that have something on them. */
    static double content(Luminance light) {
        return new Blank(light).content();
    }

    private double content() {
        double[] unevenness = new double[columns * rows];
        for (int tile = 0; tile < unevenness.length; tile++) {
            unevenness[tile] = unevenness(tile % columns * TILE, tile / columns * TILE);
        }
        double[] ranked = unevenness.clone();
        Arrays.sort(ranked);
        double noise = ranked[ranked.length / 2];
        double least = Math.min(PLAIN, Math.max(FAINTEST, TIMES * noise));
        int bar = (int) (rows * BARS);
        long content =
                Arrays.stream(unevenness, bar * columns, (rows - bar) * columns)
                        .filter(uneven -> uneven >= least)
                        .count();
        return (double) content / unevenness.length;
    }

    /** Standard deviation of the levels of a tile from the slope that fits them best. */
    private double unevenness(int left, int top) {
        double middle = (TILE - 1) / 2.0;
        double sum = 0;
        double squares = 0;
        double across = 0;
        double down = 0;
        double lever = 0;
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                int level = light.at(left + x, top + y);
                sum += level;
                squares += (double) level * level;
                across += (x - middle) * level;
                down += (y - middle) * level;
                lever += (x - middle) * (x - middle);
            }
        }
        double count = TILE * TILE;
        double explained = (across * across + down * down) / lever;
        return Math.sqrt(Math.max(0, (squares - sum * sum / count - explained) / count));
    }
}
