package io.beian.photo;

import io.beian.outbox.Pictures;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets other features read kept pictures without knowing how they are kept. */
@Component
class StoredPictures implements Pictures {

    private final PhotoStore store;

    StoredPictures(PhotoStore store) {
        this.store = store;
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        return store.get(sha256);
    }
}
