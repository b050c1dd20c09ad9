package io.beian.photo;

import java.awt.image.BufferedImage;

/** The grey copy of a picture that its legibility is judged by. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Luminance(int width, int height, int[] levels) {

    static Luminance of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] levels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < levels.length; i++) {
            levels[i] = ofRgb(levels[i]);
        }
        return new Luminance(width, height, levels);
    }

    /** Luma of ITU-R BT.601, as JPEG has it. */
    static int ofRgb(int rgb) {
        return ((rgb >> 16 & 0xFF) * 299 + (rgb >> 8 & 0xFF) * 587 + (rgb & 0xFF) * 114) / 1000;
    }

    /** Every pixel averaged with its neighbours, which takes out most of a sensor's noise. */
    Luminance smoothed() {
        int[] smooth = new int[levels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                smooth[y * width + x] = around(x, y);
            }
        }
        return new Luminance(width, height, smooth);
    }

    private int around(int x, int y) {
        int sum = 0;
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                sum +=
                        at(
                                Math.max(0, Math.min(width - 1, x + i)),
                                Math.max(0, Math.min(height - 1, y + j)));
            }
        }
        return sum / 9;
    }

    int at(int x, int y) {
        return levels[y * width + x];
    }

    /** Four times the pixel less its neighbours: large where edges are sharp. */
    int laplacian(int x, int y) {
        return 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
    }
}
