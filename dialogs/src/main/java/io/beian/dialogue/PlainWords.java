package io.beian.dialogue;

import io.beian.dialogue.Sayings.Kind;
import io.beian.form.Answer;
import io.beian.form.Scope;
import io.beian.form.Step;
import io.beian.value.ChatText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does what a filer wants who says it in plain words: 提交吧, 邮箱改成 a@b.cn, 明天再弄. */
final class PlainWords {

    private static final String MINE = "(?:我们?的?|咱的?|单位的?|那个|这个|刚才的?|上面的?)?";
    private static final String VERBS = "(?:都|好像|可能|应该|是|要|想|得|需要|帮我|请|麻烦)*";

    /** 邮箱改成 a@b.cn, 把手机号换成 138…. */
    private static final Pattern TO =
            Pattern.compile(
                    "(?:请|麻烦|帮我|我想|我要)*[把将]?"
                            + MINE
                            + "(.{1,14}?)"
                            + VERBS
                            + "(?:改成|改为|改到|换成|换为|变成|变为|更正为|更改为|修改为|修改成|应是|应为|写成|改)"
                            + "(?:了|是)?[\\s:：,，]*(\\S.{0,299}?)",
                    Pattern.DOTALL);

    /** 手机号错了, 邮箱要改一下, 执照拍糊了. */
    private static final Pattern WRONG =
            Pattern.compile(
                    MINE
                            + "(.{1,14}?)"
                            + VERBS
                            + "[填写打弄发传输搞拍选报]?[的得]?(?:错|不对|有误|有错|糊|模糊|看不清|不清楚|反光"
                            + "|改|换|改一下|改下|改改|换一下|换一个|换个|换掉|变|重拍|重填)"
                            + "(?:了|啦)?(?:一个字|一位|怎么改|怎么办|怎么弄)?(?:啊|呀|吗|吧)?");

    /** 我想改邮箱, 帮我换个手机号. */
    private static final Pattern WANTED =
            Pattern.compile(
                    "(?:我|你|您|请|想|要|需要|得|帮我|帮忙|麻烦|能不能|可不可以|可以|能)*"
                            + "(?:改|换|修改|更改|更换|更正|重填|重写)(?:一下|下|个|掉)?"
                            + MINE
                            + "(.{1,14}?)(?:吗|吧|呢|啊)?");

    /** The one who, or what, was named just before. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:还是|那?就是|也是|是|就)?(?:我|我自己|我本人|本人|自己|我来)"
                            + "|(?:同|如)上面?|(?:跟|和|与)?(?:上面|刚才|前面)?的?(?:那个|一样|一致|相同|同一个人?|同一人)"
                            + "的?[吧呀啊。.!！]*");

    private PlainWords() {}

    /** Does what a text asks for; false if it asks for nothing that is known. */
    static boolean take(Draft draft, String text) {
        if (draft.current().isEmpty() || draft.now().paused()) {
            return idle(draft, text);
        }
        return change(draft, text)
                || Sayings.kind(text).filter(kind -> take(draft, text, kind)).isPresent();
    }

    private static boolean idle(Draft draft, String text) {
        Optional<Kind> kind = Sayings.kind(text);
        if (kind.filter(k -> k == Kind.STAFF).isPresent()) {
            return run(draft, Command.Kind.HUMAN);
        }
        boolean thanks = kind.filter(k -> k == Kind.THANKS).isPresent();
        if (thanks) {
            draft.say("thanks");
            Asking.next(draft);
            draft.outcome("thanks");
        }
        return thanks && !draft.now().paused();
    }

    /** 就是我, 同上: the one answer that is suggested because it was given a moment ago. */
    private static Optional<String> justNamed(Draft draft, String text) {
        if (!NAMED.matcher(ChatText.unified(text).strip()).matches()) {
            return Optional.empty();
        }
        Scope scope = draft.scope();
        List<String> suggested =
                Edits.open(draft)
                        .map(step -> step.entry().question().suggested(step.entry().scope(scope)))
                        .orElse(List.of());
        boolean given =
                draft.active().facts().byPath().values().stream()
                        .anyMatch(fact -> suggested.contains(fact.value()));
        return suggested.size() == 1 && given ? Optional.of(suggested.get(0)) : Optional.empty();
    }

    private static boolean take(Draft draft, String text, Kind kind) {
        Phase phase = draft.active().phase();
        if (kind == Kind.STAFF) {
            return !Answering.answers(draft, text) && run(draft, Command.Kind.HUMAN);
        }
        if (!Edits.editable(phase)) {
            return afterwards(draft, phase, kind);
        }
        boolean asked = Edits.open(draft).isPresent() && !Review.asked(draft.now().shown());
        return asked ? atQuestion(draft, text, kind) : atReview(draft, phase, kind);
    }

