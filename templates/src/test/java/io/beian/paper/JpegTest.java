package io.beian.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegTest {

    @Test
    void leavesAModestJpegAlone() {
        byte[] picture = Sheets.plain(1012, 638);

        assertThat(Jpeg.forPage(picture)).containsSame(picture);
    }

    @Test
    void putsTransparentPicturesOnWhite() throws IOException {
        BufferedImage clear = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);

        byte[] jpeg = Jpeg.forPage(Sheets.encode(clear, "png")).orElseThrow();

        assertThat(read(jpeg).getRGB(20, 10)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void boundsTheLongestEdge() throws IOException {
        byte[] jpeg = Jpeg.forPage(Sheets.plain(2400, 600)).orElseThrow();

        assertThat(read(jpeg).getWidth()).isEqualTo(1600);
        assertThat(read(jpeg).getHeight()).isEqualTo(400);
    }

    @Test
    void isEmptyForWhatIsNoPicture() {
        byte[] cutShort = Arrays.copyOf(Sheets.noise(2000, 20, "png"), 200);

        assertThat(Jpeg.forPage(new byte[0])).isEmpty();
        assertThat(Jpeg.forPage("GIF89a".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(Jpeg.forPage(cutShort)).isEmpty();
    }

    @Test
    void writesWithinTheBytesAllowed() throws IOException {
        BufferedImage noise = read(Sheets.noise(800, 800, "png"));

        assertThat(Jpeg.write(noise, 100_000)).hasSizeLessThanOrEqualTo(100_000);
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }
}
