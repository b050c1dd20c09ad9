package io.beian.dialogue;

import io.beian.value.ChatText;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write where pictures are the subject, without minding the form of a command. */
final class PhotoWords {

    private static final Pattern TAKE =
            Pattern.compile("(?:用|同|和|跟)\\s*(.+?)\\s*(?:的照片|的图片|一样|相同)?");
    private static final Pattern DELETE = Pattern.compile("删(?:除|掉)?照片\\s*(.+)");
    private static final Pattern REPLACE = Pattern.compile("(?:重拍|重新拍|换照片)\\s*(.+)");
    private static final Pattern ADD = Pattern.compile("(?:加照片|再发一张|再加一张)\\s*(.+)");
    private static final Pattern CODE = Pattern.compile("(?:采集码|验证码)\\s*[:：是]?\\s*(.+)");
    private static final Set<String> YES = Set.of("是", "是的", "对", "用", "也用", "好", "好的", "可以");
    private static final Set<String> NO = Set.of("不", "不是", "不用", "否", "不对", "不要");
    private static final int LONGEST = 60;

    private PhotoWords() {}

    static Optional<Command> read(Draft draft, String said) {
        if (draft.current().filter(of -> Photos.wanted(of.phase())).isEmpty()
                || said.length() > LONGEST) {
            return Optional.empty();
        }
        String text = ChatText.unified(said).strip();
        return shown(draft, text)
                .or(() -> code(draft, text))
                .or(() -> named(draft, text, DELETE, Command.Kind.DELETE_PHOTO))
                .or(() -> named(draft, text, REPLACE, Command.Kind.REPLACE_PHOTO))
                .or(() -> named(draft, text, ADD, Command.Kind.ADD_PHOTO))
                .or(() -> take(draft, text));
    }

    /** The words of a choice that stands under a question about pictures, typed. */
    private static Optional<Command> shown(Draft draft, String text) {
        Shown shown = draft.now().shown();
        boolean ours =
                shown.asks()
                        .filter(a -> a.equals(Tray.ASKS) || a.equals(Captures.ASKS))
                        .isPresent();
        if (!ours || draft.crossed) {
            return Optional.empty();
        }
        return shown.choices().stream()
                .filter(choice -> choice.label().equals(text))
                .findFirst()
                .or(() -> yesOrNo(shown, text))
                .flatMap(choice -> Command.read(choice.says()))
                .or(() -> kind(draft, text));
    }

    /** What the picture that is asked about is, said without a command. */
    private static Optional<Command> kind(Draft draft, String text) {
        boolean asked =
                Tray.asked(draft).filter(photo -> photo.target().isEmpty()).isPresent()
                        && Command.read(text).isEmpty();
        return asked && PhotoEdits.called(draft.walk(draft.active()), text).size() == 1
                ? Optional.of(new Command(Command.Kind.TO_SLOT, text))
                : Optional.empty();
    }

    private static Optional<Choice> yesOrNo(Shown shown, String text) {
        if (shown.choices().size() != 2 || !(YES.contains(text) || NO.contains(text))) {
            return Optional.empty();
        }
        return Optional.of(shown.choices().get(YES.contains(text) ? 0 : 1));
    }

    /** A code said to be one, or the bare one where nothing but pictures is wanted. */
    private static Optional<Command> code(Draft draft, String text) {
        Matcher labelled = CODE.matcher(text);
        if (labelled.matches() && draft.procedure.pictureCode(labelled.group(1)).isPresent()) {
            return Optional.of(new Command(Command.Kind.CAPTURE, labelled.group(1)));
        }
        if (draft.crossed || !text.matches(".*\\d.*") || Photos.open(draft).isEmpty()) {
            return Optional.empty();
        }
        return draft.procedure
                .pictureCode(text)
                .map(
                        code ->
                                new Command(
                                        code.ambiguous()
                                                ? Command.Kind.MAYBE_CAPTURE
                                                : Command.Kind.CAPTURE,
                                        code.text()));
    }

    private static Optional<Command> named(
            Draft draft, String text, Pattern pattern, Command.Kind kind) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                        && !PhotoEdits.called(
                                        draft.walk(draft.active()),
                                        PhotoEdits.name(matcher.group(1)))
                                .isEmpty()
                ? Optional.of(new Command(kind, matcher.group(1)))
                : Optional.empty();
    }

    private static Optional<Command> take(Draft draft, String text) {
        return Photos.open(draft).isPresent()
                ? named(draft, text, TAKE, Command.Kind.TAKE_PHOTOS)
                : Optional.empty();
    }
}
