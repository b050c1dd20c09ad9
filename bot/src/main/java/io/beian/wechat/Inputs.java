package io.beian.wechat;

import io.beian.dialogue.Input;
import io.beian.wording.Tap;
import java.util.Optional;

/** Says what a WeChat message means to a conversation; empty if it means nothing. */
final class Inputs {

    /** What arrives in place of a sticker, a file or anything else WeChat does not pass on. */
    private static final String NOT_PASSED_ON = "[收到不支持的消息类型";

    private static final String FROM_CODE = "qrscene_";

    private Inputs() {}

    static Optional<Input> of(Inbound message) {
        if (message instanceof Inbound.Text text) {
            return Optional.of(text(text));
        }
        if (message instanceof Inbound.Image image) {
            return Optional.of(new Input.SentPhoto(image.mediaId()));
        }
        if (message instanceof Inbound.Notices) {
            return Optional.empty();
        }
        return message instanceof Inbound.Event event
                ? event(event)
                : Optional.of(new Input.SentOther(kind(message)));
    }

    private static Input text(Inbound.Text text) {
        if (text.content().startsWith(NOT_PASSED_ON)) {
            return new Input.SentOther("sticker");
        }
        return text.menuId()
                .flatMap(Tap::read)
                .<Input>map(
                        tap ->
                                new Input.Tapped(
                                        tap.epoch(), tap.option(), text.content(), tap.about()))
                .orElseGet(() -> new Input.Said(text.content()));
    }

    private static String kind(Inbound message) {
        if (message instanceof Inbound.Voice) {
            return "voice";
        }
        if (message instanceof Inbound.Video) {
            return "video";
        }
        if (message instanceof Inbound.Location) {
            return "location";
        }
        return message instanceof Inbound.Link ? "link" : "unknown";
    }

    private static Optional<Input> event(Inbound.Event event) {
        return switch (event.name()) {
            case "subscribe" -> Optional.of(new Input.Followed(scene(event.key()), true));
            case "scan" -> Optional.of(new Input.Followed(scene(event.key()), false));
            case "unsubscribe" -> Optional.of(new Input.Left());
            case "click" -> Optional.of(new Input.Pressed(event.key()));
            case "kf_create_session" -> Optional.of(new Input.AgentCame());
            case "kf_close_session" -> Optional.of(new Input.AgentLeft());
            default -> Optional.empty();
        };
    }

    private static Optional<String> scene(String key) {
        String plain = key.startsWith(FROM_CODE) ? key.substring(FROM_CODE.length()) : key;
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain);
    }
}
