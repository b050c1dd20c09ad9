package io.beian.photo;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect.ImportCapture;
import io.beian.dialogue.Input;
import io.beian.outbox.CaptureSource;
import io.beian.outbox.CaptureSource.Found;
import io.beian.outbox.CaptureSource.Picture;
import io.beian.outbox.EffectHandler;
import io.beian.outbox.MediaSource.Fetched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Fetches what was taken in the mini program under a code and takes each picture in like one sent
 * in the chat. Pictures are kept by their content, so doing it twice changes nothing.
 */
@Component
class ImportCaptureHandler implements EffectHandler<ImportCapture> {

    private static final int TRIES = 5;

    /** More than a mini program can have asked for, with three of each kind. */
    private static final int MOST_PICTURES = 24;

    private static final long MOST_BYTES = DataSize.ofMegabytes(60).toBytes();

    private final CaptureSource source;
    private final PhotoIntake intake;

    ImportCaptureHandler(CaptureSource source, PhotoIntake intake) {
        this.source = source;
        this.intake = intake;
    }

    @Override
    public Class<ImportCapture> handles() {
        return ImportCapture.class;
    }

    @Override
    public Result run(ConversationId id, ImportCapture effect, int attempt) {
        Found found = source.find(id, effect.code());
        boolean last = attempt >= TRIES;
        if (found instanceof Found.Pictures taken) {
            Import work = new Import(id, last);
            return work.all(taken.pictures())
                    ? new Result.Done(work.result(effect.caseId()))
                    : new Result.Later(Optional.empty());
        }
        if (found instanceof Found.Nothing nothing) {
            return new Result.Done(new Input.CaptureUnknown(effect.caseId(), nothing.why()));
        }
        return found instanceof Found.TryLater && !last
                ? new Result.Later(Optional.empty())
                : new Result.Done(new Input.CaptureFailed(effect.caseId()));
    }

    /** One attempt. */
    private final class Import {

        private final ConversationId id;
        private final boolean last;
        private final List<Input.Captured> kept = new ArrayList<>();
        private final List<Input.NotCaptured> refused = new ArrayList<>();
        private long bytes;

        Import(ConversationId id, boolean last) {
            this.id = id;
            this.last = last;
        }

        /** Whether every picture is settled, for good or ill. */
        boolean all(List<Picture> pictures) {
            for (int i = 0; i < pictures.size(); i++) {
                Picture picture = pictures.get(i);
                if (i >= MOST_PICTURES || bytes >= MOST_BYTES) {
                    refuse(picture, "photo.tooMany", Map.of());
                } else if (!one(picture)) {
                    return false;
                }
            }
            return true;
        }

        private boolean one(Picture picture) {
            Fetched fetched = source.picture(picture.sha256());
            if (fetched instanceof Fetched.Bytes content) {
                bytes += content.content().length;
                take(picture, content.content());
            } else if (fetched instanceof Fetched.TryLater && !last) {
                return false;
            } else {
                refuse(picture, PhotoIntake.code(fetched), Map.of());
            }
            return true;
        }

        private void take(Picture picture, byte[] content) {
            CheckedPhoto checked = intake.take(id, content);
            if (checked instanceof CheckedPhoto.Normalised good) {
                kept.add(new Input.Captured(picture.slot(), good.sha256(), good.advice()));
            } else {
                CheckedPhoto.Unusable bad = (CheckedPhoto.Unusable) checked;
                refuse(picture, bad.code(), bad.details());
            }
        }

        private void refuse(Picture picture, String code, Map<String, String> details) {
            refused.add(new Input.NotCaptured(picture.slot(), code, details));
        }

        Input.CaptureImported result(String caseId) {
            return new Input.CaptureImported(caseId, List.copyOf(kept), List.copyOf(refused));
        }
    }
}
