package io.beian.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as JPEG, bounded in edge and bytes. */
final class Jpeg {

    private static final int LONGEST_EDGE = 1600; // 480 dpi across half an A4 page
    private static final int MOST_BYTES_UNTOUCHED = 1 << 20;
    private static final long MOST_PIXELS = 100_000_000;
    private static final float GOOD = 0.85f;
    private static final float POOR = 0.4f;

    private Jpeg() {}

    /** The picture as a JPEG fit for a page, or empty if it cannot be read. */
    static Optional<byte[]> forPage(byte[] picture) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return forPage(reader, picture);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Damaged files make the decoders throw either; the sheet then says so in the frame.
            return Optional.empty();
        }
    }

    private static Optional<byte[]> forPage(ImageReader reader, byte[] picture) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int edge = Math.max(width, height);
        if ((long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        boolean fits = edge <= LONGEST_EDGE && picture.length <= MOST_BYTES_UNTOUCHED;
        if (fits && reader.getFormatName().equalsIgnoreCase("jpeg")) {
            return Optional.of(picture);
        }
        ImageReadParam everyNth = reader.getDefaultReadParam();
        int step = Math.max(1, edge / LONGEST_EDGE);
        everyNth.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, everyNth);
        double scale =
                Math.min(1, (double) LONGEST_EDGE / Math.max(image.getWidth(), image.getHeight()));
        return Optional.of(write(scaled(image, scale), GOOD));
    }

    /** The image as a JPEG of at most {@code most} bytes, at the best quality that fits. */
    static byte[] write(BufferedImage image, int most) {
        for (float quality = GOOD; quality >= POOR; quality -= 0.15f) {
            byte[] jpeg = write(image, quality);
            if (jpeg.length <= most) {
                return jpeg;
            }
        }
        return write(scaled(image, 0.7), most);
    }

    private static byte[] write(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = opaque.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        g.dispose();
        return opaque;
    }
}
