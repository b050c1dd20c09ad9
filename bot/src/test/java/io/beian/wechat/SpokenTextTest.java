package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people write reaches the bot as their words, in whichever way it is put into XML. */
class SpokenTextTest {

    private static final String KEY = Sample.textMessage("");

    private static final String[] PIECES = {
        "]]>",
        "<![CDATA[",
        "<Content>",
        "</Content>",
        "<Content><![CDATA[",
        "]]></Content>",
        "<FromUserName><![CDATA[oSomebodyElse]]></FromUserName>",
        "<MsgId>7</MsgId>",
        "<MsgType><![CDATA[event]]></MsgType>",
        "<bizmsgmenuid>7.2</bizmsgmenuid>",
        "</xml>",
        "<xml>",
        "<!--",
        "-->",
        "<?x?>",
        "<!DOCTYPE xml>",
        "&#0;",
        "&lt;",
        "&",
        "<a b='c'>",
        "</a>",
        "企业",
        "\u0002",
        "\n"
    };

    private final WechatCrypto crypto = Sample.crypto();
    private final WechatGate gate = new WechatGate(Sample.settings(), crypto);

    /** What stands between the tags of Content, and the words. */
    static final Arguments[] WRITINGS = {
        // As they should be written.
        Arguments.of("<![CDATA[企业]]>", "企业"),
        Arguments.of("企业", "企业"),
        Arguments.of("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"),
        Arguments.of("<![CDATA[a]]]><![CDATA[]>b]]>", "a]]>b"),
        Arguments.of("<![CDATA[a]]>]]&gt;<![CDATA[b]]>", "a]]>b"),
        Arguments.of("a]]&gt;b", "a]]>b"),
        Arguments.of("a&lt;b&gt;&amp;&#x4F01;", "a<b>&企"),
        Arguments.of("<![CDATA[a]]><!-- c --><![CDATA[b]]>", "ab"),
        // As WeChat writes them.
        Arguments.of("<![CDATA[a]]>b]]>", "a]]>b"),
        Arguments.of("<![CDATA[]]>]]>", "]]>"),
        Arguments.of("<![CDATA[]]]]>]]>", "]]]]>"),
        Arguments.of("<![CDATA[]]>]]>]]>", "]]>]]>"),
        Arguments.of("<![CDATA[]]]>", "]"),
        Arguments.of("<![CDATA[a[[0]]>1]]>", "a[[0]]>1"),
        Arguments.of(
                "<![CDATA[<status><![CDATA[ok]]></status>]]>", "<status><![CDATA[ok]]></status>"),
        Arguments.of("<![CDATA[<![CDATA[a]]>]]>", "<![CDATA[a]]>"),
        Arguments.of(
                "<![CDATA[<xml><Content><![CDATA[a]]></Content></xml>]]>",
                "<xml><Content><![CDATA[a]]></Content></xml>"),
        Arguments.of("<![CDATA[a]]></Content>b]]>", "a]]></Content>b"),
        Arguments.of("<![CDATA[a]]></xml>]]>", "a]]></xml>"),
        Arguments.of("<![CDATA[a]]><!--b]]>", "a]]><!--b"),
        Arguments.of("<![CDATA[a]]><b/>c]]>", "a]]><b/>c"),
        Arguments.of("<![CDATA[a]]><b/><![CDATA[c]]>", "a]]><b/><![CDATA[c"),
        Arguments.of("<![CDATA[a]]><!DOCTYPE xml>]]>", "a]]><!DOCTYPE xml>"),
        Arguments.of("<![CDATA[a\u0002b\u0000\uFFFE]]>", "ab"),
        Arguments.of("<![CDATA[\u0008]]>", ""),
        Arguments.of("<![CDATA[]]>", ""),
        Arguments.of("", ""),
        // As nobody should.
        Arguments.of("a&#xD800;b", "a&#xD800;b"),
        Arguments.of("a&#0;b", "a&#0;b"),
        Arguments.of("a & b < c", "a & b < c"),
        Arguments.of("&unknown;", "&unknown;"),
        Arguments.of("<![CDATA[", "<![CDATA["),
        Arguments.of("]]>", "]]>"),
        Arguments.of("<![CDATA[a", "<![CDATA[a")
    };

    @ParameterizedTest
    @FieldSource("WRITINGS")
    void readsTheWords(String inContent, String words) throws CodecException {
        Inbound.Text text = read(message(inContent));

        assertThat(text.content()).isEqualTo(words);
        assertUntouched(text);
    }

