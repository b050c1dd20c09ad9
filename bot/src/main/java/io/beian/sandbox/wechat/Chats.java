package io.beian.sandbox.wechat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The chats of all simulated people with the account, and what follows from them. */
final class Chats {

    private final Journal journal;
    private final InstantSource clock;
    private final Map<String, List<Entry>> chats = new LinkedHashMap<>();
    private final List<Consumer<Entry>> watchers = new CopyOnWriteArrayList<>();
    private long last;

    Chats(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        journal.load().forEach(this::keep);
    }

    synchronized Entry add(
            String openid, Entry.Kind kind, String type, Map<String, String> fields) {
        Entry entry = new Entry(last + 1, clock.instant(), openid, kind, type, fields);
        journal.append(entry);
        keep(entry);
        watchers.forEach(watcher -> watcher.accept(entry));
        return entry;
    }

    /** What the phone shows: WeChat drops the chat when one stops following. */
    synchronized List<Entry> visible(String openid, long after) {
        List<Entry> chat = all(openid);
        int from = 0;
        for (int i = 0; i < chat.size(); i++) {
            from = chat.get(i).is(Entry.Kind.DID, "unsubscribe") ? i + 1 : from;
        }
        return chat.subList(from, chat.size()).stream().filter(e -> e.id() > after).toList();
    }

    synchronized List<Entry> all(String openid) {
        return List.copyOf(chats.getOrDefault(openid, List.of()));
    }

    synchronized List<String> openids() {
        return List.copyOf(chats.keySet());
    }

    synchronized boolean knows(String openid) {
        return chats.containsKey(openid);
    }

    Following following(String openid) {
        Following state = Following.NOT_YET;
        for (Entry entry : all(openid)) {
            if (entry.kind() == Entry.Kind.SAID || entry.is(Entry.Kind.DID, "subscribe")) {
                state = Following.YES;
            } else if (entry.is(Entry.Kind.DID, "unsubscribe")) {
                state = Following.NO_MORE;
            }
        }
        return state;
    }

    String nickname(String openid) {
        return all(openid).stream()
                .filter(entry -> entry.kind() == Entry.Kind.JOINED)
                .map(entry -> entry.field("nickname"))
                .findFirst()
                .orElse(openid);
    }

    Quota quota(String openid) {
        return Quota.after(all(openid));
    }

    boolean holds(String openid, String msgId) {
        return all(openid).stream()
                .anyMatch(e -> e.kind() == Entry.Kind.SAID && e.field("MsgId").equals(msgId));
    }

    /** Shows the watcher every entry from now on, in order. */
    void watch(Consumer<Entry> watcher) {
        watchers.add(watcher);
    }

    void unwatch(Consumer<Entry> watcher) {
        watchers.remove(watcher);
    }

    private void keep(Entry entry) {
        last = Math.max(last, entry.id());
        chats.computeIfAbsent(entry.openid(), id -> new ArrayList<>()).add(entry);
    }

    /** Whether somebody follows the account. */
    enum Following {
        NOT_YET,
        YES,
        NO_MORE
    }
}
