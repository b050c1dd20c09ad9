package io.beian.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Synthetic sheets and pictures. */
final class Sheets {

    private Sheets() {}

    static Sheet small() {
        return with();
    }

    static Sheet with(Sheet.Picture... pictures) {
        List<Sheet.Row> rows =
                List.of(
                        new Sheet.Row("1", "单位性质", "企业"),
                        new Sheet.Row("2", "单位名称", "北京云帆示例科技有限公司"),
                        new Sheet.Row("", "投资者", "阿依古丽·买买提"));
        return new Sheet(
                "核对单",
                "新增网站",
                "请逐项核对。",
                List.of(new Sheet.Part("主办单位", rows)),
                Arrays.asList(pictures));
    }

    static Sheet withPictures(int count) {
        return with(
                IntStream.range(0, count)
                        .mapToObj(i -> new Sheet.Picture("照片" + i, plain(1012, 638)))
                        .toArray(Sheet.Picture[]::new));
    }

    static Sheet manyRowsWithPictures() {
        List<String> values = IntStream.range(0, 60).mapToObj(i -> "示例" + i).toList();
        Sheet rows = PdfValues.sheet(values);
        return new Sheet("核对单", "", "", rows.parts(), withPictures(4).pictures());
    }

    static byte[] plain(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.LIGHT_GRAY);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return encode(image, "jpeg");
    }

    static byte[] noise(int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new Random(7).ints((long) width * height).toArray();
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return encode(image, format);
    }

    static byte[] encode(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
