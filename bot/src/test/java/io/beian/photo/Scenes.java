package io.beian.photo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Draws what happens to a document before a camera: it lies askew, runs out of sight, shines. */
final class Scenes {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 720;

    private Scenes() {}

    /** A card or sheet without anything around it, white outside its round corners. */
    static BufferedImage cut(BufferedImage scene, double margin) {
        int edge = (int) (scene.getWidth() * margin);
        return scene.getSubimage(
                edge, edge, scene.getWidth() - 2 * edge, scene.getHeight() - 2 * edge);
    }

    static BufferedImage cardAlone() {
        return cut(Specimens.card(1600, 1000), 0.105);
    }

    static BufferedImage licenceAlone() {
        return cut(Specimens.licence(1200, 900), 0.086);
    }

    /** Grounds a document lies on: even, in uneven light, grained, light and dark. */
    static Map<String, BufferedImage> grounds() {
        Map<String, BufferedImage> grounds = new LinkedHashMap<>();
        grounds.put("grey table", Specimens.plain(WIDTH, HEIGHT, 0x606266));
        grounds.put("wood", slope(new Color(120, 86, 58), new Color(92, 64, 44)));
        grounds.put("dark cloth", Specimens.noisy(Specimens.plain(WIDTH, HEIGHT, 0x20242C), 8));
        grounds.put("lit table", slope(new Color(150, 140, 128), new Color(84, 78, 70)));
        return grounds;
    }

    private static BufferedImage slope(Color from, Color to) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, from, WIDTH, HEIGHT, to));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.dispose();
        return image;
    }

    /**
     * A document on a ground.
     *
     * @param x where its middle is, as a share of the width; 0 is the left edge of the picture
     * @param y the same, downwards
     * @param wide how wide it is, as a share of the width
     * @param degrees how far it is turned
     */
    static BufferedImage lying(
            BufferedImage document,
            BufferedImage ground,
            double x,
            double y,
            double wide,
            double degrees) {
        BufferedImage scene = copy(ground);
        Graphics2D g = canvas(scene);
        double scale = wide * ground.getWidth() / document.getWidth();
        AffineTransform place = new AffineTransform();
        place.translate(x * ground.getWidth(), y * ground.getHeight());
        place.rotate(Math.toRadians(degrees));
        place.scale(scale, scale);
        place.translate(-document.getWidth() / 2.0, -document.getHeight() / 2.0);
        g.drawImage(document, place, null);
        g.dispose();
        return scene;
    }

    /**
     * A white disc of light with a hard rim.
     *
     * @param radius as a share of the width
     * @param flat its height as a share of its width
     */
    static BufferedImage disc(BufferedImage scene, double x, double y, double radius, double flat) {
        BufferedImage lit = copy(scene);
        Graphics2D g = canvas(lit);
        double across = radius * scene.getWidth();
        g.setColor(Color.WHITE);
        g.rotate(0.4, x * scene.getWidth(), y * scene.getHeight());
        g.fill(
                new Ellipse2D.Double(
                        x * scene.getWidth() - across,
                        y * scene.getHeight() - across * flat,
                        2 * across,
                        2 * across * flat));
        g.dispose();
        return lit;
    }

    /** A hand that holds the document up from below. */
    static BufferedImage held(BufferedImage scene) {
        BufferedImage held = copy(scene);
        Graphics2D g = canvas(held);
        g.setColor(new Color(206, 160, 134));
        int width = scene.getWidth();
        int height = scene.getHeight();
        g.fillRoundRect(width * 42 / 100, height * 7 / 10, width / 12, height, 80, 80);
        g.fillOval(width * 38 / 100, height * 88 / 100, width / 4, height / 4);
        g.dispose();
        return held;
    }

    /** A picture in the gallery of a phone: between two black bars. */
    static BufferedImage inTheGallery(BufferedImage picture) {
        BufferedImage screen = Specimens.plain(1080, 1900, 0);
        Graphics2D g = canvas(screen);
        int height = picture.getHeight() * 1080 / picture.getWidth();
        g.drawImage(picture, 0, (1900 - height) / 2, 1080, height, null);
        g.dispose();
        return screen;
    }

    /** A scanned page with a round seal whose inside is as white as the page. */
    static BufferedImage sealed(int width, int height) {
        BufferedImage page = copy(Specimens.scan(width, height));
        Graphics2D g = canvas(page);
        g.setColor(new Color(210, 30, 34));
        int size = width / 4;
        g.fillOval(width / 8, height * 7 / 10, size, size);
        g.setColor(Color.WHITE);
        g.fillOval(
                width / 8 + size / 12, height * 7 / 10 + size / 12, size * 10 / 12, size * 10 / 12);
        g.dispose();
        return page;
    }

    /** A white label with round corners on a dark folder. */
    static BufferedImage labelled() {
        BufferedImage folder = Specimens.plain(WIDTH, HEIGHT, 0x30405A);
        Graphics2D g = canvas(folder);
        g.setColor(Color.WHITE);
        g.fillRoundRect(240, 200, 480, 320, 48, 48);
        g.setColor(new Color(30, 30, 34));
        Random random = new Random(9);
        for (int line = 0; line < 6; line++) {
            for (int x = 290; x < 610 + random.nextInt(80); x += 26) {
                g.fillRect(x, 240 + line * 40, 4 + random.nextInt(16), 3);
                g.fillRect(x + random.nextInt(14), 236 + line * 40, 3, 18);
            }
        }
        g.dispose();
        return folder;
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return copy;
    }

    private static Graphics2D canvas(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return g;
    }
}
