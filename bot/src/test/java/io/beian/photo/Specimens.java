package io.beian.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.util.Arrays;
import java.util.Random;

/**
 * Draws pictures that look like what filers send, without a font, so that every machine draws the
 * same: a glyph is a handful of strokes in a square.
 */
final class Specimens {

    private Specimens() {}

    /** A licence as photographed: red frame and seal, black writing, on a wooden table. */
    static BufferedImage licence(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas(image);
        g.setPaint(
                new GradientPaint(
                        0, 0, new Color(120, 86, 58), width, height, new Color(92, 64, 44)));
        g.fillRect(0, 0, width, height);
        int margin = width / 12;
        g.setPaint(
                new GradientPaint(
                        0, 0, new Color(232, 228, 216), width, height, new Color(206, 202, 190)));
        g.fillRect(margin, margin, width - 2 * margin, height - 2 * margin);
        g.setColor(new Color(178, 52, 48));
        g.setStroke(new BasicStroke(width / 150f));
        g.drawRect(margin * 3 / 2, margin * 3 / 2, width - 3 * margin, height - 3 * margin);
        lines(
                g,
                new Color(40, 38, 36),
                margin * 2,
                margin * 3,
                width - 4 * margin,
                height - 6 * margin,
                width / 60);
        g.setColor(new Color(200, 40, 40));
        g.setStroke(new BasicStroke(width / 200f));
        g.drawOval(width * 2 / 3, height * 2 / 3, width / 7, width / 7);
        g.dispose();
        return image;
    }

    /** The portrait side of an identity card on a grey table. */
    static BufferedImage card(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas(image);
        g.setColor(new Color(96, 98, 102));
        g.fillRect(0, 0, width, height);
        int margin = width / 10;
        g.setPaint(
                new GradientPaint(
                        0, 0, new Color(206, 218, 226), width, 0, new Color(222, 214, 216)));
        g.fillRoundRect(margin, margin, width - 2 * margin, height - 2 * margin, 60, 60);
        lines(
                g,
                new Color(30, 30, 34),
                margin * 2,
                margin * 2,
                width / 2 - 2 * margin,
                height - 4 * margin,
                width / 45);
        g.setColor(new Color(240, 240, 240));
        g.fillRect(width * 6 / 10, margin * 2, width / 4, height / 2);
        g.setColor(new Color(214, 172, 148));
        g.fillOval(width * 66 / 100, height * 3 / 10, width / 8, height / 4);
        g.setColor(new Color(28, 24, 22));
        g.fillArc(width * 66 / 100, height * 28 / 100, width / 8, height / 5, 0, 180);
        g.dispose();
        return image;
    }

    /** A scanned form: burnt-out white paper with black print and a red seal. */
    static BufferedImage scan(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas(image);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        int margin = width / 10;
        lines(g, Color.BLACK, margin, margin, width - 2 * margin, height * 6 / 10, width / 60);
        g.setColor(new Color(214, 30, 30));
        g.setStroke(new BasicStroke(width / 120f));
        g.drawOval(width * 6 / 10, height * 75 / 100, width / 6, width / 6);
        g.dispose();
        return image;
    }

