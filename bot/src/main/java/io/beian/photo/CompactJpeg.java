package io.beian.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An RGB picture as a bare JPEG within a number of bytes. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CompactJpeg(byte[] bytes, int width, int height) {

    private static final float[] QUALITIES = {0.88f, 0.8f, 0.7f, 0.6f, 0.5f};
    private static final double SHRINK = 0.8;

    /** Lowers the quality first and the edge only when that is not enough. */
    static CompactJpeg of(BufferedImage picture, long mostBytes) {
        BufferedImage image = picture;
        while (true) {
            for (float quality : QUALITIES) {
                byte[] jpeg = encode(image, quality);
                if (jpeg.length <= mostBytes) {
                    return new CompactJpeg(jpeg, image.getWidth(), image.getHeight());
                }
            }
            int longest = Math.max(image.getWidth(), image.getHeight());
            image = Darkroom.fit(image, (int) (longest * SHRINK));
        }
    }

    private static byte[] encode(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Encoding in memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
