package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReplyWriterTest {

    private final WechatCrypto crypto = Sample.crypto();
    private final ReplyWriter writer = new ReplyWriter(crypto, new Random(4));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "您好",
                "",
                "]]>",
                "]]]]>>",
                "hi]]></Content><MsgType><![CDATA[image",
                "<![CDATA[x]]>",
                "a\nb\tc",
                "😀👨‍👩‍👧 𠮷 ⾠",
                "<a href=\"weixin://bizmsgmenu?msgmenucontent=1&msgmenuid=2\">企业</a>",
                "&amp; &#0; \\u0000"
            })
    void isReadExactlyAsItWasSaid(String text) throws Exception {
        Element reply = dom(write(new PassiveReply.Text(text), false));

        assertThat(child(reply, "Content")).isEqualTo(text);
        assertThat(child(reply, "MsgType")).isEqualTo("text");
        assertThat(reply.getChildNodes().getLength()).isEqualTo(5);
    }

    @Test
    void leavesOutWhatXmlForbids() throws Exception {
        String text = "a\0b\bc\u001Fd\uFFFEe\uD800f\uDC00g]\u0001]>h\r\ni\rj";

        Element reply = dom(write(new PassiveReply.Text(text), false));

        assertThat(child(reply, "Content")).isEqualTo("abcdefg]]>h\ni\nj");
    }

    @Test
    void goesBackToTheSender() throws Exception {
        Element reply = dom(write(new PassiveReply.Text("好"), false));

        assertThat(child(reply, "ToUserName")).isEqualTo(Sample.OPENID);
        assertThat(child(reply, "FromUserName")).isEqualTo(Sample.ACCOUNT);
        assertThat(child(reply, "CreateTime")).isEqualTo("1795420800");
    }

    @Test
    void showsAPicture() throws Exception {
        Element reply = dom(write(new PassiveReply.Picture("media-1"), false));

        assertThat(child(reply, "MsgType")).isEqualTo("image");
        assertThat(child((Element) reply.getElementsByTagName("Image").item(0), "MediaId"))
                .isEqualTo("media-1");
    }

    @Test
    void encryptsAndSignsWhatAnswersAnEncryptedMessage() throws Exception {
        String reply = write(new PassiveReply.Text("好]]>"), true);

        assertThat(Sample.openReply(crypto, reply)).containsEntry("Content", "好]]>");
    }

    @Test
    void saysSuccessInTheClearWhenThereIsNothingToSay() {
        assertThat(write(new PassiveReply.Nothing(), true)).isEqualTo("success");
    }

    private String write(PassiveReply reply, boolean encrypted) {
        Inbound.Origin origin =
                new Inbound.Origin(Sample.ACCOUNT, Sample.OPENID, Instant.EPOCH, "key");
        Inbound message = new Inbound.Text(origin, "你好", Optional.empty());
        return writer.write(
                new Verdict.Accepted(message, encrypted), reply, Instant.ofEpochSecond(1795420800));
    }

    private static Element dom(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private static String child(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