    /** A person before a white curtain: mostly smooth, hardly any writing. */
    static BufferedImage portrait(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = canvas(image);
        g.setPaint(
                new GradientPaint(
                        0, 0, new Color(226, 228, 230), width, height, new Color(188, 190, 196)));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(44, 58, 92));
        g.fillRoundRect(
                width / 5, height * 6 / 10, width * 3 / 5, height / 2, width / 4, width / 4);
        g.setColor(new Color(216, 176, 152));
        g.fillOval(width * 35 / 100, height / 5, width * 3 / 10, height * 4 / 10);
        g.setColor(new Color(30, 26, 24));
        g.fillArc(width * 35 / 100, height * 18 / 100, width * 3 / 10, height * 3 / 10, 0, 180);
        g.fillOval(width * 42 / 100, height * 38 / 100, width / 40, width / 60);
        g.fillOval(width * 55 / 100, height * 38 / 100, width / 40, width / 60);
        g.dispose();
        return image;
    }

    static BufferedImage blurred(BufferedImage image, double sigma) {
        float[] bell = bell(sigma);
        BufferedImage across = convolved(image, new Kernel(bell.length, 1, bell));
        return convolved(across, new Kernel(1, bell.length, bell));
    }

    private static BufferedImage convolved(BufferedImage image, Kernel kernel) {
        BufferedImage to =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        return new ConvolveOp(kernel, ConvolveOp.EDGE_NO_OP, null).filter(image, to);
    }

    private static float[] bell(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        float[] bell = new float[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            bell[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += bell[i + reach];
        }
        for (int i = 0; i < bell.length; i++) {
            bell[i] /= (float) sum;
        }
        return bell;
    }

    static BufferedImage dimmed(BufferedImage image, float factor) {
        return new RescaleOp(factor, 0, null).filter(image, null);
    }

    /** Sensor noise of the given standard deviation, the same on every run. */
    static BufferedImage noisy(BufferedImage image, double deviation) {
        Random random = new Random(7);
        BufferedImage noisy = copy(image);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int grain = (int) Math.round(random.nextGaussian() * deviation);
                noisy.setRGB(
                        x,
                        y,
                        grained(rgb, 16, grain) | grained(rgb, 8, grain) | grained(rgb, 0, grain));
            }
        }
        return noisy;
    }

    private static int grained(int rgb, int shift, int grain) {
        return Math.max(0, Math.min(255, ((rgb >> shift) & 0xFF) + grain)) << shift;
    }

    /** A lamp's reflection of the given radius, as a share of the width, over the writing. */
    static BufferedImage glaring(BufferedImage image, double share) {
        BufferedImage glaring = copy(image);
        Graphics2D g = canvas(glaring);
        float radius = (float) (image.getWidth() * share);
        float x = image.getWidth() * 0.4f;
        float y = image.getHeight() * 0.4f;
        Color white = Color.WHITE;
        g.setPaint(
                new RadialGradientPaint(
                        x,
                        y,
                        radius,
                        new float[] {0, 0.5f, 1},
                        new Color[] {white, white, new Color(255, 255, 255, 0)}));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.dispose();
        return glaring;
    }

    /** A black-and-white copy photographed under warm light. */
    static BufferedImage copied(BufferedImage image) {
        BufferedImage copy = copy(image);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int grey = Luminance.ofRgb(image.getRGB(x, y));
                copy.setRGB(x, y, grey << 16 | (grey * 95 / 100) << 8 | (grey * 85 / 100));
            }
        }
        return copy;
    }

    /** Every corner its own colour: red, green, blue and yellow, clockwise from the top left. */
    static BufferedImage corners(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.YELLOW, Color.BLUE};
        for (int i = 0; i < 4; i++) {
            g.setColor(colours[i]);
            g.fillRect(
                    i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
        }
        g.dispose();
        return image;
    }

    static BufferedImage plain(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        Arrays.fill(row, rgb);
        for (int y = 0; y < height; y++) {
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        copy.setData(image.getRaster());
        return copy;
    }

    private static Graphics2D canvas(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return g;
    }

    private static void lines(
            Graphics2D g, Color ink, int left, int top, int width, int height, int size) {
        Random random = new Random(42);
        g.setColor(ink);
        g.setStroke(new BasicStroke(Math.max(1, size / 10f)));
        for (int y = top; y + size <= top + height; y += size * 2) {
            int end = left + width * (5 + random.nextInt(5)) / 10;
            for (int x = left; x + size <= end; x += size * 6 / 5) {
                glyph(g, random, x, y, size);
            }
        }
    }

    private static void glyph(Graphics2D g, Random random, int x, int y, int size) {
        for (int stroke = 0; stroke < 5; stroke++) {
            int at = random.nextInt(size);
            if (random.nextBoolean()) {
                g.drawLine(x, y + at, x + size, y + at);
            } else {
                g.drawLine(x + at, y, x + random.nextInt(size), y + size);
            }
        }
    }
}
