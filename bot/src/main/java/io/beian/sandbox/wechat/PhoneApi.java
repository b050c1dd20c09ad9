package io.beian.sandbox.wechat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What phones and scripts can do: send, follow the chat, see what is in it. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/wechat/api")
final class PhoneApi {

    private final Chats chats;
    private final WechatServer server;
    private final Acts acts;
    private final LiveFeed feed;
    private final ServiceRoom room;

    PhoneApi(Chats chats, WechatServer server, Acts acts, LiveFeed feed, ServiceRoom room) {
        this.chats = chats;
        this.server = server;
        this.acts = acts;
        this.feed = feed;
        this.room = room;
    }

    /** What came of a message; without replies if nobody waited for them. */
    record Sent(String msgId, List<ReplyView> replies) {}

    @PostMapping("/users/{openid}/messages")
    CompletableFuture<Sent> send(
            @PathVariable String openid,
            @RequestParam(defaultValue = "true") boolean wait,
            @RequestBody SendRequest request) {
        Act act = acts.of(request);
        if (act.message() && chats.following(openid) == Chats.Following.NO_MORE) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "who stopped following has to subscribe first");
        }
        return post(openid, act, request.sending(), wait);
    }

    /** One picture, as it is in the body: what the phone sends after 原图 was ticked. */
    @PostMapping("/users/{openid}/photos")
    CompletableFuture<Sent> photo(
            @PathVariable String openid,
            @RequestParam(defaultValue = "true") boolean wait,
            @RequestBody byte[] content) {
        return post(openid, acts.picture(content), Sending.NORMAL, wait);
    }

    @GetMapping("/users/{openid}/entries")
    List<Entry> entries(@PathVariable String openid, @RequestParam(defaultValue = "0") long after) {
        return chats.visible(openid, after);
    }

    @GetMapping("/users/{openid}/stream")
    SseEmitter stream(@PathVariable String openid, @RequestParam(defaultValue = "0") long after) {
        return feed.open(openid, after);
    }

    /** Does what WeChat does when the address of the account is saved. */
    @PostMapping("/verification")
    Map<String, Boolean> verify() throws InterruptedException {
        return Map.of("verified", server.verify());
    }

    @ExceptionHandler
    ProblemDetail senseless(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    private CompletableFuture<Sent> post(String openid, Act act, Sending how, boolean wait) {
        boolean withAgent = act.message() && room.serving(openid).isPresent();
        Post post = server.accept(openid, act, how);
        if (withAgent) {
            // The agent's, and nobody else's.
            return CompletableFuture.completedFuture(new Sent(post.stamp().msgId(), List.of()));
        }
        CompletableFuture<Post.Receipt> receipt = server.forward(post);
        String msgId = act.message() ? post.stamp().msgId() : "";
        return wait
                ? receipt.thenApply(r -> sent(msgId, r))
                : CompletableFuture.completedFuture(new Sent(msgId, List.of()));
    }

    private static Sent sent(String msgId, Post.Receipt receipt) {
        return new Sent(msgId, receipt.answers().stream().map(ReplyView::of).toList());
    }
}
