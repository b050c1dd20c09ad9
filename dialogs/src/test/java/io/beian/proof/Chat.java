package io.beian.proof;

import io.beian.dialogue.Case;
import io.beian.dialogue.CheckList;
import io.beian.dialogue.Choice;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Procedure;
import io.beian.dialogue.Reply;
import io.beian.dialogue.Turn;
import io.beian.filing.IcpFiling;
import io.beian.form.Entry;
import io.beian.form.Facts;
import io.beian.form.Question.Trait;
import io.beian.form.Walk;
import io.beian.order.OrderState;
import io.beian.proof.Examples.Example;
import io.beian.talk.FakeWorld;
import io.beian.talk.News;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A person, the bot and the world around it, turn by turn. */
public final class Chat {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final List<String> STATES =
            List.of(
                    "PRE_REVIEW",
                    "BUREAU_REVIEW",
                    "PRE_REVIEW_REJECTED",
                    "BUREAU_REJECTED",
                    "SMS_PENDING",
                    "SMS_TIMEOUT",
                    "VERIFY_PENDING",
                    "APPROVED");

    /** What the engine knows and how it decides; stateless, shared by all talks. */
    private final IcpFiling filing;

    private final Dialogue dialogue;
    private final FakeWorld world = new FakeWorld();
    private final List<Consumer<Seen>> watchers = new ArrayList<>();
    private final List<Reply> shown = new ArrayList<>();
    private Conversation now;
    private Instant at;
    private long seq = 100;
    private int sent;
    private int tried;
    private String lastAsked = "";

    /**
     * One decision, for those who watch.
     *
     * @param crossed whether the input was sent before the last reply could be seen
     */
    public record Seen(Conversation before, Input input, Instant at, boolean crossed, Turn turn) {}

    public Chat(IcpFiling filing, Conversation from, Instant at) {
        this.filing = filing;
        this.dialogue = new Dialogue(filing);
        this.now = from;
        this.at = at;
    }

    public static Chat fresh(IcpFiling filing) {
        return new Chat(filing, Conversation.start(new ConversationId("proof")), Completion.AT);
    }

    public Chat watched(Consumer<Seen> watcher) {
        watchers.add(watcher);
        return this;
    }

    public Conversation now() {
        return now;
    }

    public Instant at() {
        return at;
    }

    FakeWorld world() {
        return world;
    }

    LocalDate today() {
        return LocalDate.ofInstant(at, BUREAU);
    }

    Examples examples() {
        return new Examples(filing, today());
    }

    public Phase phase() {
        return now.current().map(Case::phase).orElse(new Phase.Withdrawn(at));
    }

    public Facts facts() {
        return now.current().map(Case::facts).orElse(Facts.NONE);
    }

    Walk walk() {
        boolean matching = phase() instanceof Phase.Matching;
        return filing.form()
                .walk(
                        facts(),
                        today(),
                        section -> !matching || section.stage().equals(Procedure.MATCH));
    }

    /** What the last reply asks for. */
    Optional<Entry> open() {
        return now.shown()
                .asks()
                .flatMap(
                        path ->
                                filing.form().entries(facts(), section -> true).stream()
                                        .filter(entry -> entry.path().equals(path))
                                        .findFirst());
    }

    List<CheckList.Row> rows() {
        return now.current().map(of -> CheckList.of(filing, of, today())).orElse(List.of());
    }

    /** Sends something and lets the world answer all that follows from it. */
    public Turn send(Input input) {
        at = at.plus(BETWEEN);
        Turn turn = decide(input, false);
        settle(turn.effects());
        return turn;
    }

    public Turn say(String text) {
        return send(new Input.Said(text));
    }

    Turn decide(Input input, boolean crossed) {
        Conversation before = now;
        Turn turn = dialogue.decide(before, input, at, crossed);
        now = turn.next();
        if (!turn.reply().choices().isEmpty()) {
            shown.add(turn.reply());
        }
        Seen seen = new Seen(before, input, at, crossed, turn);
        watchers.forEach(watcher -> watcher.accept(seen));
        return turn;
    }

    private void settle(List<Effect> effects) {
        for (Effect effect : effects) {
            for (Input result : world.run(now, effect, at)) {
                settle(decide(result, false).effects());
            }
        }
    }

    public void play(List<Act> acts) {
        acts.forEach(this::play);
    }

    public void play(Act act) {
        if (act instanceof Act.Crossing crossing) {
            at = at.plus(BETWEEN);
            Input one = input(crossing.one());
            Input two = input(crossing.two());
            List<Effect> effects = new ArrayList<>(decide(one, false).effects());
            effects.addAll(decide(two, true).effects());
            settle(effects);
        } else if (act instanceof Act.Wait wait) {
            at = at.plus(Duration.ofHours(wait.hours()));
            settle(decide(new Input.Due("unfinished"), false).effects());
        } else if (act instanceof Act.Change change) {
            change(change);
        } else {
            send(input(act));
        }
    }

    private void change(Act.Change change) {
        int rows = Math.max(1, rows().size());
        say("改 " + (change.row() % rows + 1));
        send(input(new Act.Answer(change.which())));
    }

