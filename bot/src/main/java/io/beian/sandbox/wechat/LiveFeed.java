package io.beian.sandbox.wechat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Keeps open phones up to date. */
final class LiveFeed {

    private static final long NO_TIMEOUT = 0;

    private final List<Phone> phones = new CopyOnWriteArrayList<>();
    private final Chats chats;
    private final Executor inOrder;

    /**
     * @param inOrder one worker: keeps a slow phone from holding up the chats
     */
    LiveFeed(Chats chats, Executor inOrder) {
        this.chats = chats;
        this.inOrder = inOrder;
        chats.watch(entry -> send(entry.openid(), "entry", entry));
    }

    /** An open phone first gets what it missed; entries may come twice, their ids tell. */
    SseEmitter open(String openid, long after) {
        Phone phone = new Phone(openid, new SseEmitter(NO_TIMEOUT));
        Runnable gone = () -> phones.remove(phone);
        phone.emitter().onCompletion(gone);
        phone.emitter().onError(e -> gone.run());
        phones.add(phone);
        inOrder.execute(
                () -> {
                    chats.visible(openid, after).forEach(entry -> push(phone, "entry", entry));
                    push(phone, "ready", Map.of());
                });
        return phone.emitter();
    }

    void typing(String openid, boolean on) {
        send(openid, "typing", Map.of("on", on));
    }

    void menu() {
        phones.forEach(phone -> inOrder.execute(() -> push(phone, "menu", Map.of())));
    }

    /** Open phones would hold up an orderly stop. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        phones.forEach(phone -> phone.emitter().complete());
    }

    private void send(String openid, String event, Object data) {
        phones.stream()
                .filter(phone -> phone.openid().equals(openid))
                .forEach(phone -> inOrder.execute(() -> push(phone, event, data)));
    }

    private void push(Phone phone, String event, Object data) {
        try {
            phone.emitter().send(SseEmitter.event().name(event).data(data));
        } catch (IOException | IllegalStateException closed) {
            phones.remove(phone);
        }
    }

    private record Phone(String openid, SseEmitter emitter) {}
}
