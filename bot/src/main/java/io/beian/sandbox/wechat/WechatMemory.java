package io.beian.sandbox.wechat;

import io.beian.sandbox.Memory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;

/** What the simulated WeChat has of people: their chats and what was sent in them. */
@Order(3)
final class WechatMemory implements Memory {

    private final Chats chats;
    private final MediaShelf media;
    private final LiveFeed feed;
    private final Words words;

    WechatMemory(Chats chats, MediaShelf media, LiveFeed feed, Words words) {
        this.chats = chats;
        this.media = media;
        this.feed = feed;
        this.words = words;
    }

    @Override
    public void forget(String openid) {
        chats.all(openid).forEach(entry -> media.erase(entry.field("MediaId")));
        chats.forget(openid);
        feed.reset(openid);
    }

    @Override
    public void forgetEverybody() {
        chats.restart(people(words));
        media.clear();
        feed.resetAll();
    }

    /** Who is there from the beginning, by nickname. */
    static Map<String, String> people(Words words) {
        Map<String, String> people = new LinkedHashMap<>();
        words.list("users").forEach(openid -> people.put(openid, words.of("user." + openid)));
        return people;
    }
}
