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

/** Where WeChat delivers messages. Always answers within its five seconds. */
@RestController
@RequestMapping("/wechat")
@ConditionalOnProperty("beian.wechat.app-id")
class WechatWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(WechatWebhook.class);
    private static final MediaType XML =
            new MediaType("application", "xml", StandardCharsets.UTF_8);

    private final WechatGate gate;
    private final ReplyWriter writer;
    private final TurnHandler turns;
    private final NoticeEvents notices;
    private final Wording wording;
    private final Pace pace;
    private final Clock clock;
    private final int maxBody;
    private final Duration patience;

    WechatWebhook(
            WechatGate gate,
            ReplyWriter writer,
            TurnHandler turns,
            NoticeEvents notices,
            Wording wording,
            Pace pace,
            Clock clock,
            WechatSettings settings,
            @Value("${beian.wechat.passive-wait:4s}") Duration patience) {
        this.gate = gate;
        this.writer = writer;
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
    ResponseEntity<String> message(HttpServletRequest request) throws IOException {
        Instant arrived = clock.instant();
        Verdict verdict = gate.message(parameters(request), body(request), arrived);
        if (!(verdict instanceof Verdict.Accepted accepted)) {
            return refuse((Verdict.Refused) verdict);
        }
        if (!noted(accepted.message())) {
            // WeChat delivers an event again that is not taken.
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        PassiveReply reply = reply(accepted, arrived);
        return ResponseEntity.ok()
                .contentType(reply instanceof PassiveReply.Nothing ? MediaType.TEXT_PLAIN : XML)
                .body(writer.write(accepted, reply, clock.instant()));
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

    private PassiveReply reply(Verdict.Accepted accepted, Instant arrived) {
        Optional<Input> input = Inputs.of(accepted.message());
        if (input.isEmpty()) {
            return new PassiveReply.Nothing();
        }
        Inbound.Origin origin = accepted.message().origin();
        if (hurries(input.get(), origin.openid())) {
            LOG.warn("message not taken: somebody writes too fast");
            return new PassiveReply.Text(wording.plain("tooFast"));
        }
        Incoming incoming =
                new Incoming(
                        new ConversationId(origin.openid()),
                        origin.messageKey(),
                        input.get(),
                        arrived,
                        Optional.empty());
        try {
            if (input.get() instanceof Input.FromWorld) {
                // WeChat shows no answer to such an event; what is to be said goes out by itself.
                turns.deliver(incoming);
                return new PassiveReply.Nothing();
            }
            String text = turns.answer(incoming, patience);
            return text.isEmpty() ? new PassiveReply.Nothing() : new PassiveReply.Text(text);
        } catch (StorageException e) {
            LOG.error("turn not stored: {}", e.getMessage());
            return new PassiveReply.Text(wording.plain("unsure"));
        } catch (RuntimeException e) {
            // A defect, or a stored conversation that cannot be read. Its message may quote
            // anything.
            LOG.error("turn failed: {} at {}", e.getClass().getName(), e.getStackTrace()[0]);
            return new PassiveReply.Text(wording.plain("busy"));
        }
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
