package io.beian.notify;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.outbox.Channel;
import io.beian.outbox.EffectHandler;
import io.beian.wording.Wording;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says something outside the answer to a message: as a service message if WeChat lets it through,
 * else at the next contact.
 */
@Component
class TellHandler implements EffectHandler<Effect.Tell> {

    private static final Logger LOG = LoggerFactory.getLogger(TellHandler.class);
    private static final int TRIES = 5;

    private final Channel channel;
    private final Wording wording;

    TellHandler(Channel channel, Wording wording) {
        this.channel = channel;
        this.wording = wording;
    }

    @Override
    public Class<Effect.Tell> handles() {
        return Effect.Tell.class;
    }

    @Override
    public Result run(ConversationId id, Effect.Tell tell, int attempt) {
        Channel.Sent sent = channel.sendText(id, wording.text(tell.reply()));
        switch (sent) {
            case DELIVERED -> {
                return new Result.Done();
            }
            case TRY_LATER -> {
                if (attempt < TRIES) {
                    return new Result.Later(Optional.empty());
                }
            }
            case MISCONFIGURED -> LOG.error("the account may not send service messages");
            case OUT_OF_QUOTA, UNREACHABLE -> LOG.info("service message kept: {}", sent);
        }
        return new Result.Done(new Input.Undelivered(tell.reply()));
    }
}
