package io.beian.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.beian.dialogue.Case;
import io.beian.dialogue.Change;
import io.beian.dialogue.CheckList;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Input;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Reply;
import io.beian.dialogue.Searches;
import io.beian.dialogue.Turn;
import io.beian.filing.Filing;
import io.beian.filing.IcpFiling;
import io.beian.form.Answer;
import io.beian.form.Entry;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Option;
import io.beian.form.Question.Trait;
import io.beian.form.Sensitivity;
import io.beian.form.Step;
import io.beian.proof.Chat.Seen;
import io.beian.proof.Examples.Example;
import io.beian.proof.Ladder.Rung;
import io.beian.proof.Post.Crash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds whatever people say and whatever fails around them. Each talk begins somewhere in an
 * honest one and goes on at random. {@code -Dbeian.tries=100000} tries harder.
 */
class FourteenPropertiesTest {

    private static final IcpFiling FILING = new IcpFiling();
    private static final Ladder LADDER = new Ladder(FILING);
    private static final List<Rung> RUNGS = LADDER.rungs();
    private static final List<Rung> READY = LADDER.ready();

    /** What matching asked goes with the certificate it was asked about. */
    private static final String MATCHING = "match.";

    private static final Set<String> ONLY_LOOKING =
            Set.of(
                    "command:WHY",
                    "command:SAMPLE",
                    "command:STATUS",
                    "command:MISSING",
                    "command:PREVIEW",
                    "command:HELP",
                    "command:HUMAN",
                    "command:MINE",
                    "command:HELLO",
                    "command:PAUSE",
                    "command:RESUME",
                    "command:BACK",
                    "command:CANCEL",
                    "command:GIVE_UP",
                    "notMine",
                    "crossed",
                    "stale",
                    "paused");

    @Provide
    Arbitrary<Integer> rungs() {
        return Acts.rungs();
    }

    @Provide
    Arbitrary<List<Act>> talks() {
        return Acts.upTo(6);
    }

    @Provide
    Arbitrary<List<Act>> longTalks() {
        return Acts.upTo(12);
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Acts.numbers();
    }

    private static Chat at(int rung) {
        Rung from = RUNGS.get(rung % RUNGS.size());
        return new Chat(FILING, from.conversation(), from.at());
    }

    private static Map<String, Phase> phases(Conversation conversation) {
        Map<String, Phase> phases = new TreeMap<>();
        conversation.cases().forEach(of -> phases.put(of.id(), of.phase()));
        return phases;
    }

