package io.beian.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Makes any decoded picture an upright, opaque, 8-bit sRGB one within an edge length. */
final class Darkroom {

    private final int longestEdge;

    Darkroom(int longestEdge) {
        this.longestEdge = longestEdge;
    }

    BufferedImage develop(BufferedImage decoded, Essentials picture) {
        BufferedImage fitted = fit(opaque(decoded), longestEdge);
        picture.profile().ifPresent(profile -> profile.toSrgb(fitted));
        if (picture.held() == Orientation.TOP_LEFT) {
            return fitted;
        }
        return opaque(ExifFilterUtils.getFilterForOrientation(picture.held()).apply(fitted));
    }

    /** Shrinks to the longest edge; what is smaller keeps its size. */
    static BufferedImage fit(BufferedImage image, int longestEdge) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) longestEdge / longest);
        try {
            return Thumbnails.of(image)
                    .forceSize(scaled(image.getWidth(), scale), scaled(image.getHeight(), scale))
                    .imageType(BufferedImage.TYPE_INT_RGB)
                    .asBufferedImage();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Scaling in memory", impossible);
        }
    }

    private static int scaled(int edge, double scale) {
        return (int) Math.max(1, Math.round(edge * scale));
    }

    private static BufferedImage opaque(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_INT_RGB,
                    BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_BYTE_GRAY ->
                    image;
            default -> onWhite(isLinearGrey(image) ? plainGrey(image) : image);
        };
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage flat =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = flat.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return flat;
    }

    /**
     * Java takes grey of any custom layout (16 bits, or with alpha) for linear light and would
     * brighten it (JDK-5051418); in a picture file it is as gamma-encoded as any other grey.
     */
    private static boolean isLinearGrey(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        return colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    }

    private static BufferedImage plainGrey(BufferedImage image) {
        Raster from = image.getRaster();
        int width = image.getWidth();
        int shift = from.getSampleModel().getSampleSize(0) - 8;
        boolean alpha = from.getNumBands() > 1;
        BufferedImage grey =
                new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] level = new int[width];
        int[] opacity = new int[width];
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            from.getSamples(0, y, width, 1, 0, level);
            if (alpha) {
                from.getSamples(0, y, width, 1, 1, opacity);
            }
            for (int x = 0; x < width; x++) {
                int opaque = alpha ? opacity[x] >> shift : 0xFF;
                row[x] = opaque << 24 | (level[x] >> shift) * 0x010101;
            }
            grey.setRGB(0, y, width, 1, row, 0, width);
        }
        return grey;
    }
}
