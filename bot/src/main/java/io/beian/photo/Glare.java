package io.beian.photo;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds a burnt-out patch with a halo, as a lamp leaves on a laminated card.
 *
 * <p>The white of a scan burns out too, but it ends abruptly, at print or at the edge of the paper;
 * the light of a lamp keeps falling for a while around its patch.
 */
final class Glare {

    private static final int CELL = 10;
    private static final int BURNT = 248;
    private static final double LEAST_SHARE = 0.006;

    /** Rings of cells around the patch, and how much darker each is than the one before. */
    private static final int RINGS = 3;

    private static final double LEAST_FALL = 1;

    /** Light stays at least this strong in most of the first ring, where print would be dark. */
    private static final int HALO = 200;

    private static final double MOST = 0.8;

    private final int columns;
    private final int rows;
    private final double[] mean;
    private final int[] darkest;
    private final int[] distance;

    private Glare(Luminance light) {
        columns = light.width() / CELL;
        rows = light.height() / CELL;
        mean = new double[columns * rows];
        darkest = new int[columns * rows];
        distance = new int[columns * rows];
        for (int cell = 0; cell < mean.length; cell++) {
            measure(light, cell);
        }
    }

    static boolean isIn(Luminance light) {
        return new Glare(light).found();
    }

    private void measure(Luminance light, int cell) {
        int left = cell % columns * CELL;
        int top = cell / columns * CELL;
        int sum = 0;
        darkest[cell] = 255;
        for (int y = top; y < top + CELL; y++) {
            for (int x = left; x < left + CELL; x++) {
                sum += light.at(x, y);
                darkest[cell] = Math.min(darkest[cell], light.at(x, y));
            }
        }
        mean[cell] = (double) sum / (CELL * CELL);
    }

    private boolean found() {
        boolean[] seen = new boolean[mean.length];
        for (int cell = 0; cell < mean.length; cell++) {
            if (!seen[cell] && darkest[cell] >= BURNT) {
                Deque<Integer> patch = patchAround(cell, seen);
                if (patch.size() >= LEAST_SHARE * mean.length && hasHalo(patch)) {
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
            for (int next : neighbours(cell)) {
                if (next >= 0 && !seen[next] && darkest[next] >= BURNT) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return patch;
    }

    /** Smooth light next to the patch, falling from ring to ring. */
    private boolean hasHalo(Deque<Integer> patch) {
        double[] sum = new double[RINGS + 1];
        int[] count = new int[RINGS + 1];
        int bright = 0;
        boolean[] reached = new boolean[mean.length];
        Deque<Integer> open = new ArrayDeque<>(patch);
        patch.forEach(cell -> reached[cell] = true);
        patch.forEach(cell -> distance[cell] = 0);
        while (!open.isEmpty()) {
            int cell = open.remove();
            sum[distance[cell]] += mean[cell];
            count[distance[cell]]++;
            bright += distance[cell] == 1 && darkest[cell] >= HALO ? 1 : 0;
            for (int next : neighbours(cell)) {
                if (next >= 0 && !reached[next] && distance[cell] < RINGS) {
                    reached[next] = true;
                    distance[next] = distance[cell] + 1;
                    open.add(next);
                }
            }
        }
        return bright >= MOST * count[1] && falls(sum, count);
    }

    private static boolean falls(double[] sum, int[] count) {
        for (int ring = 1; ring <= RINGS; ring++) {
            double before = sum[ring - 1] / count[ring - 1];
            if (count[ring] == 0 || before - sum[ring] / count[ring] < LEAST_FALL) {
                return false;
            }
        }
        return true;
    }

    /** Left, right, above, below; -1 where the picture ends. */
    private int[] neighbours(int cell) {
        int column = cell % columns;
        return new int[] {
            column > 0 ? cell - 1 : -1,
            column < columns - 1 ? cell + 1 : -1,
            cell >= columns ? cell - columns : -1,
            cell + columns < mean.length ? cell + columns : -1
        };
    }
}
