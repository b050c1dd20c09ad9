package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import me.chanjar.weixin.common.util.xml.XStreamInitializer;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import me.chanjar.weixin.mp.util.crypto.WxMpCryptUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * WxJava reads what we write, and we read what WxJava writes. It needs XStream for that, which is
 * not shipped, so this runs apart from the other tests.
 */
class WxJavaOracleIT {

    private final WechatCrypto crypto = Sample.crypto();
    private final WechatGate gate = new WechatGate(Sample.settings(), crypto);
    private final ReplyWriter writer = new ReplyWriter(crypto, new Random(5));
    private final WechatXml xml = new WechatXml();
    private final WxMpDefaultConfigImpl config = config();
    private final WxMpCryptUtil theirs = new WxMpCryptUtil(config);

    @BeforeAll
    static void setClassLoader() {
        XStreamInitializer.setClassLoader(WxJavaOracleIT.class.getClassLoader());
    }

    @Test
    void opensWhatTheySeal() throws CodecException {
        for (String text : texts()) {
            String theirSealed = theirs.encrypt("0123456789abcdef", text);
            assertThat(crypto.decrypt(theirSealed)).isEqualTo(text);
        }
    }

    @Test
    void sealsWhatTheyOpen() {
        for (String text : texts()) {
            assertThat(theirs.decrypt(crypto.encrypt(text))).isEqualTo(text);
        }
    }

    @Test
    void readsMessagesAsTheyDo() {
        for (String text : texts()) {
            String sealed = theirs.encrypt("0123456789abcdef", Sample.textMessage(text));
            Map<String, String> query = Sample.query(crypto, sealed);
            String envelope = Sample.envelope(sealed);

            Verdict ours = gate.message(query, envelope.getBytes(UTF_8), Sample.NOW);
            WxMpXmlMessage message =
                    WxMpXmlMessage.fromEncryptedXml(
                            envelope,
                            config,
                            query.get("timestamp"),
                            query.get("nonce"),
                            query.get("msg_signature"));

            assertThat(((Inbound.Text) ((Verdict.Accepted) ours).message()).content())
                    .isEqualTo(message.getContent())
                    .isEqualTo(text);
        }
    }

    @Test
    void writesRepliesTheyRead() throws CodecException {
        Inbound.Origin origin =
                new Inbound.Origin(Sample.ACCOUNT, Sample.OPENID, Instant.EPOCH, "key");
        Inbound message = new Inbound.Text(origin, "你好", Optional.empty());
        for (String text : texts()) {
            String reply =
                    writer.write(
                            new Verdict.Accepted(message, true),
                            new PassiveReply.Text(text),
                            Sample.NOW);
            Map<String, String> envelope = xml.read(reply);

            WxMpXmlMessage read =
                    WxMpXmlMessage.fromEncryptedXml(
                            reply,
                            config,
                            envelope.get("TimeStamp"),
                            envelope.get("Nonce"),
                            envelope.get("MsgSignature"));

            assertThat(read.getContent()).isEqualTo(text);
            assertThat(read.getToUser()).isEqualTo(Sample.OPENID);
            assertThat(read.getFromUser()).isEqualTo(Sample.ACCOUNT);
        }
    }

    @Test
    void readsTheirEncryptedReply() throws CodecException {
        String reply =
                WxMpXmlOutMessage.TEXT()
                        .content("您好 😀")
                        .fromUser(Sample.ACCOUNT)
                        .toUser(Sample.OPENID)
                        .build()
                        .toEncryptedXml(config);

        assertThat(Sample.openReply(crypto, reply)).containsEntry("Content", "您好 😀");
    }

    /** Every length up to a hundred bytes, so that each padding occurs, and longer ones. */
    private static List<String> texts() {
        Random random = new Random(6);
        List<String> texts = new ArrayList<>(List.of("]]>", "a]]>b]]>", "<xml>&amp;</xml>", "😀"));
        for (int length = 1; length <= 100; length++) {
            texts.add("x".repeat(length));
            texts.add(chinese(random, length));
        }
        for (int i = 0; i < 100; i++) {
            texts.add(chinese(random, random.nextInt(1, 3_000)));
        }
        return texts;
    }

    private static String chinese(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    random.nextInt(8) == 0
                            ? random.nextInt(0x1F600, 0x1F640)
                            : random.nextInt(0x4E00, 0x9FA5));
        }
        return text.toString();
    }

    private static WxMpDefaultConfigImpl config() {
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setAppId(Sample.APP_ID);
        config.setToken(Sample.TOKEN);
        // WxJava decodes the key as it stands; the bits beyond 32 bytes do not count.
        config.setAesKey(Sample.AES_KEY);
        return config;
    }
}
