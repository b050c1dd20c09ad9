package io.beian.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws pictures with nothing on them, or next to nothing. */
final class BareSpecimens {

    private BareSpecimens() {}

    /** A sheet, a wall or a lens cap: light falls on it from one side. */
    static BufferedImage lit(int width, int height, int brightest, int middle, int darkest) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Color[] light = {new Color(brightest), new Color(middle), new Color(darkest)};
        float reach = Math.max(width, height) * 0.7f;
        float[] at = {0, 0.6f, 1};
        g.setPaint(new RadialGradientPaint(width * 0.4f, height * 0.45f, reach, at, light));
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }

    /** The soft shadow of the hand that holds the phone; opacity from 0 to 255. */
    static BufferedImage shadowed(BufferedImage image, int opacity) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage shadow = Specimens.plain(width, height, 0xFFFFFF);
        Graphics2D g = shadow.createGraphics();
        g.setColor(new Color(0, 0, 0, opacity));
        g.fillOval(width * 3 / 10, height / 2, width * 8 / 10, height * 9 / 10);
        g.dispose();
        BufferedImage soft = Specimens.blurred(shadow, width / 80.0);
        BufferedImage both = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                both.setRGB(x, y, times(image.getRGB(x, y), soft.getRGB(x, y) & 0xFF));
            }
        }
        return both;
    }

    private static int times(int rgb, int share) {
        return (((rgb >> 16) & 0xFF) * share / 255) << 16
                | (((rgb >> 8) & 0xFF) * share / 255) << 8
                | ((rgb & 0xFF) * share / 255);
    }

    /** A phone's screen with its bars and nothing between them. */
    static BufferedImage screen(int width, int height, int ground, int ink) {
        BufferedImage image = Specimens.plain(width, height, ground);
        Graphics2D g = canvas(image, ink, 1);
        Random random = new Random(3);
        int size = width / 30;
        for (int place : new int[] {1, 2, 3, 4, 25, 26, 27, 28}) {
            glyph(g, random, place * size, size / 2, size);
        }
        g.fillRoundRect(width * 35 / 100, height - size / 2, width * 3 / 10, size / 6, 6, 6);
        g.dispose();
        return image;
    }

    /** A page with few words on it. */
    static BufferedImage page(int width, int height, int lines, int ink, int ground, float pen) {
        BufferedImage image = Specimens.plain(width, height, ground);
        Graphics2D g = canvas(image, ink, pen);
        Random random = new Random(5);
        int size = width / 60;
        for (int line = 0; line < lines; line++) {
            for (int x = width / 8; x < width * 6 / 8; x += size * 6 / 5) {
                glyph(g, random, x, height / 5 + line * size * 2, size);
            }
        }
        g.dispose();
        return image;
    }

    /** A card seen from so far that it takes a fifth of the width. */
    static BufferedImage farAway(int width, int height) {
        BufferedImage image = Specimens.plain(width, height, 0x906040);
        Graphics2D g = canvas(image, 0, 1);
        int small = width / 5;
        g.drawImage(Darkroom.fit(Specimens.card(800, 500), small), width / 2, height / 3, null);
        g.dispose();
        return image;
    }

    /** Ink as much paler as the share says, paper as white as it was. */
    static BufferedImage pale(BufferedImage image, double share) {
        BufferedImage pale =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int lost = ~image.getRGB(x, y);
                pale.setRGB(x, y, ~times(lost, (int) (255 * share)));
            }
        }
        return pale;
    }

    private static Graphics2D canvas(BufferedImage image, int ink, float pen) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(ink));
        g.setStroke(new BasicStroke(pen));
        return g;
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