    /** What a person would send. */
    Input input(Act act) {
        if (act instanceof Act.Answer answer) {
            return answer(answer.which());
        }
        if (act instanceof Act.Wrong wrong) {
            return new Input.Said(wrong(wrong.which()));
        }
        if (act instanceof Act.Picture picture) {
            return new Input.SentPhoto((picture.which() == 0 ? "动图" : "照片") + picture.which());
        }
        if (act instanceof Act.Tap tap) {
            return tap(tap);
        }
        if (act instanceof Act.Other other) {
            return new Input.SentOther(other.kind());
        }
        if (act instanceof Act.Moved moved) {
            return moved(moved);
        }
        return new Input.Said(act instanceof Act.Say say ? say.text() : "继续");
    }

    private Input answer(int which) {
        Optional<Entry> open = open();
        if (open.isEmpty()) {
            List<Choice> choices = now.shown().choices();
            return new Input.Said(
                    choices.isEmpty() ? "备案" : choices.get(which % choices.size()).says());
        }
        if (open.get().question().has(Trait.PICTURE)) {
            return photo();
        }
        List<Example> examples = examples().of(open.get(), facts());
        return new Input.Said(
                examples.isEmpty() ? "继续" : examples.get(which % examples.size()).typed());
    }

    private Input photo() {
        return new Input.SentPhoto("照片" + at.getEpochSecond() + "." + ++sent);
    }

    private String wrong(int which) {
        return open().map(entry -> List.copyOf(entry.question().invalid().values()))
                .filter(examples -> !examples.isEmpty())
                .map(examples -> examples.get(which % examples.size()))
                .orElse("什么");
    }

    private Input tap(Act.Tap tap) {
        if (shown.isEmpty()) {
            return new Input.Tapped(now.shown().epoch(), 1, "长期", now.shown().asks());
        }
        Reply reply = shown.get(Math.max(0, shown.size() - 1 - tap.age()));
        int option = tap.option() % reply.choices().size();
        String label = reply.choices().get(option).label();
        return new Input.Tapped(reply.epoch(), option + 1, label, reply.asks());
    }

    private Input moved(Act.Moved moved) {
        List<CheckList.Row> rows = rows();
        String state = STATES.get(moved.state() % STATES.size());
        List<Problem> problems =
                state.endsWith("REJECTED") && !rows.isEmpty()
                        ? List.of(
                                new Problem(
                                        moved.row() % 7 == 6
                                                ? "order.something"
                                                : rows.get(moved.row() % rows.size()).path(),
                                        "review",
                                        "请核对",
                                        true,
                                        Map.of()))
                        : List.of();
        String order = phase().order().orElse("TY0");
        if (OrderState.valueOf(state).ended()) {
            world.ended(order);
        }
        return News.of(order, ++seq, state, at, problems, List.of("withdraw"), Map.of());
    }

    /** What an honest filer sends next; {@code which} says which of several honest answers. */
    public Input honest(int which) {
        List<String> choices = now.shown().choices().stream().map(Choice::says).toList();
        if (now.paused()) {
            return new Input.Said("继续");
        }
        if (now.current().isEmpty() || ended()) {
            return new Input.Said("备案");
        }
        if (choices.contains("都对")) {
            return new Input.Said("都对");
        }
        Optional<Entry> open = open();
        if (open.isPresent()) {
            boolean again = lastAsked.equals(open.get().path());
            lastAsked = open.get().path();
            if (again && open.get().question().has(Trait.OPTIONAL)) {
                return new Input.Said("跳过");
            }
            return open.get().question().has(Trait.PICTURE)
                    ? photo()
                    : new Input.Said(honest(open.get(), which));
        }
        return new Input.Said(wayOn(choices, which));
    }

    private boolean ended() {
        return phase() instanceof Phase.Filed
                || phase() instanceof Phase.Withdrawn
                || phase() instanceof Phase.Expired;
    }

    private String honest(Entry entry, int which) {
        List<Example> all = examples().of(entry, facts());
        if (which > 0 && !all.isEmpty() && examples().blocking(facts()).findAny().isEmpty()) {
            return all.get(which % all.size()).typed();
        }
        return examples().fitting(entry, facts()).map(Example::typed).orElse("继续");
    }

    private String wayOn(List<String> choices, int which) {
        if (now.shown().asks().isPresent()) {
            return "不要这张";
        }
        List<String> changes = choices.stream().filter(says -> says.startsWith("改 ")).toList();
        if (changes.isEmpty()) {
            return "继续";
        }
        List<String> mends = phase() instanceof Phase.Matching ? List.of() : mends();
        List<String> ways = mends.isEmpty() ? changes : mends;
        return ways.get((which + tried++) % ways.size());
    }

    /** The changes that what stands in the way needs; advice can stay as it is. */
    private List<String> mends() {
        List<CheckList.Row> rows = rows();
        return examples()
                .blocking(facts())
                .flatMap(p -> Stream.of(p.field(), p.args().getOrDefault(Problem.OR, "")))
                .distinct()
                .flatMap(path -> rows.stream().filter(row -> row.path().equals(path)))
                .map(row -> "改 " + row.number())
                .toList();
    }

    /** Whether everything is answered and nothing stands in the way. */
    public boolean ready() {
        boolean mended =
                phase() instanceof Phase.Returned back
                        && back.problems().stream()
                                .noneMatch(problem -> walk().at(problem.field()).isPresent());
        return (phase() instanceof Phase.Reviewing || mended)
                && now.shown().asks().isEmpty()
                && walk().complete()
                && examples().blocking(facts()).findAny().isEmpty();
    }
}
