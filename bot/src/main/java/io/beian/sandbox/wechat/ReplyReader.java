package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Predicate;

/** Judges passive replies as strictly as WeChat does, and says why one is not taken. */
final class ReplyReader {

    /** Measured by developers; longer replies end in the fault notice. */
    static final int MAX_TEXT_BYTES = 2048;

    private final SafeMode safeMode;
    private final String appId;
    private final String account;
    private final Predicate<String> knownMedia;

    ReplyReader(SafeMode safeMode, SimulatorSettings settings, Predicate<String> knownMedia) {
        this.safeMode = safeMode;
        this.appId = settings.appId();
        this.account = settings.originalId();
        this.knownMedia = knownMedia;
    }

    Outcome read(String openid, String body) {
        if (body.isEmpty() || body.equals("success")) {
            return new Outcome.Nothing();
        }
        Optional<Fields> envelope = Fields.parse(body);
        if (envelope.isEmpty()) {
            return new Outcome.Bad("the reply is not well-formed XML");
        }
        Fields sealed = envelope.get();
        String encrypted = sealed.get("Encrypt");
        if (encrypted.isEmpty()) {
            return new Outcome.Bad("the reply is not encrypted");
        }
        String signature = safeMode.sign(sealed.get("TimeStamp"), sealed.get("Nonce"), encrypted);
        if (!signature.equals(sealed.get("MsgSignature"))) {
            return new Outcome.Bad("the signature of the reply is wrong");
        }
        return safeMode.open(encrypted)
                .map(opened -> judge(openid, opened))
                .orElseGet(() -> new Outcome.Bad("the reply cannot be decrypted"));
    }

    private Outcome judge(String openid, SafeMode.Opened opened) {
        if (!opened.appId().equals(appId)) {
            return new Outcome.Bad("the reply carries another app id");
        }
        Optional<Fields> message = Fields.parse(opened.message());
        if (message.isEmpty()) {
            return new Outcome.Bad("the message in the reply is not well-formed XML");
        }
        Fields fields = message.get();
        if (!fields.get("ToUserName").equals(openid)
                || !fields.get("FromUserName").equals(account)) {
            return new Outcome.Bad("sender and recipient of the reply are wrong");
        }
        if (!fields.get("CreateTime").matches("\\d{1,10}")) {
            return new Outcome.Bad("CreateTime is not in seconds");
        }
        return content(fields);
    }

    private Outcome content(Fields fields) {
        String type = fields.get("MsgType");
        return switch (type) {
            case "text" -> text(fields.get("Content"));
            case "image" -> image(fields.get("Image/MediaId"));
            case "transfer_customer_service" -> new Outcome.Nothing();
            default -> new Outcome.Bad("replies of type '" + type + "' are not simulated");
        };
    }

    private static Outcome text(String content) {
        int bytes = content.getBytes(UTF_8).length;
        if (bytes == 0 || bytes > MAX_TEXT_BYTES) {
            return new Outcome.Bad("the text is " + bytes + " bytes long");
        }
        return new Outcome.Text(content);
    }

    private Outcome image(String mediaId) {
        return knownMedia.test(mediaId)
                ? new Outcome.Image(mediaId)
                : new Outcome.Bad("the media id of the picture is not known");
    }
}
