package io.beian.photo;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.MediaSource.Fetched;
import org.springframework.stereotype.Component;

/** Takes a picture in, wherever it comes from: checks it, notes who needs it and keeps it. */
@Component
class PhotoIntake {

    private final PhotoCheck check;
    private final PhotoStore store;
    private final PhotoOwners owners;

    PhotoIntake(PhotoCheck check, PhotoStore store, PhotoOwners owners) {
        this.check = check;
        this.store = store;
        this.owners = owners;
    }

    CheckedPhoto take(ConversationId id, byte[] upload) {
        CheckedPhoto checked = check.check(upload);
        if (checked instanceof CheckedPhoto.Normalised picture) {
            owners.add(picture.sha256(), id);
            store.put(picture.jpeg());
        }
        return checked;
    }

    /** Why there is nothing to take in. */
    static String code(Fetched fetched) {
        if (fetched instanceof Fetched.TooBig) {
            return PhotoProblem.TOO_MANY_BYTES.code();
        }
        return fetched instanceof Fetched.Gone ? "photo.gone" : "photo.busy";
    }
}
