package io.beian.photo;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds a burnt-out round patch that ends abruptly, as a torch or a lamp right above leaves on a
 * card: an ellipse, filled all over, with nothing as white around it. Paper that burns out has
 * corners, print in it, or more of itself around; the white within a seal has white without.
 */
final class Disc {

    /** Small enough for the rim of the smallest patch to be told from a corner. */
    private static final int CELL = 4;

    private static final double BURNT = 246;
    private static final double LEAST_SHARE = 0.005;
    private static final double MOST_SHARE = 0.35;

    /** Flatter ones are strips: tubes, edges of paper, lines of a form. */
    private static final double FLATTEST = 0.35;

    /** How much of the patch may lie beside the ellipse that fits it best, or be missing in it. */
    private static final double BESIDE = 0.12;

    /** Where to look around it, in radii, and how light it may be there. */
    private static final double RING_FROM = 1.25;

    private static final double RING_TO = 1.6;
    private static final double LIGHTEST = 236;

    /** Paper that burns out does so around a seal too, however much else there is near it. */
    private static final double MOST_AS_WHITE = 0.1;

    private final int columns;
    private final int rows;
    private final double[] mean;

    private Disc(Luminance light) {
        columns = light.width() / CELL;
        rows = light.height() / CELL;
        mean = new double[columns * rows];
        for (int cell = 0; cell < mean.length; cell++) {
            mean[cell] = mean(light, cell % columns * CELL, cell / columns * CELL);
        }
    }

    static boolean isIn(Luminance light) {
        return new Disc(light).found();
    }

    private static double mean(Luminance light, int left, int top) {
        int sum = 0;
        for (int y = top; y < top + CELL; y++) {
            for (int x = left; x < left + CELL; x++) {
                sum += light.at(x, y);
            }
        }
        return (double) sum / (CELL * CELL);
    }

    private boolean found() {
        boolean[] seen = new boolean[mean.length];
        for (int cell = 0; cell < mean.length; cell++) {
            if (!seen[cell] && mean[cell] >= BURNT) {
                Deque<Integer> patch = patchAround(cell, seen);
                double share = (double) patch.size() / mean.length;
                if (share >= LEAST_SHARE && share <= MOST_SHARE && round(patch)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Deque<Integer> patchAround(int start, boolean[] seen) {
        Deque<Integer> patch = new ArrayDeque<>();
        Deque<Integer> open = new ArrayDeque<>();
        seen[start] = true;
        open.add(start);
        while (!open.isEmpty()) {
            int cell = open.remove();
            patch.add(cell);
            int column = cell % columns;
            spread(column > 0 ? cell - 1 : -1, seen, open);
            spread(column < columns - 1 ? cell + 1 : -1, seen, open);
            spread(cell - columns, seen, open);
            spread(cell + columns, seen, open);
        }
        return patch;
    }

    private void spread(int cell, boolean[] seen, Deque<Integer> open) {
        if (cell >= 0 && cell < mean.length && !seen[cell] && mean[cell] >= BURNT) {
            seen[cell] = true;
            open.add(cell);
        }
    }

    private boolean round(Deque<Integer> patch) {
        Ellipse ellipse = Ellipse.around(patch, columns);
        if (ellipse.flatness() < FLATTEST) {
            return false;
        }
        long inside = patch.stream().filter(cell -> distance(ellipse, cell) <= 1).count();
        int whole = 0;
        int around = 0;
        double light = 0;
        int white = 0;
        for (int cell = 0; cell < mean.length; cell++) {
            double distance = distance(ellipse, cell);
            whole += distance <= 1 ? 1 : 0;
            if (distance >= RING_FROM && distance <= RING_TO) {
                around++;
                light += mean[cell];
                white += mean[cell] >= BURNT ? 1 : 0;
            }
        }
        long beside = patch.size() - inside + whole - inside;
        return beside <= BESIDE * patch.size()
                && around > 0
                && white <= MOST_AS_WHITE * around
                && light / around <= LIGHTEST;
    }

    private double distance(Ellipse ellipse, int cell) {
        return ellipse.radii(cell % columns, row(cell, columns));
    }

    private static int row(int cell, int columns) {
        return cell / columns;
    }

    /** The ellipse with the middle, size and lie of a patch. */
    private record Ellipse(double x, double y, double xx, double xy, double yy) {

        static Ellipse around(Deque<Integer> patch, int columns) {
            double x = patch.stream().mapToInt(cell -> cell % columns).average().orElse(0);
            double y = patch.stream().mapToInt(cell -> row(cell, columns)).average().orElse(0);
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int cell : patch) {
                double across = cell % columns - x;
                double down = row(cell, columns) - y;
                xx += across * across;
                xy += across * down;
                yy += down * down;
            }
            return new Ellipse(x, y, xx / patch.size(), xy / patch.size(), yy / patch.size());
        }

        /** Of a filled ellipse a quarter of a radius squared is its variance. */
        double radii(double column, double row) {
            double across = column - x;
            double down = row - y;
            double determinant = xx * yy - xy * xy;
            double far =
                    (yy * across * across - 2 * xy * across * down + xx * down * down)
                            / determinant;
            return Math.sqrt(far) / 2;
        }

        /** The short radius over the long one. */
        double flatness() {
            double middle = (xx + yy) / 2;
            double off = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
            return Math.sqrt(Math.max(0, middle - off) / (middle + off));
        }
    }
}
