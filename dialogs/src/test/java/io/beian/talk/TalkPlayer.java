package io.beian.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Problem;
import io.beian.order.OrderEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays a talk on a stage.
 *
 * <pre>
 * 用户: …        says a text          点: …         taps a choice
 * 照片: a、b     sends specimens      表情: voice    sends something unreadable
 * 应问: id       the open question    拒绝: code     refused, and no answer changed
 * 应有: id = v   an answer            应无: id       no answer
 * 张数: id = n   pictures in a slot
 * 阶段: name     the phase            选项: a、b     choices that are offered
 * 说到: …        words of the reply   收到: …        words of a message by itself
 * 重发           the same message     同时三次: …    one message, delivered three times at once
 * 同时: a / b    crossing messages    重启           the process starts anew
 * 过了: 3 天     time passes          审核: …        the review desk
 * 有订单         there is a number    引用: name     plays the lines of another talk first
 * 订单状态: …     the backend's word   客服: 在/不在/说完了  somebody of customer service
 * </pre>
 */
public final class TalkPlayer {

    /** Begins what came as a notice: it has the fields of a template instead of the words. */
    public static final String NOTICE = "〔通知〕";

    private static final Map<String, OrderEvent> EVENTS =
            Map.ofEntries(
                    Map.entry("通过预审核", OrderEvent.PASS_PRE_REVIEW),
                    Map.entry("要求核验", OrderEvent.ASK_VERIFICATION),
                    Map.entry("预审核退回", OrderEvent.REJECT_PRE_REVIEW),
                    Map.entry("核验资料已交", OrderEvent.GIVE_VERIFICATION),
                    Map.entry("换核验链接", OrderEvent.RENEW_LINK),
                    Map.entry("核验不通过", OrderEvent.REJECT_VERIFICATION),
                    Map.entry("管理员通过", OrderEvent.PASS_ADMIN),
                    Map.entry("管理员退回", OrderEvent.REJECT_ADMIN),
                    Map.entry("退回待核验", OrderEvent.BACK_TO_VERIFICATION),
                    Map.entry("退回待预审核", OrderEvent.BACK_TO_PRE_REVIEW),
                    Map.entry("管局收下", OrderEvent.INTERFACE_TAKES),
                    Map.entry("接口退回", OrderEvent.INTERFACE_REJECTS),
                    Map.entry("管局维护", OrderEvent.INTERFACE_BUSY),
                    Map.entry("短信超时", OrderEvent.SMS_RUNS_OUT),
                    Map.entry("管局通过", OrderEvent.BUREAU_APPROVES),
                    Map.entry("管局驳回", OrderEvent.BUREAU_REJECTS),
                    Map.entry("超时关闭", OrderEvent.RUN_OUT));

    private static final Set<String> SAYS_SOMETHING = Set.of("用户", "点", "点旧的", "照片", "表情");

    private final Stage stage;
    private final List<Talk> all;
    private String reply = "";
    private Map<String, String> before = Map.of();
    private List<String> received = new ArrayList<>();

    public TalkPlayer(Stage stage, List<Talk> all) {
        this.stage = stage;
        this.all = all;
    }

