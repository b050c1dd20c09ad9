package io.beian.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhonePageTest {

    private static final Paper PAPER = new Paper();

    @Test
    void showsEveryRowWithItsNumber() {
        String page = PAPER.phonePage(Sheets.small(), List.of(), null);

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>核对单</h1>")
                .contains("<span>2</span>")
                .contains(">单位名称</td>")
                .contains(">北京云帆示例科技有限公司</td>");
    }

    @Test
    void showsPicturesByTheirAddressAndUnderTheirPurpose() {
        String page = PAPER.phonePage(Sheets.withPictures(2), List.of("p/1?a=b&c=d", "p/2"), null);

        assertThat(page)
                .contains("src=\"p/1?a=b&amp;c=d\"", "src=\"p/2\"", "照片0", "照片1")
                .contains("仅用于ICP备案")
                .doesNotContain("图片无法显示");
    }

    @Test
    void saysSoWhereAPictureHasNoAddress() {
        assertThat(PAPER.phonePage(Sheets.withPictures(1), List.of(""), null))
                .contains("图片无法显示")
                .doesNotContain("<img");
    }

    @Test
    void linksToThePdfOnlyIfThereIsOne() {
        assertThat(PAPER.phonePage(Sheets.small(), List.of(), "order.pdf"))
                .contains("href=\"order.pdf\"");
        assertThat(PAPER.phonePage(Sheets.small(), List.of(), null)).doesNotContain("<a ");
    }

    @Test
    void escapesWhatWasTyped() {
        List<String> hostile =
                List.of("<script>alert(1)</script>", "a & b ]]>", "\"><img src=x onerror=y>");

        String page = PAPER.phonePage(PdfValues.sheet(hostile), List.of(), null);

        assertThat(page)
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "a &amp; b ]]&gt;");
    }

    @Test
    void escapesCaptionsToo() {
        Sheet sheet = Sheets.with(new Sheet.Picture("\"><script>x</script>", new byte[0]));

        assertThat(PAPER.phonePage(sheet, List.of("\" onload=\"x"), null))
                .doesNotContain("<script")
                .doesNotContain("\" onload");
    }

    @Test
    void replacesWhatWouldReorderOrBreakThePage() {
        String page =
                PAPER.phonePage(
                        PdfValues.sheet(List.of("\u202Egnp.exe", "a\0b", "𠮷😀")), List.of(), null);

        assertThat(page).doesNotContain("\u202E", "\0", "&#8238;");
        assertThat(page).containsAnyOf("𠮷😀", "&#134071;&#128512;");
    }

    @Test
    void staysOutOfSearchEnginesAndLoadsNothingFromElsewhere() {
        String page = PAPER.phonePage(Sheets.small(), List.of(), null);

        assertThat(page)
                .contains("noindex")
                .contains("default-src 'none'")
                .contains("no-referrer")
                .contains("width=device-width")
                .doesNotContain("http://", "https://", "@import", "url(", "data-slot", "data-only");
    }

    @Test
    void wantsOneAddressPerPicture() {
        assertThatThrownBy(() -> PAPER.phonePage(Sheets.withPictures(2), List.of("one"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
