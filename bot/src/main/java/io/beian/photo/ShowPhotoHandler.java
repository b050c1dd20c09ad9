package io.beian.photo;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect.ShowPhoto;
import io.beian.outbox.Channel;
import io.beian.outbox.EffectHandler;
import org.springframework.stereotype.Component;

/** Sends a kept picture back, beside the question about it. The question holds without it too. */
@Component
class ShowPhotoHandler implements EffectHandler<ShowPhoto> {

    private final PhotoStore store;
    private final Channel channel;

    ShowPhotoHandler(PhotoStore store, Channel channel) {
        this.store = store;
        this.channel = channel;
    }

    @Override
    public Class<ShowPhoto> handles() {
        return ShowPhoto.class;
    }

    @Override
    public Result run(ConversationId id, ShowPhoto show, int attempt) {
        store.get(show.sha256()).ifPresent(jpeg -> channel.sendImage(id, jpeg));
        return new Result.Done();
    }
}
