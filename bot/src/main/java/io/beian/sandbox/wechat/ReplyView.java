package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the account as scripts see it.
 *
 * @param type {@code text, image, none} (it had nothing to say), {@code bad} (WeChat does not take
 *     the answer) or {@code silence}
 * @param choices what can be tapped in a text
 * @param reason why there is no answer
 * @param status of HTTP, 0 if there was none
 * @param attempts deliveries it took
 */
record ReplyView(
        String type,
        @Nullable String content,
        @Nullable String mediaId,
        List<Tappable> choices,
        @Nullable String reason,
        int status,
        int attempts) {

    private static final Pattern LINK =
            Pattern.compile(
                    "<a href=[\"']weixin://bizmsgmenu\\?msgmenucontent=([^&\"']*)"
                            + "&(?:amp;)?msgmenuid=([^&\"']*)[\"']\\s*>(.*?)</a>",
                    Pattern.DOTALL);

    /** A choice inside a text; send text and menu id to tap it. */
    record Tappable(String label, String text, String menuId) {}

    static ReplyView of(Delivery.Answer answer) {
        Outcome outcome = answer.outcome();
        if (outcome instanceof Outcome.Text text) {
            return view(answer, "text", text.content(), null, null);
        }
        if (outcome instanceof Outcome.Image image) {
            return view(answer, "image", null, image.mediaId(), null);
        }
        if (outcome instanceof Outcome.Bad bad) {
            return view(answer, "bad", null, null, bad.reason());
        }
        return outcome instanceof Outcome.NoAnswer none
                ? view(answer, "silence", null, null, none.reason())
                : view(answer, "none", null, null, null);
    }

    static List<Tappable> choices(String text) {
        return LINK.matcher(text)
                .results()
                .map(
                        link ->
                                new Tappable(
                                        link.group(3),
                                        URLDecoder.decode(link.group(1), UTF_8),
                                        URLDecoder.decode(link.group(2), UTF_8)))
                .toList();
    }

    private static ReplyView view(
            Delivery.Answer answer,
            String type,
            @Nullable String content,
            @Nullable String mediaId,
            @Nullable String reason) {
        List<Tappable> choices = content == null ? List.of() : choices(content);
        return new ReplyView(
                type, content, mediaId, choices, reason, answer.status(), answer.attempts());
    }
}
