package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes service messages for people, as far as their quota reaches. */
final class ServiceMessages {

    private final Chats chats;
    private final MediaShelf media;
    private final Faults faults;
    private final InstantSource clock;

    ServiceMessages(Chats chats, MediaShelf media, Faults faults, InstantSource clock) {
        this.chats = chats;
        this.media = media;
        this.faults = faults;
        this.clock = clock;
    }

    ApiCode send(JsonNode message) {
        Optional<ApiCode> fault = faults.of(Faults.Call.SERVICE);
        if (fault.isPresent()) {
            return fault.get();
        }
        String type = message.path("msgtype").asString("");
        return switch (type) {
            case "text" -> text(message);
            case "image" -> image(message);
            default -> ApiCode.INVALID_MESSAGE_TYPE;
        };
    }

    /** Whether this person can be written to at all. */
    ApiCode reachable(String openid) {
        if (!chats.knows(openid)) {
            return ApiCode.INVALID_OPENID;
        }
        return chats.following(openid) == Chats.Following.YES ? ApiCode.OK : ApiCode.NOT_A_FOLLOWER;
    }

    private ApiCode text(JsonNode message) {
        String content = message.path("text").path("content").asString("");
        if (content.isEmpty()) {
            return ApiCode.EMPTY_CONTENT;
        }
        if (content.getBytes(UTF_8).length > ReplyReader.MAX_TEXT_BYTES) {
            return ApiCode.CONTENT_TOO_LONG;
        }
        return serve(recipient(message), "text", Map.of("Content", content));
    }

    private ApiCode image(JsonNode message) {
        String mediaId = message.path("image").path("media_id").asString("");
        return media.alive(mediaId)
                ? serve(recipient(message), "image", Map.of("MediaId", mediaId))
                : ApiCode.INVALID_MEDIA_ID;
    }

    private synchronized ApiCode serve(String openid, String type, Map<String, String> fields) {
        ApiCode reachable = reachable(openid);
        if (reachable != ApiCode.OK) {
            return reachable;
        }
        ApiCode allowed = chats.quota(openid).judge(clock.instant());
        if (allowed == ApiCode.OK) {
            chats.add(openid, Entry.Kind.SERVED, type, fields);
        }
        return allowed;
    }

    private static String recipient(JsonNode message) {
        return message.path("touser").asString("");
    }
}
