package io.beian.sandbox.wechat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Shows on the phone that the account is writing. */
final class Typing {

    private static final Duration LASTS = Duration.ofSeconds(15);
    private static final Duration INTERACTION = Duration.ofSeconds(30);

    private final Chats chats;
    private final LiveFeed feed;
    private final InstantSource clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    Typing(Chats chats, LiveFeed feed, InstantSource clock) {
        this.chats = chats;
        this.feed = feed;
        this.clock = clock;
        chats.watch(
                entry -> {
                    if (entry.kind() == Entry.Kind.SERVED) {
                        until.remove(entry.openid());
                    }
                });
    }

    ApiCode command(String openid, String command) {
        return switch (command) {
            case "Typing" -> start(openid);
            case "CancelTyping" -> stop(openid);
            default -> ApiCode.BAD_TYPING_COMMAND;
        };
    }

    private ApiCode start(String openid) {
        Instant now = clock.instant();
        if (!interacted(chats.all(openid), now)) {
            return ApiCode.NO_INTERACTION;
        }
        if (now.isBefore(until.getOrDefault(openid, Instant.EPOCH))) {
            return ApiCode.ALREADY_TYPING;
        }
        until.put(openid, now.plus(LASTS));
        feed.typing(openid, true);
        return ApiCode.OK;
    }

    private ApiCode stop(String openid) {
        until.remove(openid);
        feed.typing(openid, false);
        return ApiCode.OK;
    }

    private static boolean interacted(List<Entry> chat, Instant now) {
        return chat.stream()
                .filter(e -> e.kind() != Entry.Kind.JOINED)
                .anyMatch(e -> now.isBefore(e.at().plus(INTERACTION)));
    }
}