    private static Map<String, String> answers(Conversation conversation) {
        Map<String, String> answers = new TreeMap<>();
        for (Case of : conversation.cases()) {
            of.facts()
                    .byPath()
                    .forEach((path, fact) -> answers.put(of.id() + "/" + path, fact.value()));
        }
        return answers;
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "1")
    @Label("1 Idempotence: a message delivered again gets the same reply and changes nothing")
    void idempotence(@ForAll("rungs") int rung, @ForAll("talks") List<Act> acts) {
        Chat chat = at(rung);
        Post post = new Post(FILING, chat.now(), chat.at());
        List<Seen> heard = new ArrayList<>();
        chat.watched(heard::add).play(acts);

        for (int i = 0; i < heard.size(); i++) {
            Seen seen = heard.get(i);
            Optional<Reply> first = post.deliver("m" + i, seen.input(), seen.crossed(), Crash.NONE);
            Conversation after = post.stored();

            assertThat(post.deliver("m" + i, seen.input(), false, Crash.NONE)).isEqualTo(first);
            assertThat(post.stored()).isSameAs(after);
            assertThat(
                            new Dialogue(FILING)
                                    .decide(seen.before(), seen.input(), seen.at(), seen.crossed()))
                    .as("decisions are pure")
                    .isEqualTo(seen.turn());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "2")
    @Label("2 No misfiling: of two crossing messages none lands under a question it never saw")
    void noMisfiling(
            @ForAll("rungs") int rung,
            @ForAll("talks") List<Act> acts,
            @ForAll("numbers") int one,
            @ForAll("numbers") int two) {
        Chat chat = at(rung);
        chat.play(acts);
        Optional<Entry> first = chat.open().filter(entry -> !entry.question().has(Trait.PICTURE));
        assumeThat(first).isPresent();
        Input said = chat.input(new Act.Answer(one));
        Input crossing = chat.input(new Act.Answer(two));

        chat.decide(said, false);
        Facts before = chat.facts();
        boolean movedOn = !chat.now().shown().asks().equals(first.map(Entry::path));
        Turn turn = chat.decide(crossing, true);

        Set<String> changed = changed(before, chat.facts());
        if (movedOn && fits(chat, first.get(), crossing)) {
            assertThat(changed).as("outcome " + turn.outcome()).isEmpty();
        }
        assertThat(changed.size()).isLessThan(2);
    }

    private static boolean fits(Chat chat, Entry entry, Input input) {
        return input instanceof Input.Said said
                && entry.parse(new Answer.Text(said.text()), chat.examples().scope(chat.facts()))
                        .accepted()
                && chat.walk().at(entry.path()).isPresent();
    }

    private static Set<String> changed(Facts before, Facts after) {
        Set<String> paths = new HashSet<>(before.byPath().keySet());
        paths.addAll(after.byPath().keySet());
        paths.removeIf(path -> value(before, path).equals(value(after, path)));
        return paths;
    }

    private static Optional<String> value(Facts facts, String path) {
        return facts.at(path).map(Fact::value);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "3")
    @Label("3 Progress: from anywhere honest answers reach the preview, in as many turns as asked")
    void progress(@ForAll("rungs") int rung, @ForAll("talks") List<Act> acts) {
        Chat chat = at(rung);
        chat.play(acts);

        chat.say("继续");
        int bound = 3 * (int) FILING.form().questions().count() + 60;
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < bound && !done(chat); i++) {
            asked.add(chat.now().shown().asks().orElse("-"));
            chat.send(chat.honest(0));
        }

        assertThat(done(chat)).as("asked " + asked).isTrue();
    }

    /** A filed or running order needs no more answers. */
    private static boolean done(Chat chat) {
        return chat.ready() || chat.phase() instanceof Phase.Tracking;
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "4")
    @Label("4 Refusal is harmless: what is refused or only looks changes no answer")
    void refusalIsHarmless(@ForAll("rungs") int rung, @ForAll("longTalks") List<Act> acts) {
        at(rung).watched(
                        seen -> {
                            String outcome = seen.turn().outcome();
                            if (outcome.startsWith("refused") || ONLY_LOOKING.contains(outcome)) {
                                assertThat(answers(seen.turn().next()))
                                        .as(outcome)
                                        .isEqualTo(answers(seen.before()));
                            }
                        })
                .play(acts);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "5")
    @Label("5 Undo is the inverse of the last change, again and again")
    void undo(@ForAll("rungs") int rung, @ForAll("talks") List<Act> acts) {
        Chat chat = at(rung);
        List<Facts> before = new ArrayList<>();
        chat.watched(seen -> remember(seen, before)).play(acts);
        assumeThat(editable(chat)).isTrue();
        List<Facts> undone = new ArrayList<>(before);
        Collections.reverse(undone);

        for (Facts expected : undone.subList(0, Math.min(undone.size(), undoable(chat)))) {
            chat.say(chat.now().paused() ? "继续" : "你好");
            chat.decide(new Input.Said("撤回"), false);
            assertThat(changed(expected, chat.facts())).isEmpty();
        }
    }

    /** Keeps what every changing turn found, as long as it can be taken back. */
    private static void remember(Seen seen, List<Facts> before) {
        Conversation next = seen.turn().next();
        boolean same = seen.before().active().equals(next.active());
        if (seen.turn().outcome().equals("command:UNDO")
                || !same
                || next.current().map(of -> of.history().isEmpty()).orElse(true)) {
            before.clear();
        } else {
            Case was = seen.before().current().orElseThrow();
            if (!was.history().equals(next.current().orElseThrow().history())) {
                before.add(was.facts());
            }
        }
    }

    /** Turns whose changes are all still remembered. */
    private static int undoable(Chat chat) {
        List<Change> history = chat.now().current().map(Case::history).orElse(List.of());
        int turns = (int) history.stream().map(Change::turn).distinct().count();
        return history.size() < Case.HISTORY ? turns : turns - 1;
    }

