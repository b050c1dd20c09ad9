package io.beian.sandbox.wechat;

import io.beian.sandbox.wechat.Delivery.Answer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The sending side of the simulated WeChat: what people do reaches the account, and back. */
final class WechatServer {

    private static final int MOMENT = 300;

    private final Chats chats;
    private final Packing packing;
    private final Delivery delivery;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Executor workers;

    WechatServer(
            Chats chats,
            Packing packing,
            Delivery delivery,
            InstantSource clock,
            RandomGenerator random,
            Executor workers) {
        this.chats = chats;
        this.packing = packing;
        this.delivery = delivery;
        this.clock = clock;
        this.random = random;
        this.workers = workers;
    }

    /** Takes a message from a phone; it stands in the chat from here on. */
    Post accept(String openid, Act act, Sending how) {
        String msgId = how.msgId().orElseGet(this::newMsgId);
        long createTime = how.createTime().orElseGet(() -> clock.instant().getEpochSecond());
        boolean again = act.message() && chats.holds(openid, msgId);
        boolean shown = how.fault().isEmpty() && !again;
        if (shown) {
            Map<String, String> fields = new HashMap<>(act.fields());
            if (act.message()) {
                fields.put("MsgId", msgId);
            }
            chats.add(openid, act.message() ? Entry.Kind.SAID : Entry.Kind.DID, act.type(), fields);
        }
        return new Post(openid, act, new MessageXml.Stamp(createTime, msgId), how, shown);
    }

    /** Tells the account a moment later what became of something, as WeChat does. */
    void report(String openid, Act act) {
        MessageXml.Stamp stamp = new MessageXml.Stamp(clock.instant().getEpochSecond(), newMsgId());
        Post post = new Post(openid, act, stamp, Sending.NORMAL, false);
        CompletableFuture.delayedExecutor(MOMENT, TimeUnit.MILLISECONDS, workers)
                .execute(
                        () -> {
                            var unused = forward(post);
                        });
    }

    /** Brings it to the account and shows what comes back. */
    CompletableFuture<Post.Receipt> forward(Post post) {
        return CompletableFuture.supplyAsync(() -> post.how().replay(), workers)
                .thenCompose(replay -> replay ? replayed(post) : delivered(post))
                .thenApply(answers -> new Post.Receipt(post, answers))
                .whenComplete((receipt, failure) -> show(receipt));
    }

    /** Whether the account proves to be the owner of its address. */
    boolean verify() throws InterruptedException {
        String echo = Long.toUnsignedString(random.nextLong());
        return delivery.verify(packing.verification(echo), echo);
    }

    private CompletableFuture<List<Answer>> delivered(Post post) {
        List<CompletableFuture<Answer>> deliveries =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> deliver(post), workers))
                        .limit(post.how().atOnce())
                        .toList();
        return CompletableFuture.allOf(deliveries.toArray(CompletableFuture[]::new))
                .thenApply(done -> deliveries.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<List<Answer>> replayed(Post post) {
        Parcel parcel = pack(post);
        return CompletableFuture.supplyAsync(
                () -> List.of(once(post, parcel), once(post, parcel)), workers);
    }

    private Answer deliver(Post post) {
        if (post.how().fault().isPresent()) {
            return once(post, pack(post));
        }
        try {
            return delivery.deliver(post.openid(), () -> pack(post));
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    private Answer once(Post post, Parcel parcel) {
        try {
            return delivery.once(post.openid(), parcel, 1);
        } catch (InterruptedException e) {
            throw stopped();
        }
    }

    private Parcel pack(Post post) {
        return packing.pack(post.openid(), post.stamp(), post.act(), post.how().fault());
    }

    private void show(Post.Receipt receipt) {
        if (receipt == null || !receipt.post().shown() || !receipt.post().act().expectsReply()) {
            return;
        }
        Stream<Outcome> outcomes = receipt.answers().stream().map(Answer::outcome);
        outcomes.filter(o -> !(o instanceof Outcome.Nothing))
                .findFirst()
                .ifPresent(outcome -> show(receipt.post(), outcome));
    }

    private void show(Post post, Outcome outcome) {
        Map<String, String> origin = Map.of("MsgId", post.stamp().msgId());
        String openid = post.openid();
        if (outcome instanceof Outcome.Text text) {
            chats.add(openid, Entry.Kind.REPLIED, "text", with(origin, "Content", text.content()));
        } else if (outcome instanceof Outcome.Image image) {
            chats.add(
                    openid, Entry.Kind.REPLIED, "image", with(origin, "MediaId", image.mediaId()));
        } else {
            chats.add(openid, Entry.Kind.FAULT, "", with(origin, "reason", reason(outcome)));
        }
    }

    private static String reason(Outcome outcome) {
        return outcome instanceof Outcome.Bad bad
                ? bad.reason()
                : outcome instanceof Outcome.NoAnswer none ? none.reason() : "";
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    /** Grows with time, as WeChat's ids do, and is too long for a double. */
    String newMsgId() {
        return Long.toString((clock.millis() << 21) + random.nextInt(1 << 21));
    }

    private static CancellationException stopped() {
        Thread.currentThread().interrupt();
        return new CancellationException("the simulator is being stopped");
    }
}
