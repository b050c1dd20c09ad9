package io.beian.wechat;

import io.beian.conversation.Incoming;
import io.beian.conversation.StorageException;
import io.beian.conversation.TurnHandler;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Input;
import io.beian.wording.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Where WeChat delivers messages. Always answers within its five seconds. */
@RestController
@RequestMapping("/wechat")
@ConditionalOnProperty("beian.wechat.app-id")
class WechatWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(WechatWebhook.class);
    private static final MediaType XML =
            new MediaType("application", "xml", StandardCharsets.UTF_8);

    /** It cuts the connection then, and delivers the message again: three times in all. */
    private static final Duration WECHAT_WAITS = Duration.ofSeconds(5);

    /** Deliveries begin five seconds apart, so this is later than the second. */
    private static final Duration LAST_DELIVERY = Duration.ofSeconds(8);

    private final WechatGate gate;
    private final ReplyWriter writer;
    private final TurnHandler handler;
    private final TurnQueue turns;
    private final NoticeEvents notices;
    private final Wording wording;
    private final Pace pace;
    private final Clock clock;
    private final int maxBody;
    private final Duration patience;

    WechatWebhook(
            WechatGate gate,
            ReplyWriter writer,
            TurnHandler handler,
            TurnQueue turns,
            NoticeEvents notices,
            Wording wording,
            Pace pace,
            Clock clock,
            WechatSettings settings,
            @Value("${beian.wechat.passive-wait:4s}") Duration patience) {
        this.gate = gate;
        this.writer = writer;
        this.handler = handler;
        this.turns = turns;
        this.notices = notices;
        this.wording = wording;
        this.pace = pace;
        this.clock = clock;
        this.maxBody = Math.toIntExact(settings.maxBody().toBytes());
        this.patience = patience;
    }

    @GetMapping
    ResponseEntity<String> verify(HttpServletRequest request) {
        Verdict verdict = gate.challenge(parameters(request), clock.instant());
        return verdict instanceof Verdict.Challenge challenge
                ? ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .header("X-Content-Type-Options", "nosniff")
                        .body(challenge.echo())
                : refuse((Verdict.Refused) verdict);
    }

    @PostMapping
    DeferredResult<ResponseEntity<String>> message(HttpServletRequest request) throws IOException {
        Instant arrived = clock.instant();
        DeferredResult<ResponseEntity<String>> answer =
                new DeferredResult<>(WECHAT_WAITS.toMillis(), WechatWebhook::notTaken);
        Map<String, String> params = parameters(request);
        Verdict verdict = gate.message(params, body(request), arrived);
        if (verdict instanceof Verdict.Accepted accepted) {
            take(accepted, arrived, isLast(accepted, params), answer);
        } else {
            answer.setResult(refuse((Verdict.Refused) verdict));
        }
        return answer;
    }

    private void take(
            Verdict.Accepted accepted,
            Instant arrived,
            boolean last,
            DeferredResult<ResponseEntity<String>> answer) {
        Optional<Input> input = Inputs.of(accepted.message());
        if (input.isPresent() && hurries(input.get(), accepted.message().origin().openid())) {
            LOG.warn("message not taken: somebody writes too fast");
            answer.setResult(written(accepted, wording.plain("tooFast")));
            return;
        }
        turns.submit(
                () -> turn(accepted, input, arrived, answer),
                () -> {
                    // The others get no answer at all: then WeChat delivers the message again.
                    if (last) {
                        answer.setResult(written(accepted, wording.plain("busy")));
                    }
                });
    }

    private void turn(
            Verdict.Accepted accepted,
            Optional<Input> input,
            Instant arrived,
            DeferredResult<ResponseEntity<String>> answer) {
        if (!noted(accepted.message())) {
            // WeChat delivers an event again that is not taken.
            answer.setResult(notTaken());
            return;
        }
        if (input.isEmpty()) {
            answer.setResult(written(accepted, ""));
            return;
        }
        Inbound.Origin origin = accepted.message().origin();
        Incoming incoming =
                new Incoming(
                        new ConversationId(origin.openid()),
                        origin.messageKey(),
                        input.get(),
                        arrived,
                        Optional.empty());
        // Were it to fail, the message would be left to WeChat's next delivery.
        CompletableFuture<Void> unused =
                reply(incoming).thenAccept(text -> answer.setResult(written(accepted, text)));
    }

    private boolean noted(Inbound message) {
        try {
            notices.take(message);
            return true;
        } catch (StorageException e) {
            LOG.error("event not stored: {}", e.getMessage());
            return false;
        }
    }

    /** Empty if there is nothing to say. */
    private CompletableFuture<String> reply(Incoming incoming) {
        try {
            if (incoming.input() instanceof Input.FromWorld) {
                // WeChat shows no answer to such an event; what is to be said goes out by itself.
                handler.deliver(incoming);
                return CompletableFuture.completedFuture("");
            }
            return handler.answer(incoming, patience);
        } catch (StorageException e) {
            LOG.error("turn not stored: {}", e.getMessage());
            return CompletableFuture.completedFuture(wording.plain("unsure"));
        } catch (RuntimeException e) {
            // A defect, or a stored conversation that cannot be read. Its message may quote
            // anything.
            LOG.error("turn failed: {} at {}", e.getClass().getName(), e.getStackTrace()[0]);
        }
        return CompletableFuture.completedFuture(wording.plain("busy"));
    }

    private ResponseEntity<String> written(Verdict.Accepted to, String text) {
        PassiveReply reply =
                text.isEmpty() ? new PassiveReply.Nothing() : new PassiveReply.Text(text);
        return ResponseEntity.ok()
                .contentType(reply instanceof PassiveReply.Nothing ? MediaType.TEXT_PLAIN : XML)
                .body(writer.write(to, reply, clock.instant()));
    }

    private static ResponseEntity<String> notTaken() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }

    /** Both times are WeChat's: of this delivery, and of the message. */
    private static boolean isLast(Verdict.Accepted accepted, Map<String, String> params) {
        Instant sent = Instant.ofEpochSecond(Long.parseLong(params.getOrDefault("timestamp", "0")));
        return !sent.isBefore(accepted.message().origin().createdAt().plus(LAST_DELIVERY));
    }

    /** Who leaves is let go however fast. */
    private boolean hurries(Input input, String openid) {
        return input instanceof Input.FromPerson
                && !(input instanceof Input.Left)
                && !pace.allows(openid);
    }

    /** One byte beyond the limit is enough for the gate to refuse the rest. */
    private byte[] body(HttpServletRequest request) throws IOException {
        try (InputStream stream = request.getInputStream()) {
            return stream.readNBytes(maxBody + 1);
        }
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> first = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> first.put(name, values[0]));
        return first;
    }

    private static ResponseEntity<String> refuse(Verdict.Refused refused) {
        LOG.warn("request refused: {}", refused.reason());
        return ResponseEntity.status(HttpStatusCode.valueOf(refused.reason().status()))
                .contentType(MediaType.TEXT_PLAIN)
                .body("");
    }
}
