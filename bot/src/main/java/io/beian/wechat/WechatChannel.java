package io.beian.wechat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.Channel;
import io.beian.outbox.MediaSource;
import java.util.Optional;
import java.util.function.Function;
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
        return within(to, name, door -> text(to, text, door));
    }

    private io.beian.wechat.Sent text(ConversationId to, String text, Door door) {
        io.beian.wechat.Sent sent = api.sendText(to.value(), text, door);
        return sent instanceof io.beian.wechat.Sent.Misconfigured refused
                        && refused.code() == TOO_LONG
                ? api.sendText(to.value(), shortened(text), door)
                : sent;
    }

    /** Cut between lines, since a link never spans two. */
    private static String shortened(String text) {
        int end = text.lastIndexOf('\n', SHORTENED);
        return (end > 0 ? text.substring(0, end) : text.lines().findFirst().orElse("")) + "\n…";
    }

    @Override
    public Channel.Sent sendImage(ConversationId to, byte[] jpeg) {
        return within(to, Optional.empty(), door -> api.sendImage(to.value(), jpeg, PAGE, door));
    }

    private Channel.Sent within(
            ConversationId to, Optional<String> name, Function<Door, io.beian.wechat.Sent> send) {
        if (stop.raised()) {
            return Channel.Sent.MISCONFIGURED;
        }
        QuotaLedger.Reserved reserved = ledger.reserve(to, name);
        return switch (reserved.verdict()) {
            case OK -> {
                io.beian.wechat.Sent sent = send.apply(reserved.door());
                correction(sent).ifPresent(how -> ledger.correct(reserved, how));
                yield outcome(sent);
            }
            case LEFT_BEFORE -> Channel.Sent.DELIVERED;
            case UNDER_WAY -> Channel.Sent.UNDER_WAY;
            case COUNT_USED, TIME_OVER -> Channel.Sent.OUT_OF_QUOTA;
            case NEVER -> Channel.Sent.UNREACHABLE;
        };
    }

    /** What was wrong with taking a send from the ledger, now that WeChat has answered. */
    private static Optional<QuotaLedger.Correction> correction(io.beian.wechat.Sent sent) {
        if (sent instanceof io.beian.wechat.Sent.OutOfQuota out) {
            return Optional.of(
                    out.code() == TIME_OVER
                            ? QuotaLedger.Correction.TIME
                            : QuotaLedger.Correction.COUNT);
        }
        if (sent instanceof io.beian.wechat.Sent.Unreachable) {
            return Optional.of(QuotaLedger.Correction.NEVER);
        }
        boolean surelyNot =
                sent instanceof io.beian.wechat.Sent.Misconfigured
                        || (sent instanceof io.beian.wechat.Sent.TryLater later
                                && !later.mayHaveArrived());
        return surelyNot ? Optional.of(QuotaLedger.Correction.GIVE) : Optional.empty();
    }

    private Channel.Sent outcome(io.beian.wechat.Sent sent) {
        if (sent instanceof io.beian.wechat.Sent.OutOfQuota) {
            return Channel.Sent.OUT_OF_QUOTA;
        }
        if (sent instanceof io.beian.wechat.Sent.Unreachable) {
            return Channel.Sent.UNREACHABLE;
        }
        if (sent instanceof io.beian.wechat.Sent.Misconfigured refused) {
            stop.heed(refused);
            return Channel.Sent.MISCONFIGURED;
        }
        boolean later =
                sent instanceof io.beian.wechat.Sent.HeldBack
                        || (sent instanceof io.beian.wechat.Sent.TryLater busy
                                && !busy.mayHaveArrived());
        return later ? Channel.Sent.TRY_LATER : Channel.Sent.DELIVERED;
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
