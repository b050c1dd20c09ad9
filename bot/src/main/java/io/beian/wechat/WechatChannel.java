package io.beian.wechat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.Channel;
import io.beian.outbox.MediaSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * The official account as a way to reach people and as the place their pictures come from. Nothing
 * is sent that WeChat would not let through: the ledger is asked first, and set right by what
 * WeChat answers.
 */
@Component
@ConditionalOnProperty("beian.wechat.app-id")
class WechatChannel implements Channel, MediaSource {

    private static final String PAGE = "preview.jpg";
    private static final int TOO_LONG = 45002;
    private static final int TIME_OVER = 45015;

    /** What a text that was refused for its length is cut to, in characters. */
    private static final int SHORTENED = 500;

    private final WechatApi api;
    private final QuotaLedger ledger;
    private final SendingStop stop;

    WechatChannel(WechatApi api, QuotaLedger ledger, SendingStop stop) {
        this.api = api;
        this.ledger = ledger;
        this.stop = stop;
    }

    @Override
    public Channel.Sent sendText(ConversationId to, String text, Optional<String> name) {
        return within(to, name, () -> text(to, text));
    }

    private io.beian.wechat.Sent text(ConversationId to, String text) {
        io.beian.wechat.Sent sent = api.sendText(to.value(), text);
        return sent instanceof io.beian.wechat.Sent.Misconfigured refused
                        && refused.code() == TOO_LONG
                ? api.sendText(to.value(), shortened(text))
                : sent;
    }

    /** Cut between lines, since a link never spans two. */
    private static String shortened(String text) {
        int end = text.lastIndexOf('\n', SHORTENED);
        return (end > 0 ? text.substring(0, end) : text.lines().findFirst().orElse("")) + "\n…";
    }

    @Override
    public Channel.Sent sendImage(ConversationId to, byte[] jpeg) {
        return within(to, Optional.empty(), () -> api.sendImage(to.value(), jpeg, PAGE));
    }

    private Channel.Sent within(
            ConversationId to, Optional<String> name, Supplier<io.beian.wechat.Sent> send) {
        if (stop.raised()) {
            return Channel.Sent.MISCONFIGURED;
        }
        // Once a send is reserved, a process that dies counts it as made: nothing slow comes
        // between.
        api.prepare();
        QuotaLedger.Reserved reserved = ledger.reserve(to, name);
        return switch (reserved.verdict()) {
            case OK -> settled(reserved, send.get());
            // WeChat has no idempotency key for service messages: it may have arrived.
            case BEGUN_BEFORE -> Channel.Sent.DELIVERED;
            case COUNT_USED, TIME_OVER -> Channel.Sent.OUT_OF_QUOTA;
            case NEVER -> Channel.Sent.UNREACHABLE;
        };
    }

    private Channel.Sent settled(QuotaLedger.Reserved reserved, io.beian.wechat.Sent sent) {
        if (sent instanceof io.beian.wechat.Sent.Delivered) {
            return Channel.Sent.DELIVERED;
        }
        if (sent instanceof io.beian.wechat.Sent.OutOfQuota out) {
            ledger.correct(
                    reserved,
                    out.code() == TIME_OVER
                            ? QuotaLedger.Correction.TIME
                            : QuotaLedger.Correction.COUNT);
            return Channel.Sent.OUT_OF_QUOTA;
        }
        if (sent instanceof io.beian.wechat.Sent.Unreachable) {
            ledger.correct(reserved, QuotaLedger.Correction.NEVER);
            return Channel.Sent.UNREACHABLE;
        }
        if (sent instanceof io.beian.wechat.Sent.TryLater later) {
            if (later.mayHaveArrived()) {
                return Channel.Sent.DELIVERED;
            }
            ledger.correct(reserved, QuotaLedger.Correction.GIVE);
            return Channel.Sent.TRY_LATER;
        }
        ledger.correct(reserved, QuotaLedger.Correction.GIVE);
        stop.heed((io.beian.wechat.Sent.Misconfigured) sent);
        return Channel.Sent.MISCONFIGURED;
    }

    @Override
    public MediaSource.Fetched fetch(String mediaId) {
        io.beian.wechat.Fetched fetched = api.download(mediaId);
        if (fetched instanceof io.beian.wechat.Fetched.Bytes bytes) {
            return new MediaSource.Fetched.Bytes(bytes.content());
        }
        if (fetched instanceof io.beian.wechat.Fetched.TooBig) {
            return new MediaSource.Fetched.TooBig();
        }
        return fetched instanceof io.beian.wechat.Fetched.Gone
                ? new MediaSource.Fetched.Gone()
                : new MediaSource.Fetched.TryLater();
    }
}