    public void play(Talk talk) {
        for (Talk.Line line : talk.lines()) {
            String where = talk.file() + ":" + line.number();
            try {
                act(line);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        where
                                + " "
                                + line.verb()
                                + ": "
                                + line.rest()
                                + "\n"
                                + e.getMessage()
                                + "\nlast reply: "
                                + reply
                                + "\nview: "
                                + stage.view(),
                        e);
            }
        }
    }

    private void act(Talk.Line line) {
        String rest = line.rest();
        if (SAYS_SOMETHING.contains(line.verb())) {
            before = stage.view().facts();
        }
        switch (line.verb()) {
            case "场景" -> {}
            case "引用" -> play(talk(rest));
            case "用户" -> reply = stage.say(rest.replace("\\n", "\n"));
            case "点" -> reply = stage.tap(rest);
            case "点旧的" -> reply = stage.tapOld(rest);
            case "照片" -> photos(rest);
            case "表情" -> reply = stage.other(rest);
            case "重发" -> resend();
            case "同时三次" -> threeTimes(rest);
            case "同时" -> together(rest);
            case "重启" -> stage.restart();
            case "过了" -> stage.advance(time(rest));
            case "审核" -> review(rest);
            case "客服" -> agent(rest);
            default -> expect(line.verb(), rest);
        }
    }

    private Talk talk(String name) {
        return all.stream()
                .filter(talk -> talk.file().equals(name + ".talk"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no talk " + name));
    }

    private void photos(String names) {
        List<String> specimens = Arrays.asList(names.split("、"));
        List<String> replies = stage.photos(specimens);
        assertThat(replies).hasSameSizeAs(specimens).allMatch(text -> !text.isBlank());
        reply = replies.get(replies.size() - 1);
    }

    private void resend() {
        View before = stage.view();
        assertThat(stage.resend()).isEqualTo(reply);
        assertThat(stage.view()).isEqualTo(before);
    }

    private void threeTimes(String text) {
        long before = stage.view().version();
        List<String> replies = stage.atOnce(text, 3);
        assertThat(replies).hasSize(3).containsOnly(replies.get(0));
        assertThat(stage.view().version()).isEqualTo(before + 1);
        reply = replies.get(0);
    }

    private void together(String texts) {
        List<String> replies =
                stage.together(Arrays.stream(texts.split(" / ")).map(String::strip).toList());
        reply = replies.get(replies.size() - 1);
    }

    private static Duration time(String text) {
        String[] parts = text.split("\\s+");
        long amount = Long.parseLong(parts[0]);
        return switch (parts[1]) {
            case "天" -> Duration.ofDays(amount);
            case "小时" -> Duration.ofHours(amount);
            case "分钟" -> Duration.ofMinutes(amount);
            default -> throw new IllegalArgumentException("time: " + text);
        };
    }

    private void agent(String rest) {
        switch (rest) {
            case "在" -> stage.agents(true);
            case "不在" -> stage.agents(false);
            case "说完了" -> stage.agentLeaves();
            default -> throw new IllegalArgumentException("agent: " + rest);
        }
    }

    /** An event in the words of the desk, then whoever verifies or what is wrong. */
    private void review(String rest) {
        List<String> words = new ArrayList<>(List.of(rest.split("\\s+")));
        String event = words.remove(0);
        if (event.equals("一路通过")) {
            List.of("通过预审核", "管理员通过", "管局收下", "全部核验", "管局通过").forEach(this::review);
        } else if (event.equals("全部核验")) {
            verifiers().forEach(person -> review("核验 " + person));
        } else if (event.equals("核验")) {
            stage.review(OrderEvent.PERSON_VERIFIES, words.get(0), List.of());
        } else {
            stage.review(
                    Optional.ofNullable(EVENTS.get(event))
                            .orElseThrow(() -> new IllegalArgumentException("event: " + event)),
                    "",
                    words.stream().map(TalkPlayer::reason).toList());
        }
    }

    private List<String> verifiers() {
        List<String> people = new ArrayList<>(List.of("sponsor.person"));
        stage.view()
                .facts()
                .forEach(
                        (path, value) -> {
                            if (path.matches("site\\.\\w+\\.person\\.certNo")) {
                                people.add(path.substring(0, path.lastIndexOf('.')));
                            }
                        });
        return people;
    }

    /** {@code path=text}, {@code path=text=>value}, {@code 意见=text} or {@code 码=number}. */
    private static Problem reason(String word) {
        String[] parts = word.split("=", 2);
        String[] said = parts[1].split("=>", 2);
        Map<String, String> args = said.length > 1 ? Map.of("suggest", said[1]) : Map.of();
        return switch (parts[0]) {
            case "意见" -> new Problem("", "opinion", parts[1].replace('_', ' '), true, Map.of());
            case "码" -> new Problem("", parts[1], "", true, Map.of());
            default -> new Problem(parts[0], "reviewer", said[0], true, args);
        };
    }

    private void expect(String verb, String rest) {
        View view = stage.view();
        switch (verb) {
            case "应问" -> assertThat(view.asks().orElse("无")).as("open question").isEqualTo(rest);
            case "拒绝" -> refused(view, rest);
            case "没拒绝" -> assertThat(view.refused()).as("refusal").isEmpty();
            case "阶段" -> assertThat(view.phase()).as("phase").isEqualTo(rest);
            case "应有" -> fact(view, rest);
            case "张数" -> pictures(view, rest);
            case "应无" -> assertThat(view.facts()).doesNotContainKey(rest);
            case "选项" -> assertThat(view.choices()).containsAll(List.of(rest.split("、")));
            case "有订单" -> assertThat(view.orderNumber()).as("order number").isPresent();
            case "订单状态" -> assertThat(view.orderState()).contains(rest);
            case "说到" -> said(rest);
            case "收到" -> received(rest);
            case "没收到" -> notReceived();
            default -> throw new IllegalArgumentException("unknown line: " + verb);
        }
    }

    private void refused(View view, String code) {
        assertThat(view.refused()).as("refusal").contains(code);
        assertThat(view.facts()).as("answers after a refusal").isEqualTo(before);
    }

    private void fact(View view, String rest) {
        String[] parts = rest.split("\\s*=\\s*", 2);
        assertThat(view.facts())
                .as("answers")
                .containsEntry(parts[0], stage.masked(parts[0], parts[1]));
    }

    private static void pictures(View view, String rest) {
        String[] parts = rest.split("\\s*=\\s*", 2);
        String value = view.facts().getOrDefault(parts[0], "");
        assertThat(value.isEmpty() ? 0 : value.split(" ").length)
                .as("pictures in " + parts[0])
                .isEqualTo(Integer.parseInt(parts[1]));
    }

    private void said(String words) {
        if (stage.speaks()) {
            assertThat(reply).contains(words);
        }
    }

    private void received(String words) {
        received.addAll(stage.received());
        if (stage.speaks()) {
            assertThat(received)
                    .as("messages by themselves")
                    .anyMatch(t -> t.contains(words) || t.startsWith(NOTICE));
        } else {
            assertThat(received).as("messages by themselves").isNotEmpty();
        }
        received = new ArrayList<>(Collections.emptyList());
    }

    private void notReceived() {
        received.addAll(stage.received());
        assertThat(received).as("messages by themselves").isEmpty();
    }
}
