package io.beian.photo;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Finds a card or sheet that lies partly outside the picture: one even ground all around, and on it
 * something with straight edges that runs out of the picture on one side or over one corner.
 *
 * <p>What fills the picture, stands free in it or has no straight edges is left alone: a scan, a
 * card with its four corners, a person. A ground that is not even is left alone too.
 */
final class Cut {

    static final int EDGE = 250;

    /** How far a ground may stray from its middle colour, and from cell to neighbour. */
    private static final int GROUND = 90;

    private static final int STEP = 14;
    private static final int SEED = 36;

    /** Of the frame of the picture, how much is ground at least. */
    private static final double LEAST_GROUND = 0.45;

    /**
     * Of a side, how much must be covered for the card to run out there, and how little is none.
     */
    private static final double RUNS_OUT = 0.2;

    private static final double TOUCHES = 0.02;

    /** What lies on the ground fills this much of the picture at least. */
    private static final double LEAST_CARD = 0.08;

    /** How far the points of a straight edge stray from their line, as a share of the width. */
    private static final double STRAIGHT = 0.012;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final boolean[] ground;

    private Cut(BufferedImage small) {
        width = small.getWidth();
        height = small.getHeight();
        pixels = small.getRGB(0, 0, width, height, null, 0, width);
        ground = new boolean[pixels.length];
        spread(middle());
    }

    /** Looks at a copy of a few thousand pixels, so it costs next to nothing. */
    static boolean is(BufferedImage picture) {
        BufferedImage small = Darkroom.fit(picture, EDGE);
        return small.getWidth() >= EDGE / 4
                && small.getHeight() >= EDGE / 4
                && new Cut(small).found();
    }

    /** The places of the frame, clockwise from the top left: top, right, bottom, left. */
    private int frame(int side, int at) {
        return switch (side) {
            case 0 -> at;
            case 1 -> at * width + width - 1;
            case 2 -> (height - 1) * width + at;
            default -> at * width;
        };
    }

    private int length(int side) {
        return side % 2 == 0 ? width : height;
    }

