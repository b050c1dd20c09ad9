package io.beian.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextLayerTest {

    private static final Paper PAPER = new Paper();
    private static final Typeface TYPEFACE = Typeface.load("/fonts/NotoSansSC-Regular.ttf");

    @Test
    void copiesBackAHundredNamesAndAddressesExactly() throws IOException {
        List<String> typed = typed();

        assertThat(typed).hasSizeGreaterThanOrEqualTo(100);
        assertThat(printed(typed)).isEqualTo(typed);
    }

    @Test
    void tellsApartCharactersThatLookTheSame() {
        List<String> typed = List.of("辰⾠", "⾠辰", "金⾦⾦金", "李⽊木⼦子", "力⼒刀⼑", "龟龜⻳", "勤勤", "A·B‧C•D");

        assertThat(printed(typed)).isEqualTo(typed);
    }

    @Test
    void copiesBackEveryIdeographThatSharesAGlyph() {
        List<String> typed = inRowsOf(60, sharedIdeographs());

        assertThat(typed).hasSizeGreaterThan(10);
        assertThat(printed(typed)).isEqualTo(typed);
    }

    @Test
    void keepsTheRareCharactersOfNames() {
        String rare = "喆堃犇龑燚䶮㛃𬭩𫖯𫍯㐂㑇㺭";

        assertThat(rare.codePoints().filter(TYPEFACE::lacks)).isEmpty();
        assertThat(printed(List.of(rare))).containsExactly(rare);
    }

    @Test
    void printsAMarkForAMissingCharacterAndListsItsCodePoint() {
        List<String> typed = List.of("𠮷田", "𤰉〓", "名😀");

        byte[] pdf = PAPER.pdf(PdfValues.sheet(typed));

        assertThat("𠮷𤰉😀".codePoints()).allMatch(TYPEFACE::lacks);
        assertThat(TYPEFACE.glyph(0x20BB7)).isEqualTo(TYPEFACE.glyph('〓'));
        assertThat(PdfValues.of(pdf)).isEqualTo(typed);
        assertThat(PdfValues.text(pdf)).contains("𠮷 U+20BB7、𤰉 U+24C09、😀 U+1F600");
    }

    @Test
    void drawsEachCharacterAsItsOwnGlyph() {
        assertThat(drawn("辰")).isEqualTo(drawn("⾠")).isNotEqualTo(drawn("犇"));
        assertThat(drawn("犇")).isNotEqualTo(drawn("〓"));
    }

    @Test
    void saysNothingAboutMissingCharactersIfThereAreNone() {
        assertThat(PdfValues.text(PAPER.pdf(PdfValues.sheet(List.of("张伟"))))).doesNotContain("〓");
    }

    @Test
    void keepsSpacesInsideAndAroundValues() {
        List<String> typed = List.of("John  A  Smith", "  前", "后  ", "全　角", "不\u00A0断");

        assertThat(printed(typed)).isEqualTo(typed);
    }

    @Test
    void wrapsLongValuesWithoutLosingACharacter() {
        List<String> typed =
                List.of(
                        "北京市海淀区中关村南大街5号院".repeat(64),
                        "𠮷𬭩".repeat(256),
                        "W".repeat(1024),
                        "No. 88 Keyuan Road, ".repeat(51),
                        "x ".repeat(512),
                        "https://example.com/a/long/path?with=query&and=more#part".repeat(6));

        assertThat(printed(typed)).isEqualTo(typed);
    }

    @Test
    void keepsVariationSelectors() {
        List<String> typed = List.of("葛\uDB40\uDD00城", "名\uFE00字");

        assertThat(printed(typed)).isEqualTo(typed);
    }

    private static byte[] drawn(String value) {
        return PAPER.pageImages(PAPER.pdf(PdfValues.sheet(List.of(value))), 1).get(0);
    }

    private static List<String> printed(List<String> typed) {
        return PdfValues.of(PAPER.pdf(PdfValues.sheet(typed)));
    }

    /** Every character whose glyph serves another one too, if one of the two is an ideograph. */
    private static List<Integer> sharedIdeographs() {
        Map<Integer, List<Integer>> byGlyph = new TreeMap<>();
        IntStream.range(0x21, 0x30000)
                .filter(c -> Character.isDefined(c) && !TYPEFACE.lacks(c))
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> byGlyph.computeIfAbsent(TYPEFACE.glyph(c), g -> list()).add(c));
        return byGlyph.values().stream()
                .filter(shared -> shared.size() > 1)
                .filter(shared -> shared.stream().anyMatch(Character::isIdeographic))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Integer> list() {
        return new ArrayList<>();
    }

    private static List<String> inRowsOf(int length, List<Integer> codePoints) {
        return IntStream.iterate(0, i -> i < codePoints.size(), i -> i + length)
                .mapToObj(i -> codePoints.subList(i, Math.min(i + length, codePoints.size())))
                .map(TextLayerTest::text)
                .toList();
    }

    private static String text(List<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static List<String> typed() throws IOException {
        try (InputStream in = TextLayerTest.class.getResourceAsStream("/paper/typed.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
