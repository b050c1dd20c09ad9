package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.privacy.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** An invented account and messages to it, as WeChat would send them. */
final class Sample {

    static final String APP_ID = "wx0123456789abcdef";
    static final String TOKEN = "sampleToken";
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    static final String OTHER_KEY = "GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba";
    static final String SECRET = "sampleAppSecret";
    static final String ACCOUNT = "gh_0123456789ab";
    static final String OPENID = "oSAMPLE-openid_0000000000001";
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private Sample() {}

    static WechatSettings settings() {
        return settings(APP_ID, AES_KEY, null, WechatSettings.Mode.SAFE);
    }

    static WechatSettings settings(
            String appId, String key, @Nullable String previous, WechatSettings.Mode mode) {
        return settings(appId, TOKEN, key, previous, mode, URI.create("https://api.weixin.qq.com"));
    }

    static WechatSettings settings(
            String appId,
            String token,
            String key,
            @Nullable String previous,
            WechatSettings.Mode mode,
            URI api) {
        return new WechatSettings(
                appId,
                new Secret(SECRET),
                new Secret(token),
                new Secret(key),
                previous == null ? null : new Secret(previous),
                ACCOUNT,
                mode,
                api,
                api,
                Duration.ofSeconds(300),
                DataSize.ofKilobytes(64),
                DataSize.ofMegabytes(10),
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                32);
    }

    static WechatCrypto crypto() {
        return new WechatCrypto(settings(), new Random(1));
    }

    static String textMessage(String content) {
        return message(
                "<MsgType><![CDATA[text]]></MsgType><Content>"
                        + XmlText.cdata(content)
                        + "</Content><MsgId>24000000000000001</MsgId>");
    }

    static String message(String rest) {
        return "<xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>"
                        .formatted(ACCOUNT, OPENID)
                + "<CreateTime>1795420800</CreateTime>"
                + rest
                + "</xml>";
    }

    static String envelope(String encrypted) {
        return "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
                .formatted(ACCOUNT, encrypted);
    }

    /** The query of a safe-mode POST. */
    static Map<String, String> query(WechatCrypto crypto, String encrypted) {
        String timestamp = Long.toString(NOW.getEpochSecond());
        Map<String, String> params = new HashMap<>();
        params.put("timestamp", timestamp);
        params.put("nonce", "415670741");
        params.put("openid", OPENID);
        params.put("encrypt_type", "aes");
        params.put("signature", crypto.signature(timestamp, "415670741"));
        params.put("msg_signature", crypto.signature(timestamp, "415670741", encrypted));
        return params;
    }

    /** Opens an encrypted reply as WeChat would: signature first. */
    static Map<String, String> openReply(WechatCrypto crypto, String reply) throws CodecException {
        Map<String, String> envelope = new WechatXml().read(reply);
        assertThat(envelope).containsOnlyKeys("Encrypt", "MsgSignature", "TimeStamp", "Nonce");
        String encrypted = envelope.getOrDefault("Encrypt", "");
        String[] signed = {
            envelope.getOrDefault("TimeStamp", ""), envelope.getOrDefault("Nonce", ""), encrypted
        };
        assertThat(crypto.isSignature(envelope.getOrDefault("MsgSignature", ""), signed)).isTrue();
        return new WechatXml().read(crypto.decrypt(encrypted));
    }
}
