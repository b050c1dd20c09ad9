package io.beian.photo;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes picture files for tests, and forges what no writer would write. */
final class PictureFiles {

    static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private PictureFiles() {}

    static byte[] jpeg(RenderedImage image) {
        return written("jpeg", new IIOImage(image, null, null), ImageWriteParam.MODE_DISABLED);
    }

    static byte[] progressiveJpeg(RenderedImage image) {
        return written("jpeg", new IIOImage(image, null, null), ImageWriteParam.MODE_DEFAULT);
    }

    /** Samples as they are, without any colour conversion. */
    static byte[] jpeg(Raster samples) {
        return written("jpeg", new IIOImage(samples, null, null), ImageWriteParam.MODE_DISABLED);
    }

    static byte[] png(RenderedImage image) {
        return written("png", new IIOImage(image, null, null), ImageWriteParam.MODE_DISABLED);
    }

    private static byte[] written(String format, IIOImage image, int progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive);
            writer.setOutput(out);
            writer.write(null, image, param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a segment right after the start marker of a JPEG. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
        byte[] head = {
            jpeg[0],
            jpeg[1],
            (byte) 0xFF,
            (byte) marker,
            (byte) ((payload.length + 2) >> 8),
            (byte) (payload.length + 2)
        };
        return joined(head, payload, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] withOrientation(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xE1, joined(latin("Exif\0\0"), exif(orientation)));
    }

    /** A TIFF header, one directory with the orientation and a GPS latitude reference. */
    static byte[] exif(int orientation) {
        byte[] tiff = new byte[62];
        System.arraycopy(latin("MM\0*\0\0\0\u0008\0\u0002"), 0, tiff, 0, 10);
        entry(tiff, 10, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 22, 0x8825, 4, 1, 38);
        tiff[39] = 1;
        entry(tiff, 40, 0x0001, 2, 2, 'N' << 24);
        return tiff;
    }

    private static void entry(byte[] tiff, int at, int tag, int type, int count, int value) {
        int[] numbers = {tag << 16 | type, count, value};
        for (int i = 0; i < 12; i++) {
            tiff[at + i] = (byte) (numbers[i / 4] >> (24 - i % 4 * 8));
        }
    }

    static byte[] withProfile(byte[] jpeg, byte[] icc) {
        return withSegment(jpeg, 0xE2, joined(latin("ICC_PROFILE\0\u0001\u0001"), icc));
    }

    static byte[] withPngProfile(byte[] png, byte[] icc) {
        return withChunk(png, "iCCP", joined(latin("profile\0\0"), packed(icc)));
    }

    /** Middle grey under this profile is much lighter than under sRGB. */
    static byte[] linearProfile() {
        return ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    }

    /** Puts a chunk before the image data of a PNG. */
    static byte[] withChunk(byte[] png, String type, byte[] data) {
        int at = PNG_SIGNATURE.length + 25;
        return joined(
                Arrays.copyOf(png, at), chunk(type, data), Arrays.copyOfRange(png, at, png.length));
    }

    static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(latin(type));
        crc.update(data);
        return joined(number(data.length), latin(type), data, number((int) crc.getValue()));
    }

    static byte[] pngHeader(int width, int height, int depth, int colourType) {
        byte[] rest = {(byte) depth, (byte) colourType, 0, 0, 0};
        return joined(PNG_SIGNATURE, chunk("IHDR", joined(number(width), number(height), rest)));
    }

    /** Zeros, packed. */
    static byte[] packedZeros(long count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            for (long left = count; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] packed(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** As much as can be unpacked. */
    static byte[] unpacked(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InflaterOutputStream out = new InflaterOutputStream(bytes)) {
            out.write(data);
        } catch (IOException malformed) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    static byte[] number(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