    private static boolean editable(Chat chat) {
        return chat.phase() instanceof Phase.Filling
                || chat.phase() instanceof Phase.Reviewing
                || chat.phase() instanceof Phase.Returned;
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "6")
    @Label(
            "6 Correction is local: it alters its answer only, and changing back restores the preview")
    void correctionIsLocal(
            @ForAll("rungs") int rung, @ForAll("numbers") int row, @ForAll("numbers") int which) {
        Chat chat = ready(rung);
        List<CheckList.Row> rows = chat.rows();
        CheckList.Row chosen = rows.get(row % rows.size());
        Step step = chat.walk().at(chosen.path()).orElseThrow();
        Facts before = chat.facts();
        List<Example> examples = chat.examples().of(step.entry(), before);
        Optional<Example> old =
                examples.stream()
                        .filter(
                                e ->
                                        before.text(chosen.path())
                                                .filter(e.stored()::equals)
                                                .isPresent())
                        .findFirst();
        assumeThat(old.isPresent() && !step.entry().question().has(Trait.PICTURE)).isTrue();

        chat.say("改 " + chosen.number());
        assumeThat(chat.now().focus().isPresent()).as("frozen answers stay").isTrue();
        chat.decide(new Input.Said(examples.get(which % examples.size()).typed()), false);
        assertThat(changed(before, chat.facts())).isSubsetOf(chosen.path());

        chat.say("改 " + step.entry().question().names().get(0));
        chat.decide(new Input.Said(old.orElseThrow().typed()), false);
        assertThat(changed(before, chat.facts())).isEmpty();
        assertThat(chat.rows()).isEqualTo(rows);
    }

    /** A conversation with a complete order in it. */
    private static Chat ready(int rung) {
        Rung from = READY.get(rung % READY.size());
        return new Chat(FILING, from.conversation(), from.at());
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "7")
    @Label("7 Order does not matter: answers given in any order make the same order")
    void orderDoesNotMatter(@ForAll("rungs") int rung, @ForAll Random random) {
        Chat target = ready(rung);
        Filing wanted = FILING.complete(target.facts(), target.today()).orElseThrow();
        Chat chat = opened(target, random);

        for (int round = 0; round < 8; round++) {
            List<Step> open = new ArrayList<>(chat.walk().steps());
            open.removeIf(step -> target.facts().at(step.path()).isEmpty());
            open.removeIf(step -> step.done() && chat.facts().at(step.path()).isPresent());
            Collections.shuffle(open, random);
            open.forEach(step -> give(chat, target, step));
        }

        Optional<Filing> made = FILING.complete(chat.facts(), chat.today());
        assertThat(made).as("open: " + open(chat)).isPresent();
        assertThat(made.map(Filing::fields)).contains(wanted.fields());
        assertThat(made.map(filing -> filing.pictures().keySet()))
                .contains(wanted.pictures().keySet());
    }

    private static List<String> open(Chat chat) {
        List<String> open = new ArrayList<>();
        chat.walk().steps().stream()
                .filter(step -> !step.done())
                .forEach(step -> open.add(step.path()));
        chat.examples().blocking(chat.facts()).forEach(problem -> open.add(problem.toString()));
        return open;
    }

    /** The same case without a third of its answers, or with nothing but what was matched. */
    private static Chat opened(Chat target, Random random) {
        int one = random.nextInt(5) == 0 ? 1 : 3;
        Case of = target.now().current().orElseThrow();
        Facts facts = of.facts();
        for (Step step : target.walk().steps()) {
            boolean order =
                    !step.entry().part().stage().equals("match") && random.nextInt(one) == 0;
            facts = order ? facts.without(step.path()) : facts;
        }
        Conversation blank = Conversation.start(target.now().id());
        Case bare =
                new Case(of.id(), new Phase.Filling(), facts, List.of(), List.of(), of.opened());
        return new Chat(
                FILING,
                new Conversation(
                        blank.id(),
                        target.now().turn(),
                        List.of(bare),
                        Optional.of(bare.id()),
                        Optional.empty(),
                        blank.shown(),
                        false,
                        List.of(),
                        target.at(),
                        false,
                        Optional.empty(),
                        Searches.NONE),
                target.at());
    }

