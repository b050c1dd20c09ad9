package io.beian.photo;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect.FetchPhoto;
import io.beian.dialogue.Input;
import io.beian.outbox.EffectHandler;
import io.beian.outbox.MediaSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fetches a picture at once, since WeChat keeps it three days only, checks it and keeps it. */
@Component
class FetchPhotoHandler implements EffectHandler<FetchPhoto> {

    private static final int TRIES = 5;

    private final MediaSource source;
    private final PhotoIntake intake;

    FetchPhotoHandler(MediaSource source, PhotoIntake intake) {
        this.source = source;
        this.intake = intake;
    }

    @Override
    public Class<FetchPhoto> handles() {
        return FetchPhoto.class;
    }

    @Override
    public Result run(ConversationId id, FetchPhoto photo, int attempt) {
        MediaSource.Fetched fetched = source.fetch(photo.mediaId());
        if (fetched instanceof MediaSource.Fetched.Bytes bytes) {
            return new Result.Done(checked(id, photo, bytes.content()));
        }
        if (fetched instanceof MediaSource.Fetched.TryLater && attempt < TRIES) {
            return new Result.Later(Optional.empty());
        }
        return new Result.Done(refused(photo, PhotoIntake.code(fetched), Map.of()));
    }

    @Override
    public List<Input.FromWorld> givenUp(FetchPhoto photo) {
        return List.of(refused(photo, "busy", Map.of()));
    }

    private Input.FromWorld checked(ConversationId id, FetchPhoto photo, byte[] upload) {
        CheckedPhoto checked = intake.take(id, upload);
        if (checked instanceof CheckedPhoto.Normalised picture) {
            return new Input.PhotoKept(
                    photo.caseId(), photo.tray(), picture.sha256(), picture.advice());
        }
        CheckedPhoto.Unusable unusable = (CheckedPhoto.Unusable) checked;
        return refused(photo, unusable.code(), unusable.details());
    }

    private static Input.PhotoRefused refused(
            FetchPhoto photo, String code, Map<String, String> details) {
        return new Input.PhotoRefused(photo.caseId(), photo.tray(), code, details);
    }
}