    /** Whatever the open question takes is its answer. */
    private static boolean atQuestion(Draft draft, String text, Kind kind) {
        if (Answering.answers(draft, text)) {
            return false;
        }
        Optional<String> named = justNamed(draft, text);
        if (named.isPresent()) {
            Answering.text(draft, named.get());
            return true;
        }
        return switch (kind) {
            case PAUSE -> run(draft, Command.Kind.PAUSE);
            case LEFT, WHEN -> run(draft, Command.Kind.MISSING);
            default -> false;
        };
    }

    private static boolean atReview(Draft draft, Phase phase, Kind kind) {
        if (phase instanceof Phase.Matching) {
            return kind == Kind.PAUSE && run(draft, Command.Kind.PAUSE);
        }
        switch (kind) {
            case SUBMIT -> submit(draft);
            case YES, ASK -> yes(draft, kind);
            case PAUSE -> run(draft, Command.Kind.PAUSE);
            case CHANGE -> run(draft, Command.Kind.CHANGE);
            case WHEN, LEFT -> run(draft, Command.Kind.STATUS);
            case THANKS -> thanks(draft);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A yes to the list as a whole is asked about once; to that question it hands the order in. */
    private static void yes(Draft draft, Kind kind) {
        if (kind == Kind.YES && Review.asked(draft.now().shown())) {
            submit(draft);
        } else {
            Review.sure(draft);
        }
    }

    private static void submit(Draft draft) {
        if (draft.crossed) {
            draft.say("crossed");
            draft.outcome("crossed");
            Asking.next(draft);
        } else {
            run(draft, Command.Kind.SUBMIT);
        }
    }

    private static void thanks(Draft draft) {
        draft.say("thanks");
        Asking.next(draft);
        draft.outcome("thanks");
    }

    /** Once an order is handed in, there is nothing to answer; but people talk on. */
    private static boolean afterwards(Draft draft, Phase phase, Kind kind) {
        switch (kind) {
            case WITHDRAW -> run(draft, Command.Kind.GIVE_UP);
            case WHEN, LEFT, ASK -> run(draft, Command.Kind.STATUS);
            case CHANGE -> closed(draft, phase);
            case THANKS, YES, PAUSE -> thanks(draft);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What was handed in is changed by taking it back first, as long as that is possible. */
    private static void closed(Draft draft, Phase phase) {
        boolean back =
                phase instanceof Phase.Tracking order && order.allowed().contains("withdraw");
        draft.say(back ? "change.withdraw" : "change.closed");
        if (back) {
            draft.offer("撤回订单");
        }
        draft.offer("进度");
        draft.outcome("change:closed");
    }

    private static boolean change(Draft draft, String text) {
        String said = ChatText.unified(text).strip().replaceAll("[。.!！~?？]+$", "");
        Matcher to = TO.matcher(text.strip());
        Optional<Matcher> wrong =
                List.of(WRONG, WANTED).stream()
                        .map(pattern -> pattern.matcher(said))
                        .filter(Matcher::matches)
                        .findFirst();
        if (!Edits.editable(draft.active().phase())) {
            boolean meant = wrong.isPresent() || to.matches();
            return meant && ordered(draft, wrong.map(m -> m.group(1)).orElseGet(() -> to.group(1)));
        }
        if (to.matches() && takes(draft, to.group(1), to.group(2))) {
            Edits.change(draft, to.group(1).strip() + " " + to.group(2).strip());
            return true;
        }
        return wrong.filter(matcher -> named(draft, matcher.group(1))).isPresent();
    }

    /** Of an order that was handed in: only what it has. */
    private static boolean ordered(Draft draft, String name) {
        if (steps(draft, name).isEmpty()) {
            return false;
        }
        closed(draft, draft.active().phase());
        return true;
    }

    /** A change to a value that the answer of that name takes. */
    private static boolean takes(Draft draft, String name, String value) {
        List<Step> steps = steps(draft, name);
        return !steps.isEmpty()
                && (!Answering.answers(draft, name + value)
                        || steps.stream()
                                .anyMatch(
                                        step ->
                                                step.entry()
                                                        .parse(
                                                                new Answer.Text(value.strip()),
                                                                draft.scope())
                                                        .accepted()));
    }

    private static boolean named(Draft draft, String name) {
        boolean known =
                steps(draft, name).stream()
                        .anyMatch(step -> draft.active().facts().at(step.path()).isPresent());
        if (known) {
            draft.outcome("command:CHANGE");
            Edits.change(draft, name.strip());
        }
        return known;
    }

    private static List<Step> steps(Draft draft, String name) {
        return new Naming(draft.walk(draft.active())).called(name.strip());
    }

    private static boolean run(Draft draft, Command.Kind kind) {
        Commands.run(draft, new Command(kind, ""));
        return true;
    }
}
