package io.beian.dialogue;

import io.beian.form.Step;
import java.util.List;
import java.util.Optional;

/** A picture that may be sent back is asked about before the next one: 重拍, or 就用这张. */
final class Retakes {

    /** What is asked; not the path of a question. */
    static final String ASKS = "retake";

    private Retakes() {}

    /** Stays at the slot: the next picture takes the place of this one and never another slot. */
    static void ask(Draft draft, Step kind, String sha256, List<String> advice) {
        draft.now(
                draft.now().focus(Optional.of(new Focus(kind.path(), false, Optional.of(sha256)))));
        advice.forEach(code -> draft.say("advice." + code));
        draft.say("photo.retake");
        choose(draft);
    }

    /** 重拍: it is known what is meant; the picture may come. */
    static void wait(Draft draft) {
        draft.say("photo.retake.send");
        choose(draft);
    }

    private static void choose(Draft draft) {
        draft.offer("重拍");
        draft.offer("就用这张");
        draft.asks(ASKS);
    }

    static boolean asked(Draft draft) {
        return draft.now().focus().filter(focus -> focus.instead().isPresent()).isPresent();
    }

    static void keep(Draft draft) {
        boolean asked = asked(draft);
        draft.now(draft.now().focus(Optional.empty()));
        draft.say(asked ? "photo.used" : "tray.empty");
        Asking.next(draft);
    }
}
