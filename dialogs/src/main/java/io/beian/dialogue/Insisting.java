package io.beian.dialogue;

import io.beian.form.Answer;
import io.beian.form.Parsed;
import io.beian.form.Parsed.Way;
import io.beian.form.Step;
import io.beian.value.ChatText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An answer that was only doubted is taken when the filer says that it is right. */
final class Insisting {

    private static final String TAKE_IT = "没错，就用这个";

    private static final Set<String> YES =
            Set.of(
                    TAKE_IT, "没错", "没写错", "没有错", "就用这个", "就是这个", "就是这样", "就这个", "就这样", "是", "是的",
                    "对", "对的", "确认", "确定", "正确", "没问题", "照这个填", "不用改", "不改", "用这个");

    /** A yes to a change that is proposed. */
    private static final Set<String> CHANGE =
            Set.of(
                    "改", "要改", "改吧", "要", "要的", "好", "好的", "可以", "行", "嗯", "是", "是的", "对", "对的",
                    "确认", "确定");

    private static final Set<String> NO =
            Set.of(
                    "不是", "不是的", "不对", "不是，我重发", "我重发", "重发", "错了", "写错了", "打错了", "填错了", "弄错了",
                    "是错的", "不是这个", "都不是");

    private Insisting() {}

    /** Asks whether what was sent is meant, or only remembers it until it is sent again. */
    static void offer(Draft draft, Step step, Parsed.Refused refused) {
        List<Way> ways = possible(draft, refused);
        if (ways.isEmpty()) {
            return;
        }
        boolean now = !refused.twice() || again(draft, step, refused);
        draft.doubted(ways.get(0).taken().text());
        if (now) {
            ways.forEach(way -> draft.offer(words(way)));
        }
    }

    /** Whether the very same was sent to the same question a moment ago. */
    static boolean again(Draft draft, Step step, Parsed.Refused refused) {
        return remembered(draft, step)
                .filter(text -> refused.sure().filter(text::equals).isPresent())
                .isPresent();
    }

    private static Optional<String> remembered(Draft draft, Step step) {
        Shown shown = draft.now().shown();
        return shown.asks().filter(step.path()::equals).flatMap(same -> shown.doubted());
    }

    /** The filer will send it anew. */
    static boolean denied(Draft draft, Step step, String said) {
        return remembered(draft, step).isPresent() && NO.contains(plain(said));
    }

    /** What is taken now: the filer agrees to what was doubted a moment ago, or sends it again. */
    static Optional<Parsed> on(Draft draft, Step step, String said, Parsed parsed) {
        return remembered(draft, step)
                .flatMap(
                        text ->
                                offered(draft, step, text).stream()
                                        .filter(way -> chosen(way, said) || sentAgain(way, parsed))
                                        .findFirst()
                                        .or(() -> agreed(draft, step, text, said)))
                .map(Way::taken);
    }

    private static Optional<Way> agreed(Draft draft, Step step, String text, String said) {
        return offered(draft, step, text).stream()
                .findFirst()
                .filter(way -> (way.taken().also().isEmpty() ? YES : CHANGE).contains(plain(said)));
    }

    private static List<Way> offered(Draft draft, Step step, String text) {
        Parsed parsed = step.entry().parse(new Answer.Text(text), draft.scope(draft.active()));
        List<Way> ways =
                parsed instanceof Parsed.Refused refused
                        ? possible(draft, refused)
                        : List.of(
                                new Way("", new Parsed.Accepted(text)),
                                new Way(text, new Parsed.Accepted(text)));
        return ways.stream()
                .filter(
                        way ->
                                draft.now().shown().choices().stream()
                                        .anyMatch(choice -> choice.says().equals(words(way))))
                .toList();
    }

    /** What would change along has to be there and open to change. */
    private static List<Way> possible(Draft draft, Parsed.Refused refused) {
        Case of = draft.active();
        return refused.ways().stream()
                .filter(
                        way ->
                                way.taken().also().keySet().stream()
                                        .allMatch(
                                                path ->
                                                        draft.walk(of)
                                                                .at(path)
                                                                .filter(
                                                                        other ->
                                                                                Edits.changeable(
                                                                                        draft, of,
                                                                                        other))
                                                                .isPresent()))
                .toList();
    }

    private static String words(Way way) {
        return way.words().isEmpty() ? TAKE_IT : way.words();
    }

    private static boolean chosen(Way way, String said) {
        return words(way).equals(plain(said));
    }

    private static String plain(String said) {
        String plain = ChatText.unified(said).strip();
        return plain.replace(',', '，').replaceAll("[。.!！~]+$", "");
    }

    /** Sending it again means that it is right as it is, not that something else is to change. */
    private static boolean sentAgain(Way way, Parsed parsed) {
        return way.words().isEmpty()
                && parsed instanceof Parsed.Refused refused
                && refused.holds(way.taken().text());
    }
}
