package io.beian.wechat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Writes passive replies, encrypted when the message was. */
final class ReplyWriter {

    private final WechatCrypto crypto;
    private final RandomGenerator random;

    ReplyWriter(WechatCrypto crypto, RandomGenerator random) {
        this.crypto = crypto;
        this.random = random;
    }

    String write(Verdict.Accepted to, PassiveReply reply, Instant now) {
        Inbound.Origin origin = to.message().origin();
        if (reply instanceof PassiveReply.Text text) {
            String content = element("Content", text.content());
            return finish(to, message(origin, "text", content, now), now);
        }
        if (reply instanceof PassiveReply.Picture picture) {
            String image = "<Image>" + element("MediaId", picture.mediaId()) + "</Image>";
            return finish(to, message(origin, "image", image, now), now);
        }
        return "success";
    }

    private static String message(Inbound.Origin to, String type, String content, Instant now) {
        return "<xml>"
                + element("ToUserName", to.openid())
                + element("FromUserName", to.account())
                + ("<CreateTime>" + now.getEpochSecond() + "</CreateTime>")
                + element("MsgType", type)
                + content
                + "</xml>";
    }

    private String finish(Verdict.Accepted to, String message, Instant now) {
        return to.encrypted() ? envelope(crypto.encrypt(message), now) : message;
    }

    private String envelope(String encrypted, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        String nonce = HexFormat.of().toHexDigits(random.nextLong());
        return "<xml>"
                + element("Encrypt", encrypted)
                + element("MsgSignature", crypto.signature(timestamp, nonce, encrypted))
                + ("<TimeStamp>" + timestamp + "</TimeStamp>")
                + element("Nonce", nonce)
                + "</xml>";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + XmlText.cdata(text) + "</" + name + ">";
    }
}