    /** What would be a field of WeChat's if it stood outside. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a]]></Content><bizmsgmenuid>7.2</bizmsgmenuid><Content><![CDATA[b",
                "a]]></Content><MsgId>7</MsgId><Content><![CDATA[b",
                "a]]></Content><MsgType>image</MsgType><MediaId>m</MediaId><Content><![CDATA[b",
                "a]]><bizmsgmenuid>7.2</bizmsgmenuid><![CDATA[b",
                "a]]></Content><FromUserName>oSomebodyElse</FromUserName><Content><![CDATA[b",
                "a]]></Content><Title><![CDATA[t]]></Title><Content><![CDATA[b",
                "a]]></Content></xml><xml><Content><![CDATA[b",
                "a]]></Content><MsgId>7</MsgId></xml>",
                "a]]></Content></xml><!--",
                "]]></Content><MsgType>image"
            })
    void takesNothingOfTheWordsForAFieldOfWechats(String words) throws CodecException {
        Inbound.Text text = read(message("<![CDATA[" + words + "]]>"));

        assertThat(text.content()).isEqualTo(words);
        assertUntouched(text);
    }

    @Test
    void knowsWhoWroteWhateverIsWritten() throws CodecException {
        Random random = new Random(20261129);
        for (int i = 0; i < 5_000; i++) {
            String words =
                    random.ints(1 + random.nextInt(8), 0, PIECES.length)
                            .mapToObj(piece -> PIECES[piece])
                            .collect(Collectors.joining());

            Inbound.Text text = read(message("<![CDATA[" + words + "]]>"));

            assertUntouched(text);
            assertThat(text.content()).isNotNull();
        }
    }

    @Test
    void readsALinkAndAPlaceWhoseNamesEndTheirSections() throws CodecException {
        String link =
                Sample.message(
                        "<MsgType><![CDATA[link]]></MsgType><Title><![CDATA[a]]>b]]></Title>"
                                + "<Description><![CDATA[]]></Description><MsgType>text</MsgType>]]>"
                                + "</Description><Url><![CDATA[u]]></Url><MsgId>1</MsgId>");
        String place =
                Sample.message(
                        "<MsgType><![CDATA[location]]></MsgType><Location_X>23.1</Location_X>"
                                + "<Location_Y>113.3</Location_Y><Scale>20</Scale>"
                                + "<Label><![CDATA[样张路]]>1号]]></Label><MsgId>1</MsgId>");

        assertThat(InboundReader.read(new WechatXml().read(link))).isInstanceOf(Inbound.Link.class);
        assertThat(InboundReader.read(new WechatXml().read(place)))
                .isInstanceOf(Inbound.Location.class);
    }

    /** Before it is encrypted a message has all fields in the clear, too. */
    @Test
    void opensAnEnvelopeThatHasTheWordsBesideTheCiphertext() {
        String encrypted = crypto.encrypt(message("<![CDATA[a]]>b]]>"));
        String both =
                message("<![CDATA[a]]>b<Encrypt>x</Encrypt>]]>")
                        .replace("</xml>", "<Encrypt>" + encrypted + "</Encrypt></xml>");

        Verdict verdict =
                gate.message(Sample.query(crypto, encrypted), both.getBytes(UTF_8), Sample.NOW);

        assertThat(((Inbound.Text) ((Verdict.Accepted) verdict).message()).content())
                .isEqualTo("a]]>b");
    }

    private static void assertUntouched(Inbound.Text text) throws CodecException {
        Inbound.Origin plain = InboundReader.read(new WechatXml().read(KEY)).origin();
        assertThat(text.origin()).isEqualTo(plain);
        assertThat(text.menuId()).isEmpty();
    }

    private Inbound.Text read(String message) {
        String encrypted = crypto.encrypt(message);
        Map<String, String> query = Sample.query(crypto, encrypted);
        Verdict verdict =
                gate.message(query, Sample.envelope(encrypted).getBytes(UTF_8), Sample.NOW);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return (Inbound.Text) ((Verdict.Accepted) verdict).message();
    }

    private static String message(String inContent) {
        return Sample.message(
                "<MsgType><![CDATA[text]]></MsgType><Content>"
                        + inContent
                        + "</Content><MsgId>24000000000000001</MsgId>");
    }
}
