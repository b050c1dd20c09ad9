package io.beian.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Case;
import io.beian.dialogue.CheckList;
import io.beian.dialogue.Choice;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Turn;
import io.beian.filing.Filing;
import io.beian.filing.IcpFiling;
import io.beian.form.Answer;
import io.beian.form.Entry;
import io.beian.form.Facts;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.talk.FakeWorld;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that hold in whatever people say, over many random conversations. */
class RandomTalksTest {

    private static final int TALKS = 80;
    private static final int MESSAGES = 50;

    private static final List<String> COMMANDS =
            List.of(
                    "上一步",
                    "为什么",
                    "示例",
                    "进度",
                    "还差什么",
                    "跳过",
                    "预览",
                    "预览 2",
                    "暂停",
                    "继续",
                    "撤销",
                    "撤回",
                    "放弃",
                    "帮助",
                    "人工",
                    "我的备案",
                    "备案",
                    "改 5",
                    "改 姓名",
                    "改 邮箱",
                    "改 域名 a.com",
                    "改 火星",
                    "改",
                    "都对",
                    "提交",
                    "再发一张",
                    "归到 营业执照",
                    "不要这张",
                    "重新核对",
                    "继续新增网站",
                    "继续新增网站 x1-demo.cn x2-demo.cn",
                    "x3-demo.cn、x4-demo.cn x_5.cn",
                    "复制网站 1 x6-demo.cn",
                    "复制网站",
                    "删除网站 2",
                    "确认删除网站 2",
                    "确认删除网站 1",
                    "网站列表",
                    "改 网站名称",
                    "改 网站2 域名 x7-demo.cn",
                    "归到 网站2 核验照",
                    "再发一张 核验照",
                    "你好",
                    "打开 1",
                    "打开 example.com",
                    "新开一个备案",
                    "我的备案 2",
                    "删除备案 1",
                    "确认删除",
                    "查询 beian-demo-a1.cn",
                    "查询 没有这家公司",
                    "查询 TY20261123000001",
                    "京ICP备2023000101号");

    private static final List<String> NOISE =
            List.of(
                    "",
                    " ",
                    "哈哈",
                    "😀😀",
                    "]]>",
                    "<a href=\"x\">y</a>",
                    "0",
                    "7",
                    "99",
                    "\u0000",
                    "\u202e反",
                    "x".repeat(20_000),
                    "公司名称:某某有限公司 手机:13800138000",
                    "，，，",
                    "a@b",
                    "１３８００１３８０００",
                    "\n\n",
                    "改 1 2 3 4",
                    "null",
                    "${jndi}",
                    "{value}",
                    "%00",
                    "是",
                    "不");

    private final IcpFiling filing = new IcpFiling();
    private final Dialogue dialogue = new Dialogue(filing);
    private final Wording wording = new Wording();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepWhatIsPromised(long seed) {
        for (int talk = 0; talk < TALKS; talk++) {
            new Player(new Random(seed * 1000 + talk)).play();
        }
    }

    private final class Player {

        private final Random random;
        private final FakeWorld world = new FakeWorld();
        private final List<String> said = new ArrayList<>();
        private Conversation now = Conversation.start(new ConversationId("random"));
        private Instant at = Instant.parse("2026-11-23T02:00:00Z");

        Player(Random random) {
            this.random = random;
        }

        void play() {
            try {
                for (int i = 0; i < MESSAGES; i++) {
                    person(next());
                }
                finish();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("after " + said + "\n" + now, e);
            }
        }

        private Input next() {
            int dice = random.nextInt(100);
            if (dice < 55) {
                return answer();
            }
            if (dice < 65) {
                return said(invalid());
            }
            if (dice < 85) {
                return said(COMMANDS.get(random.nextInt(COMMANDS.size())));
            }
            if (dice < 93) {
                return said(NOISE.get(random.nextInt(NOISE.size())));
            }
            return dice < 97 ? photo() : tap();
        }

        private Input said(String text) {
            return new Input.Said(text);
        }

        private Input photo() {
            return new Input.SentPhoto((random.nextInt(4) == 0 ? "动图" : "照片") + random.nextInt(9));
        }

        private Input tap() {
            long epoch = Math.max(0, now.shown().epoch() - random.nextInt(3));
            List<Choice> choices = now.shown().choices();
            String text = choices.isEmpty() ? "长期" : choices.get(0).label();
            return new Input.Tapped(epoch, 1, text, now.shown().asks());
        }

        private Optional<Question<?>> open() {
            Facts facts = now.current().map(Case::facts).orElse(Facts.NONE);
            return now.shown()
                    .asks()
                    .flatMap(
                            path ->
                                    filing.form().entries(facts, section -> true).stream()
                                            .filter(entry -> entry.path().equals(path))
                                            .map(Entry::question)
                                            .findFirst());
        }

        private Input answer() {
            Optional<Question<?>> open = open();
            if (open.isEmpty()) {
                List<Choice> choices = now.shown().choices();
                return said(choices.isEmpty() ? "备案" : choices.get(0).label());
            }
            if (open.get().has(Trait.PICTURE)) {
                return photo();
            }
            List<String> valid = open.get().valid();
            return said(valid.get(random.nextInt(valid.size())));
        }

