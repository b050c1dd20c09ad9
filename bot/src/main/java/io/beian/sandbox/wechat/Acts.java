package io.beian.sandbox.wechat;

import static io.beian.sandbox.wechat.SendRequest.or;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes what a script or the page asks for into what a person does. */
final class Acts {

    private static final byte[] SILENCE = "#!AMR\n".getBytes(US_ASCII);
    private static final byte[] FILM = "sandbox video".getBytes(US_ASCII);

    private final MediaShelf media;
    private final Samples samples;
    private final Words words;
    private final SimulatorSettings settings;
    private final RandomGenerator random;

    Acts(
            MediaShelf media,
            Samples samples,
            Words words,
            SimulatorSettings settings,
            RandomGenerator random) {
        this.media = media;
        this.samples = samples;
        this.words = words;
        this.settings = settings;
        this.random = random;
    }

    /**
     * The act behind a request.
     *
     * @throws IllegalArgumentException if the request makes no sense
     */
    Act of(SendRequest request) {
        String type = or(request.type(), "text");
        return switch (type) {
            case "text" -> text(request);
            // WeChat does not hand stickers on; the account gets this sentence instead.
            case "sticker" -> Act.text(words.of("sticker"));
            case "image" -> picture(request);
            case "voice" -> Act.voice(media.put(SILENCE));
            case "video" -> Act.video(media.put(FILM), media.put(FILM));
            case "location" ->
                    Act.location(
                            or(request.latitude(), "39.908823"),
                            or(request.longitude(), "116.397470"),
                            or(request.label(), ""));
            case "link" ->
                    Act.link(
                            or(request.title(), ""),
                            or(request.description(), ""),
                            or(request.url(), "https://example.com/"));
            default -> event(type, request);
        };
    }

    Act picture(byte[] content) {
        String id = media.put(content);
        return Act.image(id, pictureUrl(id));
    }

    private Act event(String type, SendRequest request) {
        Supplier<String> ticket = () -> HexFormat.of().toHexDigits(random.nextLong());
        return switch (type) {
            case "subscribe" -> Act.subscribe(or(request.scene(), ""), ticket);
            case "unsubscribe" -> Act.unsubscribe();
            case "SCAN" -> Act.scan(or(request.scene(), ""), ticket);
            case "CLICK" -> Act.click(or(request.key(), ""));
            case "VIEW" -> Act.view(or(request.url(), ""));
            default -> throw new IllegalArgumentException("type " + type + " is not known");
        };
    }

    private static Act text(SendRequest request) {
        String content = or(request.text(), "");
        return request.menuId() == null ? Act.text(content) : Act.tap(content, request.menuId());
    }

    private Act picture(SendRequest request) {
        if (request.mediaId() != null) {
            return Act.image(request.mediaId(), pictureUrl(request.mediaId()));
        }
        if (request.sample() != null) {
            return picture(
                    samples.jpeg(request.sample())
                            .orElseThrow(() -> new IllegalArgumentException("no such sample")));
        }
        return picture(Base64.getDecoder().decode(or(request.image(), "")));
    }

    private String pictureUrl(String mediaId) {
        return settings.selfUrl() + "/sandbox/wechat/media/" + mediaId;
    }
}
