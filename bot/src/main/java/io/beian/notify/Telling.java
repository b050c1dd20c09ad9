package io.beian.notify;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Notice;
import io.beian.dialogue.Reply;
import io.beian.notify.Ladder.Step;
import io.beian.outbox.Channel;
import io.beian.outbox.EffectHandler.Result;
import io.beian.outbox.NoticeChannel;
import io.beian.outbox.NoticeChannel.Card;
import io.beian.outbox.NoticeChannel.Way;
import io.beian.outbox.TextMessages;
import io.beian.wording.Wording;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings one message down the ladder.
 *
 * <p>A service message carries the whole text. Every other way carries a few fields at most, so the
 * text is kept for the next contact as well: the person learns at once that something happened, and
 * what exactly when they come.
 */
final class Telling {

    /** Of the person's part in the key of a text message: 128 bits, as hexadecimal digits. */
    private static final int KEY_LENGTH = 32;

    private final Channel channel;
    private final NoticeChannel notices;
    private final Supplier<@Nullable TextMessages> textMessages;
    private final Cards cards;
    private final ToldNotices told;
    private final Sends sends;
    private final Wording wording;

    Telling(
            Channel channel,
            NoticeChannel notices,
            Supplier<@Nullable TextMessages> textMessages,
            Cards cards,
            ToldNotices told,
            Sends sends,
            Wording wording) {
        this.channel = channel;
        this.notices = notices;
        this.textMessages = textMessages;
        this.cards = cards;
        this.told = told;
        this.sends = sends;
        this.wording = wording;
    }

    Result tell(ConversationId id, Effect.Tell tell, int attempt) {
        Message message = message(id, tell);
        Ladder ladder = ladder(message);
        Step step = ladder.first();
        Rung rung = Rung.NEXT_CONTACT;
        while (step instanceof Step.Try next) {
            rung = next.rung();
            Channel.Sent went = on(rung, message);
            sends.note(id, message.notice(), rung, went.name());
            step = ladder.after(rung, went, attempt);
        }
        if (step instanceof Step.Wait) {
            return new Result.Later(Optional.empty());
        }
        // What goes on after a failed delivery has had its text kept before.
        return rung == Rung.SERVICE || message.reply().silent()
                ? new Result.Done()
                : new Result.Done(new Input.Undelivered(message.reply()));
    }

    /** One message to one person; effects stored by an earlier release have no name. */
    private record Message(
            ConversationId to,
            Effect.Tell tell,
            Optional<String> name,
            Optional<Notice> notice,
            Optional<Card> subscription,
            Optional<Card> template) {

        Reply reply() {
            return tell.reply();
        }
    }

    private Message message(ConversationId id, Effect.Tell tell) {
        Optional<String> name =
                tell.turn() == 0 ? Optional.empty() : Optional.of("tell:" + tell.turn());
        Optional<Notice> notice = name.flatMap(n -> tell.reply().notice());
        return new Message(
                id,
                tell,
                name,
                notice,
                notice.flatMap(n -> cards.fill(n, Way.SUBSCRIPTION, name.orElseThrow())),
                notice.flatMap(n -> cards.fill(n, Way.TEMPLATE, name.orElseThrow())));
    }

    private Ladder ladder(Message message) {
        Set<Rung> failed =
                message.notice().isPresent()
                        ? told.failed(message.to(), message.name().orElseThrow())
                        : Set.of();
        return Ladder.of(
                new Ladder.Situation(
                        !message.reply().silent(),
                        message.subscription().isPresent(),
                        message.template().isPresent(),
                        message.notice().filter(this::worthATextMessage).isPresent(),
                        failed));
    }

    private boolean worthATextMessage(Notice notice) {
        return notice.kind() == Notice.Kind.VERIFICATION
                && notice.deadline().isPresent()
                && !notice.persons().isEmpty()
                && textMessages.get() != null;
    }

    private Channel.Sent on(Rung rung, Message message) {
        return switch (rung) {
            case SERVICE ->
                    channel.sendText(message.to(), wording.text(message.reply()), message.name());
            case SUBSCRIPTION -> card(message, Way.SUBSCRIPTION, message.subscription());
            case TEMPLATE -> card(message, Way.TEMPLATE, message.template());
            case TEXT_MESSAGE -> text(message, message.notice().orElseThrow());
            case NEXT_CONTACT -> Channel.Sent.DELIVERED;
        };
    }

    /** Noted before it goes out: the report of it may be quicker than we are. */
    private Channel.Sent card(Message message, Way way, Optional<Card> card) {
        told.keep(message.to(), message.name().orElseThrow(), message.tell());
        return notices.send(message.to(), way, card.orElseThrow());
    }

    private Channel.Sent text(Message message, Notice notice) {
        TextMessages sender = textMessages.get();
        String person = Sends.hash(message.to().value()).substring(0, KEY_LENGTH);
        String key = person + ":" + message.name().orElseThrow();
        return sender == null
                ? Channel.Sent.MISCONFIGURED
                : sender.remind(message.to(), key, notice.order(), notice.persons());
    }
}
