package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WechatXmlTest {

    private final WechatXml xml = new WechatXml();

    @Test
    void readsTheLeaves() throws CodecException {
        assertThat(
                        xml.read(
                                "<xml> <A>1</A>\n<B><![CDATA[二]]></B><C/><List><item><D>4</D></item>"
                                        + "</List></xml>"))
                .containsOnlyKeys("A", "B", "C", "List/item/D")
                .containsEntry("A", "1")
                .containsEntry("B", "二")
                .containsEntry("C", "")
                .containsEntry("List/item/D", "4");
    }

    @Test
    void joinsSplitSectionsAndPassesOverComments() throws CodecException {
        assertThat(
                        xml.read(
                                "<?xml version=\"1.0\"?><!-- a --><xml><A><![CDATA[x]]]]><!-- b -->"
                                        + "<![CDATA[>y]]>&lt;z</A><?pi?></xml>"))
                .containsEntry("A", "x]]>y<z");
    }

    @Test
    void letsTheFirstOfTwoCount() throws CodecException {
        assertThat(xml.read("<xml><A>1</A><A>2</A></xml>")).containsEntry("A", "1");
    }

    @Test
    void keepsANestedNameApartFromATopOne() throws CodecException {
        assertThat(xml.read("<xml><List><Event>inner</Event></List><Event>outer</Event></xml>"))
                .containsEntry("Event", "outer")
                .containsEntry("List/Event", "inner");
    }

    @Test
    void readsLongTextWhole() throws CodecException {
        String text = "长😀&".repeat(5_000);

        assertThat(xml.read("<xml><A>" + XmlText.cdata(text) + "</A></xml>"))
                .containsEntry("A", text);
    }

    @Test
    void losesAControlCharacterRatherThanTheMessage() throws CodecException {
        assertThat(xml.read("<xml><A><![CDATA[备\b案\0]]></A></xml>")).containsEntry("A", "备案");
    }

    @Test
    void survivesBytesThatAreNotUtf8() throws CodecException {
        byte[] body = "<xml><A>ab</A></xml>".getBytes(UTF_8);
        body[8] = (byte) 0xC3;

        assertThat(xml.read(body)).containsEntry("A", "\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "text",
                "{\"ToUserName\":\"gh\"}",
                "<xml>",
                "<xml><A></xml>",
                "<xml><A>1</A></xml><xml/>",
                "<xml/>tail",
                "<other><A>1</A></other>",
                "<xml><A>&unknown;</A></xml>",
                "<xml><A>&#8;</A></xml>",
                "<xml><A b=1/></xml>",
                "<xml><A b='1'>x</A></xml>",
                "<xml xmlns:a='b'><A>1</A></xml>",
                "<!DOCTYPE xml><xml><A>1</A></xml>",
                "<!DOCTYPE xml [<!ENTITY a \"aa\">]><xml><A>&a;</A></xml>",
                "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><xml><A>&a;</A></xml>",
                "<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\"><xml><A>1</A></xml>",
                "<!DOCTYPE xml [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\">%p;]><xml/>"
            })
    void refusesWhatIsNoMessage(String body) {
        assertRefused(body);
    }

    @Test
    void refusesAnEntityBomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE xml [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }

        assertRefused(bomb + "]><xml><A>&e29;</A></xml>");
    }

    @Test
    void refusesDepth() {
        assertRefused("<xml>" + "<a>".repeat(10_000) + "</a>".repeat(10_000) + "</xml>");
    }

    @Test
    void refusesMoreAttributesThanAnybodyWrites() {
        StringBuilder many = new StringBuilder("<xml><A");
        for (int i = 0; i < 8_000; i++) {
            many.append(" a").append(i).append("=''");
        }

        assertRefused(many + "/></xml>");
    }

    /** Each leaf is known by the names around it: these would take 200 times their room. */
    @Test
    void refusesLongNamesAroundManyLeaves() {
        String name = "n".repeat(900);

        assertRefused("<xml><%s>%s</%s></xml>".formatted(name, "<a/>".repeat(15_000), name));
    }

    @Test
    void refusesMoreElementsThanAMessageHas() throws CodecException {
        assertThat(xml.read("<xml>" + "<a/>".repeat(500) + "</xml>")).hasSize(500);
        assertRefused("<xml>" + "<a/>".repeat(512) + "</xml>");
    }

    private void assertRefused(String body) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> xml.read(body))
                .extracting(CodecException::reason)
                .isEqualTo(Reason.UNREADABLE_XML);
    }
}