    /** The colour in the middle of those of the frame, channel by channel. */
    private int middle() {
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int[] levels = new int[2 * (width + height)];
            int n = 0;
            for (int side = 0; side < 4; side++) {
                for (int at = 0; at < length(side); at++) {
                    levels[n++] = pixels[frame(side, at)] >> shift & 0xFF;
                }
            }
            Arrays.sort(levels);
            rgb |= levels[levels.length / 2] << shift;
        }
        return rgb;
    }

    private void spread(int middle) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int side = 0; side < 4; side++) {
            for (int at = 0; at < length(side); at++) {
                int place = frame(side, at);
                if (!ground[place] && apart(pixels[place], middle) <= SEED) {
                    ground[place] = true;
                    open.add(place);
                }
            }
        }
        while (!open.isEmpty()) {
            int place = open.remove();
            int column = place % width;
            take(place, column > 0 ? place - 1 : -1, middle, open);
            take(place, column < width - 1 ? place + 1 : -1, middle, open);
            take(place, place - width, middle, open);
            take(place, place + width, middle, open);
        }
    }

    private void take(int from, int to, int middle, Deque<Integer> open) {
        if (to >= 0
                && to < pixels.length
                && !ground[to]
                && apart(pixels[from], pixels[to]) <= STEP
                && apart(pixels[to], middle) <= GROUND) {
            ground[to] = true;
            open.add(to);
        }
    }

    /** In the channel in which they are furthest apart. */
    private static int apart(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
        }
        return most;
    }

    private boolean found() {
        double[] covered = new double[4];
        double grounded = 0;
        for (int side = 0; side < 4; side++) {
            int free = 0;
            for (int at = 0; at < length(side); at++) {
                free += ground[frame(side, at)] ? 1 : 0;
            }
            covered[side] = 1 - (double) free / length(side);
            grounded += free;
        }
        long touched = Arrays.stream(covered).filter(share -> share > TOUCHES).count();
        if (grounded / (2 * (width + height)) < LEAST_GROUND || touched < 1 || touched > 2) {
            return false;
        }
        for (int side = 0; side < 4; side++) {
            int next = (side + 1) % 4;
            boolean alone = touched == 1 && covered[side] >= RUNS_OUT;
            boolean corner = touched == 2 && covered[side] >= RUNS_OUT && covered[next] >= RUNS_OUT;
            if ((alone && cutAt(side)) || (corner && cutOver(side, next))) {
                return true;
            }
        }
        return false;
    }

    /** Out of the side, with the three other edges of the card in sight. */
    private boolean cutAt(int side) {
        Outline outline = new Outline(side);
        return outline.big() && outline.straightSides() && outline.straightTop();
    }

    /** Over the corner of two sides, with the two other edges in sight. */
    private boolean cutOver(int side, int next) {
        Outline outline = new Outline(side);
        Outline across = new Outline(next);
        return outline.big() && outline.straightTop() && across.straightTop();
    }

    /**
     * What lies on the ground, seen with the side it runs out of at the bottom: of each row its
     * first and last place, of each column its topmost.
     */
    private final class Outline {

        private final int side;
        private final int across;
        private final int up;
        private final int[] first;
        private final int[] last;
        private final int[] top;
        private int area;

        Outline(int side) {
            this.side = side;
            across = length(side);
            up = side % 2 == 0 ? height : width;
            first = new int[up];
            last = new int[up];
            top = new int[across];
            Arrays.fill(first, -1);
            Arrays.fill(last, -1);
            Arrays.fill(top, -1);
            for (int row = 0; row < up; row++) {
                for (int at = 0; at < across; at++) {
                    if (!ground[place(row, at)]) {
                        mark(row, at);
                    }
                }
            }
        }

        private void mark(int row, int at) {
            first[row] = first[row] < 0 ? at : first[row];
            last[row] = at;
            top[at] = row;
            area++;
        }

        /** A row's distance from the side counts upwards. */
        private int place(int row, int at) {
            return switch (side) {
                case 0 -> row * width + at;
                case 1 -> at * width + width - 1 - row;
                case 2 -> (height - 1 - row) * width + at;
                default -> at * width + row;
            };
        }

        boolean big() {
            return area >= LEAST_CARD * pixels.length;
        }

        /** Left and right, from the side up to near the card's own end. */
        boolean straightSides() {
            int rows = rows();
            int upTo = rows * 3 / 4;
            return rows >= up / 8 && straight(first, 0, upTo) && straight(last, 0, upTo);
        }

        /** How many rows from the side up have something of the card. */
        private int rows() {
            int rows = 0;
            while (rows < up && first[rows] >= 0) {
                rows++;
            }
            return rows;
        }

        /** The end of the card that is in sight, but for its rounded corners. */
        boolean straightTop() {
            int from = 0;
            while (from < across && top[from] < 0) {
                from++;
            }
            int to = across;
            while (to > from && top[to - 1] < 0) {
                to--;
            }
            int rim = (to - from) / 6;
            return to - from >= across / 5 && straight(top, from + rim, to - rim);
        }

        private boolean straight(int[] points, int from, int to) {
            return to - from > 3 && Line.through(points, from, to).strays() <= STRAIGHT * EDGE;
        }
    }

    /** The line that fits points best. */
    private record Line(double strays) {

        static Line through(int[] points, int from, int to) {
            double count = to - from;
            double middle = (from + to - 1) / 2.0;
            double mean = 0;
            for (int i = from; i < to; i++) {
                mean += points[i] / count;
            }
            double lever = 0;
            double turn = 0;
            for (int i = from; i < to; i++) {
                lever += (i - middle) * (i - middle);
                turn += (i - middle) * (points[i] - mean);
            }
            double slope = turn / lever;
            double off = 0;
            for (int i = from; i < to; i++) {
                double miss = points[i] - mean - slope * (i - middle);
                off += miss * miss / count;
            }
            return new Line(Math.sqrt(off));
        }
    }
}
