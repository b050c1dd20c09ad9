package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Turns the fields of a message into one of the kinds we know. */
final class InboundReader {

    private static final int KEY_BYTES = 16;

    /** An openid has 28 letters, an original id 15. */
    private static final int MAX_NAME = 128;

    private static final String TEMPLATE = "/templateid";

    private final Map<String, String> fields;

    private InboundReader(Map<String, String> fields) {
        this.fields = fields;
    }

    static Inbound read(Map<String, String> fields) throws CodecException {
        return new InboundReader(fields).message();
    }

    private Inbound message() throws CodecException {
        String type = required("MsgType").toLowerCase(Locale.ROOT);
        Inbound.Origin origin = origin(type);
        return switch (type) {
            case "text" -> new Inbound.Text(origin, text("Content"), optional("bizmsgmenuid"));
            case "image" -> media(origin, type, Inbound.Image::new);
            case "voice" -> media(origin, type, Inbound.Voice::new);
            case "video", "shortvideo" -> media(origin, type, Inbound.Video::new);
            case "location" ->
                    new Inbound.Location(
                            origin, text("Label"), text("Location_X"), text("Location_Y"));
            case "link" -> new Inbound.Link(origin, text("Title"), text("Url"));
            case "event" -> event(origin);
            default -> new Inbound.Other(origin, type);
        };
    }

    private Inbound media(
            Inbound.Origin origin, String type, BiFunction<Inbound.Origin, String, Inbound> kind) {
        return optional("MediaId")
                .map(id -> kind.apply(origin, id))
                .orElseGet(() -> new Inbound.Other(origin, type));
    }

    private Inbound event(Inbound.Origin origin) throws CodecException {
        String name = required("Event").toLowerCase(Locale.ROOT);
        if (name.startsWith("subscribe_msg_")) {
            return new Inbound.Notices(origin, name, notices());
        }
        return new Inbound.Event(
                origin,
                name,
                text("EventKey"),
                optional("Ticket"),
                first("MsgID", "MsgId"),
                optional("Status"));
    }

    /** One for each element that names a template, be it one or a list of them. */
    private List<Inbound.Notice> notices() {
        Map<String, String> nested = new TreeMap<>();
        fields.forEach((path, value) -> nested.put(path.toLowerCase(Locale.ROOT), value));
        return nested.keySet().stream()
                .filter(path -> path.endsWith(TEMPLATE))
                .map(path -> path.substring(0, path.length() - TEMPLATE.length()))
                .map(
                        item ->
                                new Inbound.Notice(
                                        nested.getOrDefault(item + TEMPLATE, ""),
                                        nested.getOrDefault(item + "/subscribestatusstring", "")
                                                .toLowerCase(Locale.ROOT),
                                        nested.getOrDefault(item + "/msgid", ""),
                                        nested.getOrDefault(item + "/errorcode", "")))
                .toList();
    }

    private Inbound.Origin origin(String type) throws CodecException {
        String openid = name("FromUserName");
        String seconds = required("CreateTime");
        return new Inbound.Origin(
                name("ToUserName"), openid, instant(seconds), key(type, openid, seconds));
    }

    /**
     * A message is known by its id and sender: ids alone repeat between users. An event has no id;
     * two different ones of the same second differ in name, key or what they report on. Hashed, so
     * that no openid gets into a key.
     */
    private String key(String type, String openid, String seconds) {
        Optional<String> id = optional("MsgId");
        if (id.isPresent() && !type.equals("event")) {
            return hash("message", openid, id.get());
        }
        String reportsOn = first("MsgID", "MsgId").orElseGet(this::notedIn);
        String name = text("Event").toLowerCase(Locale.ROOT);
        return hash(type, openid, seconds, name, text("EventKey"), reportsOn);
    }

    private String notedIn() {
        return notices().stream()
                .map(notice -> notice.templateId() + " " + notice.sentId())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String hash(String... parts) {
        String whole = String.join("\n", parts);
        return Hashing.sha256().hashString(whole, UTF_8).toString().substring(0, 2 * KEY_BYTES);
    }

    private static Instant instant(String seconds) throws CodecException {
        if (!seconds.matches("[0-9]{1,11}")) {
            throw new CodecException(Reason.FIELD_MISSING);
        }
        return Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    /** It becomes part of keys; no answer is worth storing under a long one. */
    private String name(String field) throws CodecException {
        String name = required(field);
        if (name.length() > MAX_NAME) {
            throw new CodecException(Reason.FIELD_TOO_LONG);
        }
        return name;
    }

    private String required(String name) throws CodecException {
        return optional(name).orElseThrow(() -> new CodecException(Reason.FIELD_MISSING));
    }

    private Optional<String> first(String name, String otherwise) {
        return optional(name).or(() -> optional(otherwise));
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    private String text(String name) {
        return fields.getOrDefault(name, "");
    }
}