    private static void give(Chat chat, Chat target, Step step) {
        String name = step.entry().question().names().get(0);
        if (target.facts().at(step.path()).filter(Fact::skipped).isPresent()) {
            chat.say("改 " + name);
            chat.say("跳过");
        } else if (step.entry().question().has(Trait.PICTURE)) {
            chat.say("改 " + name);
            chat.send(new Input.SentPhoto("照片" + name));
        } else {
            chat.say("改 " + name + " " + words(step, target));
        }
    }

    /** An answer in the words people have for it: the codes are the bureau's. */
    private static String words(Step step, Chat target) {
        String stored = target.facts().text(step.path()).orElseThrow();
        List<Option> options = step.entry().question().options();
        String labels =
                Arrays.stream(stored.split(" "))
                        .flatMap(code -> options.stream().filter(o -> o.code().equals(code)))
                        .map(Option::label)
                        .collect(Collectors.joining("、"));
        return labels.isEmpty() ? stored : labels;
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "8")
    @Label(
            "8 Preview = submission: each field is shown once, with a number that opens its question")
    void previewIsSubmission(@ForAll("rungs") int rung, @ForAll("talks") List<Act> acts) {
        Chat chat = ready(rung);
        chat.play(acts.subList(0, acts.size() / 2));
        chat.say("继续");
        for (int i = 0; i < 200 && !done(chat); i++) {
            chat.send(chat.honest(0));
        }
        assumeThat(chat.ready()).isTrue();
        Filing filing = FILING.complete(chat.facts(), chat.today()).orElseThrow();

        Set<String> sent = new HashSet<>(filing.fields().keySet());
        sent.remove("sponsor.licence");
        sent.removeIf(path -> path.startsWith("match."));
        sent.addAll(filing.pictures().keySet());
        List<String> shown =
                chat.rows().stream()
                        .filter(row -> !row.value().isEmpty())
                        .map(CheckList.Row::path)
                        .toList();

        assertThat(shown).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "9")
    @Label("9 Replay: the log of a talk gives the stored answers, and no answer changes beside it")
    void replay(@ForAll("rungs") int rung, @ForAll("longTalks") List<Act> acts) {
        Chat chat = at(rung);
        Conversation replayed = chat.now();
        List<Seen> log = new ArrayList<>();
        chat.watched(log::add).play(acts);

        for (Seen seen : log) {
            replayed =
                    new Dialogue(FILING)
                            .decide(replayed, seen.input(), seen.at(), seen.crossed())
                            .next();
            assertThat(unlogged(seen)).isEmpty();
        }
        assertThat(replayed).isEqualTo(chat.now());
    }

    /** Answers a person's message changed although no change was remembered. */
    private static Set<String> unlogged(Seen seen) {
        Conversation after = seen.turn().next();
        Optional<Case> now = after.current();
        boolean undo = seen.turn().outcome().equals("command:UNDO");
        Optional<Case> then = now.flatMap(of -> seen.before().find(of.id()));
        if (!(seen.input() instanceof Input.FromPerson) || undo || then.isEmpty()) {
            return Set.of();
        }
        Set<String> changed = changed(then.get().facts(), now.get().facts());
        now.get().history().stream()
                .filter(change -> change.turn() == after.turn())
                .forEach(change -> changed.remove(change.path()));
        changed.removeIf(path -> path.startsWith(MATCHING));
        Set<String> opened = new HashSet<>(now.get().facts().instances("site"));
        then.get().facts().instances("site").forEach(opened::remove);
        changed.removeIf(path -> path.equals("site.last") || ofRecord(path, opened));
        return changed;
    }

