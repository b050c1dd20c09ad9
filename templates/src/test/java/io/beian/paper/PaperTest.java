package io.beian.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class PaperTest {

    private static final Paper PAPER = new Paper();

    @Test
    void printsNumberLabelAndValueOnA4() throws IOException {
        byte[] pdf = PAPER.pdf(Sheets.small());

        assertThat(PdfValues.text(pdf)).contains("核对单", "主办单位", "2 单位名称 北京云帆示例科技有限公司", "第 1 / 1 页");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isCloseTo(PDRectangle.A4.getWidth(), within(1f));
        }
    }

    @Test
    void givesTheSameBytesForTheSameSheetFromAnyThread() {
        byte[] first = PAPER.pdf(Sheets.withPictures(2));

        List<byte[]> others =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> PAPER.pdf(Sheets.withPictures(2)))
                        .toList();

        assertThat(others).allSatisfy(pdf -> assertThat(pdf).isEqualTo(first));
    }

    @Test
    void tellsNothingButTheTitleAboutTheDocument() throws IOException {
        try (PDDocument document = Loader.loadPDF(PAPER.pdf(Sheets.small()))) {
            assertThat(document.getDocumentInformation().getMetadataKeys()).containsOnly("Title");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("核对单");
            String xmp =
                    new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            StandardCharsets.UTF_8);
            assertThat(xmp).contains("核对单").doesNotContain("云帆", "CreateDate", "creator");
        }
    }

    @Test
    void staysSmallBecauseOnlyTheUsedGlyphsAreEmbedded() {
        List<String> sixty = IntStream.range(0, 60).mapToObj(i -> "北京市示例路" + i + "号").toList();

        assertThat(PAPER.pdf(PdfValues.sheet(sixty))).hasSizeLessThan(100_000);
    }

    @Test
    void printsAnEmptySheet() {
        byte[] pdf = PAPER.pdf(new Sheet("", "", "", List.of(), List.of()));

        assertThat(PAPER.pageImages(pdf, 1)).hasSize(1);
    }

    @Test
    void leavesOutPartsWithoutRows() {
        Sheet sheet = new Sheet("", "", "", List.of(new Sheet.Part("空的部分", List.of())), List.of());

        assertThat(PdfValues.text(PAPER.pdf(sheet))).doesNotContain("空的部分");
    }

    @Test
    void printsHostileValuesAsTheText() {
        List<String> hostile =
                List.of(
                        "<script>alert(1)</script>",
                        "&amp; &lt; <img src=x> ]]> <!-- --> <![CDATA[",
                        "'\"` {{x}} ${y} %s \\u0000",
                        "<style>@page{}</style></td></tr>");

        assertThat(PdfValues.of(PAPER.pdf(PdfValues.sheet(hostile)))).isEqualTo(hostile);
    }

    @Test
    void survivesWhatCannotBePrinted() {
        List<String> hostile =
                List.of("a\0b\u0007c", "\uD800", "\u202Egnp.exe", "שלום", "👨‍👩‍👧", "\uFFFE");

        List<String> printed = PdfValues.of(PAPER.pdf(PdfValues.sheet(hostile)));

        assertThat(printed).hasSize(hostile.size());
        assertThat(printed).startsWith("a\uFFFDb\uFFFDc", "\uFFFD", "\uFFFDgnp.exe");
    }

    @Test
    void printsTenPicturesWithinBounds() throws IOException {
        byte[] pdf = PAPER.pdf(Sheets.withPictures(10));

        assertThat(PdfValues.text(pdf)).contains("证件与照片", "照片0", "照片9");
        assertThat(pdf).hasSizeLessThan(2_000_000);
    }

    @Test
    void shrinksAHugePicture() {
        byte[] huge = Sheets.noise(4000, 3000, "jpeg");

        byte[] pdf = PAPER.pdf(Sheets.with(new Sheet.Picture("大图", huge)));

        assertThat(huge).hasSizeGreaterThan(5_000_000);
        assertThat(pdf).hasSizeLessThan(3_000_000);
    }

    @Test
    void saysSoWhereAPictureCannotBeShown() {
        byte[] pdf = PAPER.pdf(Sheets.with(new Sheet.Picture("坏图", new byte[] {1, 2, 3})));

        assertThat(PdfValues.text(pdf)).contains("图片无法显示", "坏图");
    }

    @Test
    void marksPagesWithPicturesAndOnlyThose() throws IOException {
        byte[] pdf = PAPER.pdf(Sheets.manyRowsWithPictures());

        List<byte[]> images = PAPER.pageImages(pdf, 100);

        assertThat(hasInkInTopMargin(images.get(0))).isFalse();
        assertThat(hasInkInTopMargin(images.get(images.size() - 1))).isTrue();
    }

    @Test
    void keepsTheWatermarkOutOfTheText() {
        String text = PdfValues.text(PAPER.pdf(Sheets.withPictures(1)));

        assertThat(text.split("仅用于ICP备案", -1)).hasSize(1 + 1);
    }

    @Test
    void stitchesPagesIntoAsManyImagesAsAllowed() throws IOException {
        byte[] pdf = PAPER.pdf(PdfValues.sheet(Collections.nCopies(120, "示例")));

        List<byte[]> each = PAPER.pageImages(pdf, 9);
        List<byte[]> two = PAPER.pageImages(pdf, 2);

        assertThat(each).hasSizeGreaterThan(2).allMatch(jpeg -> jpeg.length <= 2 << 20);
        assertThat(two).hasSize(2).allMatch(jpeg -> jpeg.length <= 2 << 20);
        assertThat(image(each.get(0)).getWidth()).isEqualTo(1240);
        assertThat(image(two.get(0)).getHeight()).isGreaterThan(image(each.get(0)).getHeight());
        assertThatThrownBy(() -> PAPER.pageImages(pdf, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean hasInkInTopMargin(byte[] jpeg) throws IOException {
        BufferedImage image = image(jpeg);
        return IntStream.range(0, image.getWidth() * 80)
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFF)
                .anyMatch(blue -> blue < 240);
    }

    private static BufferedImage image(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
