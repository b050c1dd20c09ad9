package io.beian.dialogue;

import io.beian.form.Parsed;
import io.beian.form.Step;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;

/** An answer that was only doubted is taken when the filer says that it is right. */
final class Insisting {

    private static final String TAKE_IT = "没错，就用这个";

    private static final Set<String> YES =
            Set.of(
                    TAKE_IT, "没错", "没写错", "没有错", "就用这个", "就是这个", "就是这样", "就这个", "就这样", "是", "是的",
                    "对", "对的", "确认", "确定", "正确", "没问题", "照这个填", "不用改", "不改", "用这个");

    private Insisting() {}

    /** Asks whether what was sent is meant. */
    static void offer(Draft draft, String text) {
        draft.doubted(text);
        draft.offer(TAKE_IT);
    }

    /** What is taken now: the filer agrees to what was doubted a moment ago, or sends it again. */
    static Optional<String> on(Draft draft, Step step, String said, Parsed parsed) {
        Shown shown = draft.now().shown();
        boolean same = shown.asks().filter(step.path()::equals).isPresent();
        return shown.doubted().filter(text -> same && (agreed(said) || sentAgain(parsed, text)));
    }

    private static boolean agreed(String said) {
        String plain = Normalizer.normalize(said, Normalizer.Form.NFKC).strip();
        return YES.contains(plain.replace(',', '，').replaceAll("[。.!！~]+$", ""));
    }

    private static boolean sentAgain(Parsed parsed, String doubted) {
        return parsed instanceof Parsed.Refused refused
                && refused.sure().filter(doubted::equals).isPresent();
    }
}