        private String invalid() {
            return open().map(q -> List.copyOf(q.invalid().values()))
                    .filter(examples -> !examples.isEmpty())
                    .map(examples -> examples.get(random.nextInt(examples.size())))
                    .orElse("什么");
        }

        private void person(Input input) {
            said.add(input instanceof Input.Said s ? shortened(s.text()) : input.toString());
            at = at.plusSeconds(5);
            Map<String, String> before = answers();
            Turn turn = turn(input);
            assertThat(turn.reply().silent()).isFalse();
            if (turn.outcome().startsWith("refused")) {
                assertThat(answers()).as("a refusal changes nothing").isEqualTo(before);
            }
            settle(turn.effects());
        }

        private String shortened(String text) {
            return text.length() > 30 ? text.substring(0, 30) + "…" : text;
        }

        private Turn turn(Input input) {
            Turn turn = dialogue.decide(now, input, at);
            assertThat(dialogue.decide(now, input, at)).as("decisions are pure").isEqualTo(turn);
            now = turn.next();
            String text = wording.text(turn.reply());
            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048);
            assertThat(text).doesNotContain("<a href=\"x\"");
            return turn;
        }

        private void settle(List<Effect> effects) {
            for (Effect effect : effects) {
                world.run(now, effect, at).forEach(result -> settle(turn(result).effects()));
            }
        }

        private Map<String, String> answers() {
            Map<String, String> answers = new TreeMap<>();
            now.current()
                    .ifPresent(
                            of ->
                                    of.facts()
                                            .byPath()
                                            .forEach(
                                                    (path, fact) ->
                                                            answers.put(path, fact.value())));
            return answers;
        }

        /** From wherever the talk got to, honest answers lead to a complete order. */
        private void finish() {
            person(said("继续"));
            for (int i = 0; i < 600 && !ready(); i++) {
                person(honest());
            }
            assertThat(ready()).as("honest answers reach the preview").isTrue();
            if (phase() instanceof Phase.Reviewing) {
                previewEqualsSubmission();
            }
        }

        private boolean ready() {
            return (phase() instanceof Phase.Reviewing && problems().isEmpty())
                    || phase() instanceof Phase.Tracking;
        }

        private List<?> problems() {
            return filing.problems(now.current().orElseThrow().facts(), today()).stream()
                    .filter(problem -> problem.blocking())
                    .toList();
        }

        private Phase phase() {
            return now.current().map(Case::phase).orElse(new Phase.Withdrawn(at));
        }

        private Input honest() {
            if (now.paused() || now.current().isEmpty()) {
                return said(now.paused() ? "继续" : "备案");
            }
            Optional<Question<?>> open = open();
            boolean proposal = now.shown().choices().contains(Choice.of("都对"));
            if (proposal) {
                return said("都对");
            }
            if (open.isEmpty() && now.shown().asks().isPresent()) {
                return said("不要这张");
            }
            if (open.isEmpty()) {
                return said(
                        now.shown().choices().stream()
                                .map(Choice::label)
                                .filter(label -> label.startsWith("改 "))
                                .findFirst()
                                .orElse("继续"));
            }
            if (open.get().has(Trait.PICTURE)) {
                return new Input.SentPhoto("照片" + said.size());
            }
            return switch (open.get().id()) {
                case "site.*.domain" -> said("honest-" + said.size() + ".cn");
                case "site.*.name" -> said("样张网站" + said.size());
                case "site.*.person.mobile" -> said("13600136000");
                case "site.*.person.email" -> said("site@example.com");
                case "site.*.person.certNo" -> said("310105198506122221");
                case "site.*.person.emergency", "sponsor.person.emergency" -> said("010-87654321");
                case "site.*.homeUrl" -> said(now.shown().choices().get(0).label());
                default -> said(fitting(now.shown().asks().orElseThrow(), open.get()));
            };
        }

        /** The first example that is taken here; one for another province or certificate is not. */
        private String fitting(String path, Question<?> question) {
            Scope outer = new Scope(now.current().orElseThrow().facts(), Optional.empty(), today());
            return filing.form().entries(outer.facts(), section -> true).stream()
                    .filter(entry -> entry.path().equals(path))
                    .flatMap(
                            entry ->
                                    question.valid().stream()
                                            .filter(
                                                    text ->
                                                            entry.parse(
                                                                            new Answer.Text(text),
                                                                            outer)
                                                                    .accepted()))
                    .findFirst()
                    .orElseGet(() -> question.valid().get(0));
        }

        private LocalDate today() {
            return LocalDate.ofInstant(at, java.time.ZoneId.of("Asia/Shanghai"));
        }

        private void previewEqualsSubmission() {
            Case of = now.current().orElseThrow();
            Filing complete = filing.complete(of.facts(), today()).orElseThrow();
            List<String> shown =
                    CheckList.of(filing, of, today()).stream()
                            .filter(row -> !row.value().isEmpty())
                            .map(CheckList.Row::path)
                            .toList();
            List<String> sent = new ArrayList<>(complete.fields().keySet());
            sent.remove("sponsor.licence");
            sent.removeIf(path -> path.startsWith("match."));
            sent.addAll(complete.pictures().keySet());
            assertThat(shown).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
        }
    }
}
