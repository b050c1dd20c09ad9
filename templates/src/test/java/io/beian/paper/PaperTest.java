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
    void makesEachPageAPictureOfItsOwn() throws IOException {
        byte[] pdf = PAPER.pdf(PdfValues.sheet(Collections.nCopies(120, "示例")));

        List<byte[]> all = PAPER.pageImages(pdf, 9);
        List<byte[]> two = PAPER.pageImages(pdf, 2);

        assertThat(all).hasSizeGreaterThan(2).allMatch(jpeg -> jpeg.length <= 2 << 20);
        assertThat(two).hasSize(2);
        for (byte[] page : all) {
            assertThat(image(page).getWidth()).isEqualTo(1240);
            assertThat(image(page).getHeight()).isBetween(1750, 1756);
        }
        assertThat(two.get(1)).isEqualTo(all.get(1));
        assertThatThrownBy(() -> PAPER.pageImages(pdf, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhichOrderItIsAndWhereToSign() {
        Sheet.Seal seal = new Sheet.Seal("以上属实", List.of("主办单位（盖公章）", "主体负责人（签字）", "日期"));
        Sheet plain = Sheets.small();
        String imprint = "订单号 TY2026 · 2026年11月23日 10:00 生成 · 版本 0A1B-2C3D";
        Sheet sheet = new Sheet("核对单", "", imprint, "", plain.parts(), seal, plain.pictures());

        assertThat(PdfValues.text(PAPER.pdf(sheet)))
                .contains(imprint, "以上属实", "主办单位（盖公章）", "主体负责人（签字）", "日期");
        assertThat(PdfValues.text(PAPER.pdf(plain))).doesNotContain("签字", "日期");
    }

    /** However long the sections are: a page never begins with a lone row, nor without heading. */
    @Test
    void leavesNoRowAlone() {
        for (int first = 18; first <= 34; first++) {
            List<String> pages =
                    PdfValues.pages(PAPER.pdf(Sheets.sections(first, 9, 4))).stream()
                            .filter(page -> page.contains("栏"))
                            .toList();

            for (String page : pages) {
                List<String> lines =
                        page.lines().filter(line -> line.matches("(部分|\\d+ 栏).*")).toList();
                assertThat(lines.get(0)).as("%s of %s", first, page).startsWith("部分");
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).startsWith("部分")) {
                        assertThat(rowsAfter(lines, i))
                                .as("%s of %s", first, page)
                                .isGreaterThan(1);
                    }
                }
            }
        }
    }

    private static long rowsAfter(List<String> lines, int heading) {
        return lines.stream().skip(heading + 1L).takeWhile(line -> !line.startsWith("部分")).count();
    }

    /** What goes before the pictures fills its page as far as the next row of them does not fit. */
    @Test
    void leavesNoPageHalfEmptyBeforeThePictures() throws IOException {
        byte[] pdf = PAPER.pdf(Sheets.rowsThenPictures(30, 8));

        List<byte[]> images = PAPER.pageImages(pdf, 9);

        for (byte[] page : images.subList(0, images.size() - 1)) {
            assertThat(lowestInk(image(page))).isGreaterThan(1754 * 2 / 3);
        }
    }

    @Test
    void hasNoEmptyColumnWhereNothingIsNumbered() throws IOException {
        List<Sheet.Row> rows = List.of(new Sheet.Row("", "单位名称", "样张"));
        Sheet sheet = new Sheet("资料", "", "", List.of(new Sheet.Part("部分", rows)), List.of());

        BufferedImage page = image(PAPER.pageImages(PAPER.pdf(sheet), 1).get(0));

        assertThat(tinted(page)).as("the tint behind numbers").isLessThan(100);
        assertThat(tinted(image(PAPER.pageImages(PAPER.pdf(Sheets.small()), 1).get(0))))
                .isGreaterThan(1000);
    }

    private static long tinted(BufferedImage page) {
        return IntStream.range(0, page.getWidth() * page.getHeight())
                .map(i -> page.getRGB(i % page.getWidth(), i / page.getWidth()) & 0xFFFFFF)
                .filter(rgb -> rgb == 0xF5F6F8)
                .count();
    }

    /** The lowest line of the body that is not white; the foot of the page is left out. */
    private static int lowestInk(BufferedImage page) {
        return IntStream.iterate(page.getHeight() - 130, y -> y > 0, y -> y - 1)
                .filter(
                        y ->
                                IntStream.range(120, page.getWidth() - 120)
                                        .anyMatch(x -> (page.getRGB(x, y) & 0xFF) < 200))
                .findFirst()
                .orElse(0);
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
