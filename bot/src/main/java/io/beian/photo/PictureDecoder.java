package io.beian.photo;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an essential picture file into pixels, never more of them than its bound. */
final class PictureDecoder {

    /**
     * What is larger is read with rows and columns left out; one picture then stays under 200 MB.
     */
    private static final int MOST_DECODED_PIXELS = 16_000_000;

    private static final Logger log = LoggerFactory.getLogger(PictureDecoder.class);

    private final JPEGImageReaderSpi jpeg;

    PictureDecoder() {
        ImageIO.scanForPlugins();
        jpeg = IIORegistry.getDefaultInstance().getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (jpeg == null) {
            throw new IllegalStateException("The reader for CMYK JPEGs is not on the class path");
        }
    }

    /** Empty for every file that is not a faultless picture. */
    Optional<BufferedImage> decode(PhotoFormat format, Essentials picture) {
        try (ImageInputStream in = inMemory(picture.file())) {
            return Optional.of(decode(reader(format), in, picture));
        } catch (IOException | RuntimeException unreadable) {
            // Readers meet malformed files with whatever their code runs into, from
            // NegativeArraySizeException to CMMException; none of it says more than "broken".
            log.debug("A {} of {} bytes is unreadable", format, picture.file().length, unreadable);
            return Optional.empty();
        }
    }

    private ImageReader reader(PhotoFormat format) throws IOException {
        return format == PhotoFormat.JPEG
                ? jpeg.createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName("png").next();
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream in, Essentials picture)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            return read(reader, picture);
        } finally {
            reader.dispose();
        }
    }

    /** The default stream of ImageIO would put an identity card into a temporary file. */
    private static ImageInputStream inMemory(byte[] file) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    }

    private static BufferedImage read(ImageReader reader, Essentials picture) throws IOException {
        if (reader.getWidth(0) != picture.width() || reader.getHeight(0) != picture.height()) {
            throw new IIOException("Two readings of one header");
        }
        Damage damage = new Damage();
        reader.addIIOReadWarningListener((source, warning) -> damage.hear(warning));
        ImageReadParam param = reader.getDefaultReadParam();
        int step = step(picture.pixels());
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        if (damage.heard) {
            throw new IIOException("Damaged picture data");
        }
        return image;
    }

    private static int step(long pixels) {
        return (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / MOST_DECODED_PIXELS)));
    }

    /** Listens for libjpeg filling up missing or garbled data with grey. */
    private static final class Damage {

        private boolean heard;

        void hear(String warning) {
            heard |=
                    isGarbled(warning)
                            || warning.startsWith("Premature end")
                            || warning.startsWith("Truncated");
        }

        /** Some phones write padding before the end marker: "extraneous bytes", harmless. */
        private static boolean isGarbled(String warning) {
            return warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes");
        }
    }
}
