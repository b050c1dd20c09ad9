package io.beian;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures to send, drawn from their names: no two names give the same picture. */
final class Specimen {

    private Specimen() {}

    static byte[] of(String name) {
        if (name.startsWith("动图")) {
            return "GIF89a not a photo at all".getBytes(StandardCharsets.US_ASCII);
        }
        return name.startsWith("巨图") ? jpeg(10_000, 6_001, name) : jpeg(1200, 800, name);
    }

    private static byte[] jpeg(int width, int height, String name) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < 200; i++) {
            pen.setColor(new Color(random.nextInt(0xffffff)));
            pen.fillRect(random.nextInt(width), random.nextInt(height), 120, 8);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
