package io.beian.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect.ImportCapture;
import io.beian.dialogue.Input;
import io.beian.outbox.CaptureSource;
import io.beian.outbox.EffectHandler.Result;
import io.beian.outbox.MediaSource.Fetched;
import io.beian.privacy.Vaults;
import io.beian.redis.TestRedis;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.core.StringRedisTemplate;

class ImportCaptureHandlerTest {

    private static final ConversationId FILER = new ConversationId("openid-1");
    private static final ImportCapture EFFECT = new ImportCapture("c1", "202611230000000011");
    private static final byte[] GOOD = PictureFiles.jpeg(Specimens.licence(1440, 1080));
    private static final byte[] TOO_SMALL = PictureFiles.jpeg(Specimens.licence(160, 120));

    @TempDir Path directory = Path.of("");

    private final FakeCaptures captures = new FakeCaptures();
    private TestRedis redis;
    private PhotoStore store;
    private PhotoOwners owners;
    private ImportCaptureHandler handler;

    @BeforeEach
    void start() throws Exception {
        redis = TestRedis.start(directory.resolve("redis"));
        store = new FilePhotoStore(directory.resolve("photos"), Vaults.fresh());
        owners = new PhotoOwners(new StringRedisTemplate(redis.connections()));
        PhotoCheck check = new PhotoCheck(PhotoAssert.settings());
        handler = new ImportCaptureHandler(captures, new PhotoIntake(check, store, owners));
    }

    @AfterEach
    void stop() throws Exception {
        redis.close();
    }

    @Test
    void takesEachPictureInLikeOneFromTheChat() {
        captures.hold("photo.licence", "a", new Fetched.Bytes(GOOD));
        captures.hold("photo.idFront", "b", new Fetched.Bytes(TOO_SMALL));
        captures.hold("photo.idBack", "c", new Fetched.Gone());

        Input.CaptureImported imported = imported(run(1));

        assertThat(imported.pictures())
                .singleElement()
                .satisfies(
                        kept -> {
                            assertThat(kept.slot()).isEqualTo("photo.licence");
                            assertThat(store.get(kept.sha256())).isPresent();
                            assertThat(owners.remove(kept.sha256(), FILER)).isTrue();
                        });
        assertThat(imported.refused())
                .extracting(Input.NotCaptured::slot, Input.NotCaptured::code)
                .containsExactly(
                        tuple("photo.idFront", "photo.tooSmall"),
                        tuple("photo.idBack", "photo.gone"));
    }

    @Test
    void comesToTheSameHoweverOftenItIsDone() {
        captures.hold("photo.licence", "a", new Fetched.Bytes(GOOD));

        assertThat(run(1)).isEqualTo(run(2));
    }

    @Test
    void triesAgainWhatMayPassAndGivesUpAtTheFifthAttempt() {
        captures.hold("photo.licence", "a", new Fetched.Bytes(GOOD));
        captures.hold("photo.idFront", "b", new Fetched.TryLater());

        assertThat(run(1)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(imported(run(5)).pictures()).hasSize(1);
        assertThat(imported(run(5)).refused())
                .extracting(Input.NotCaptured::code)
                .containsExactly("photo.busy");

        captures.found.add(new CaptureSource.Found.TryLater());
        captures.found.add(new CaptureSource.Found.TryLater());
        captures.found.add(new CaptureSource.Found.Failed());
        assertThat(run(4)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(run(5)).isEqualTo(new Result.Done(new Input.CaptureFailed("c1")));
        assertThat(run(1)).isEqualTo(new Result.Done(new Input.CaptureFailed("c1")));
    }

    @Test
    void tellsWhyThereIsNothingToBeHad() {
        for (String why : List.of("unknown", "used", "expired")) {
            captures.found.add(new CaptureSource.Found.Nothing(why));

            assertThat(run(1)).isEqualTo(new Result.Done(new Input.CaptureUnknown("c1", why)));
        }
    }

    @Test
    void fetchesNoMoreThanItsBound() {
        Collections.nCopies(30, "photo.licence")
                .forEach(slot -> captures.hold(slot, "a", new Fetched.Gone()));

        assertThat(imported(run(1)).refused())
                .hasSize(30)
                .filteredOn(each -> each.code().equals("photo.tooMany"))
                .hasSize(6);
        assertThat(captures.fetched).isEqualTo(24);
    }

    private Result run(int attempt) {
        return handler.run(FILER, EFFECT, attempt);
    }

    private static Input.CaptureImported imported(Result result) {
        return (Input.CaptureImported) ((Result.Done) result).results().get(0);
    }

    /** What a test has laid ready: special answers first, else the pictures. */
    private static final class FakeCaptures implements CaptureSource {

        final Deque<Found> found = new ArrayDeque<>();
        private final List<Picture> pictures = new ArrayList<>();
        private final Map<String, Fetched> content = new HashMap<>();
        private int fetched;

        void hold(String slot, String sha256, Fetched bytes) {
            pictures.add(new Picture(slot, sha256));
            content.put(sha256, bytes);
        }

        @Override
        public Found find(ConversationId filer, String code) {
            return found.isEmpty() ? new Found.Pictures(List.copyOf(pictures)) : found.remove();
        }

        @Override
        public Fetched picture(String sha256) {
            fetched++;
            return content.getOrDefault(sha256, new Fetched.Gone());
        }
    }
}
