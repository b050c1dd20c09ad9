package io.beian.photo;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.util.ProgressListenerBase;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an essential picture file into pixels, within bounds of memory and time. */
final class PictureDecoder {

    /** What is larger is read with rows and columns left out: 16 megapixels of 24 bits. */
    private static final int MOST_DECODED_BYTES = 48_000_000;

    /** Black and white grows to as much as colour later on. */
    private static final int LEAST_BITS = 24;

    /**
     * How long a picture may keep a processor busy; 40 megapixels of a camera take 0.5 s. Waiting
     * for a processor does not count: a picture is not to blame for others.
     */
    private static final Duration MOST_TIME = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(PictureDecoder.class);

    private final JPEGImageReaderSpi jpeg;
    private final LongSupplier nanoseconds;

    PictureDecoder() {
        this(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    PictureDecoder(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        ImageIO.scanForPlugins();
        jpeg = IIORegistry.getDefaultInstance().getServiceProviderByClass(JPEGImageReaderSpi.class);
        if (jpeg == null) {
            throw new IllegalStateException("The reader for CMYK JPEGs is not on the class path");
        }
    }

    /** Refused is every file that is not a faultless picture, or that takes too long. */
    Decoded decode(PhotoFormat format, Essentials picture) {
        try (ImageInputStream in = inMemory(picture.file())) {
            return decode(reader(format), in, picture);
        } catch (IOException | RuntimeException unreadable) {
            // Readers meet malformed files with whatever their code runs into, from
            // NegativeArraySizeException to CMMException; none of it says more than "broken".
            log.debug("A {} of {} bytes is unreadable", format, picture.file().length, unreadable);
            return new Decoded.Refused(PhotoProblem.BROKEN);
        }
    }

    private ImageReader reader(PhotoFormat format) throws IOException {
        return format == PhotoFormat.JPEG
                ? jpeg.createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName("png").next();
    }

    private Decoded decode(ImageReader reader, ImageInputStream in, Essentials picture)
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

    private Decoded read(ImageReader reader, Essentials picture) throws IOException {
        if (reader.getWidth(0) != picture.width() || reader.getHeight(0) != picture.height()) {
            throw new IIOException("Two readings of one header");
        }
        Damage damage = new Damage();
        reader.addIIOReadWarningListener((source, warning) -> damage.hear(warning));
        ImageReadParam param = reader.getDefaultReadParam();
        int step = step(reader, picture);
        param.setSourceSubsampling(step, step, 0, 0);
        Deadline deadline = new Deadline(nanoseconds, nanoseconds.getAsLong());
        reader.addIIOReadProgressListener(deadline);
        BufferedImage image = reader.read(0, param);
        if (deadline.over) {
            return new Decoded.Refused(PhotoProblem.UNUSUAL);
        }
        if (damage.heard) {
            throw new IIOException("Damaged picture data");
        }
        return new Decoded.Pixels(image);
    }

    private static int step(ImageReader reader, Essentials picture) throws IOException {
        int bits = reader.getImageTypes(0).next().getColorModel().getPixelSize();
        double bytes = picture.pixels() * (Math.max(bits, LEAST_BITS) / 8.0);
        return (int) Math.max(1, Math.ceil(Math.sqrt(bytes / MOST_DECODED_BYTES)));
    }

    /** Makes a reader stop that is not done in time. */
    private static final class Deadline extends ProgressListenerBase {

        private final LongSupplier nanoseconds;
        private final long start;
        private boolean over;

        Deadline(LongSupplier nanoseconds, long start) {
            this.nanoseconds = nanoseconds;
            this.start = start;
        }

        @Override
        public void imageProgress(ImageReader reader, float percent) {
            if (nanoseconds.getAsLong() - start > MOST_TIME.toNanos()) {
                over = true;
                reader.abort();
            }
        }
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
