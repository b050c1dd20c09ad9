package io.beian.photo;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect.ErasePhotos;
import io.beian.outbox.EffectHandler;
import org.springframework.stereotype.Component;

/** Erases pictures that no order needs any more. */
@Component
class ErasePhotosHandler implements EffectHandler<ErasePhotos> {

    private final PhotoStore store;
    private final PhotoOwners owners;

    ErasePhotosHandler(PhotoStore store, PhotoOwners owners) {
        this.store = store;
        this.owners = owners;
    }

    @Override
    public Class<ErasePhotos> handles() {
        return ErasePhotos.class;
    }

    @Override
    public Result run(ConversationId id, ErasePhotos erase, int attempt) {
        erase.sha256().stream().filter(hash -> owners.remove(hash, id)).forEach(store::delete);
        return new Result.Done();
    }
}