    /** A record that was opened goes whole when its opening is taken back. */
    private static boolean ofRecord(String path, Set<String> opened) {
        return opened.stream().anyMatch(id -> path.startsWith("site." + id + "."));
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "11")
    @Label("11 Bounds: every message is answered once, with few lines and choices")
    void bounds(@ForAll("rungs") int rung, @ForAll("longTalks") List<Act> acts) {
        at(rung).watched(
                        seen -> {
                            Reply reply = seen.turn().reply();
                            if (seen.input() instanceof Input.FromPerson) {
                                assertThat(reply.silent()).isFalse();
                            }
                            assertThat(reply.choices()).hasSizeLessThanOrEqualTo(40);
                            seen.turn()
                                    .next()
                                    .current()
                                    .ifPresent(of -> assertThat(of.history()).hasSizeLessThan(31));
                        })
                .play(acts);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "12")
    @Label("12 Privacy: no personal answer is in an outcome, an effect or anything that prints")
    void privacy(@ForAll("rungs") int rung, @ForAll("talks") List<Act> acts) {
        Chat chat = at(rung);
        chat.watched(
                seen -> {
                    String printed =
                            seen.turn()
                                    + seen.turn().outcome()
                                    + seen.turn().effects()
                                    + seen.turn().next()
                                    + seen.input();
                    assertThat(personal(seen.turn().next()))
                            .noneMatch(value -> printed.contains(value));
                });
        chat.play(acts);
    }

    private static List<String> personal(Conversation conversation) {
        return conversation.current().stream()
                .flatMap(
                        of ->
                                FILING.form().entries(of.facts(), section -> true).stream()
                                        .filter(
                                                entry ->
                                                        entry.question().sensitivity()
                                                                != Sensitivity.OPEN)
                                        .filter(e -> !e.question().has(Trait.PICTURE))
                                        .flatMap(e -> of.facts().text(e.path()).stream()))
                .filter(value -> !value.equals("长期") && value.length() > 2)
                .toList();
    }

    @Provide
    Arbitrary<List<Fault>> schedules() {
        Arbitrary<String> said =
                Arbitraries.of("提交", "提交", "提交", "进度", "预览", "继续", "改 3", "你好", "都对");
        Arbitrary<Fault> faults =
                Combinators.combine(
                                Arbitraries.integers().between(0, 3),
                                said,
                                Acts.numbers(),
                                Arbitraries.of(Crash.class))
                        .as(Fault::new);
        return faults.list().ofMinSize(4).ofMaxSize(30);
    }

    /**
     * One step of a bad day.
     *
     * @param kind 0 and 1 deliver a text, 2 delivers the last one again, 3 works on the outbox
     */
    record Fault(int kind, String text, int which, Crash crash) {}

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "13")
    @Label("13 Exactly one submission, whatever is said, repeated, lost or restarted in between")
    void exactlyOneSubmission(
            @ForAll("rungs") int rung, @ForAll("schedules") List<Fault> schedule) {
        Chat ready = ready(rung);
        Post post = new Post(FILING, ready.now(), ready.at());

        String last = "提交";
        int message = 0;
        for (Fault fault : schedule) {
            if (fault.kind() == 3) {
                post.work(fault.which(), fault.crash());
            } else {
                message += fault.kind() == 2 ? 0 : 1;
                last = fault.kind() == 2 ? last : fault.text();
                post.deliver("m" + message, new Input.Said(last), false, fault.crash());
            }
        }
        for (int i = 0; i < 50 && post.pending() > 0; i++) {
            post.work(0, Crash.NONE);
        }

        assertThat(post.pending()).isZero();
        assertThat(post.submits()).isLessThanOrEqualTo(1);
        assertThat(post.orders()).isEqualTo(post.submits());
        if (post.submits() > 0) {
            assertThat(post.stored().current().map(Case::phase).map(Phase::name))
                    .contains("Tracking");
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "14")
    @Label("14 Time: a reminder that comes twice or late does no harm")
    void time(
            @ForAll("rungs") int rung,
            @ForAll("talks") List<Act> acts,
            @ForAll("numbers") int hours) {
        Chat chat = at(rung);
        chat.play(acts);
        Conversation before = chat.now();

        chat.play(new Act.Wait(hours));
        Turn again = chat.decide(new Input.Due("unfinished"), false);

        assertThat(again.reply().silent()).isTrue();
        assertThat(answers(chat.now())).isEqualTo(answers(before));
        assertThat(phases(chat.now())).isEqualTo(phases(before));
        assertThat(chat.now().shown().asks()).isEqualTo(before.shown().asks());
    }
}
