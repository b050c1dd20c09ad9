package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of licences and cards copied without colons, and answers that only look like it. */
class PapersTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Dialogue dialogue = new Dialogue(new IcpFiling());

    @ParameterizedTest
    @CsvFileSource(resources = "/papers.txt", delimiter = '|', quoteCharacter = '`')
    void isReadByItsLabels(String who, String text, String read) {
        Conversation there = asked(who);
        Turn turn = said(there, text.replace("\\n", "\n"));
        Map<String, String> told = told(there, turn);

        assertThat(told.isEmpty() ? "-" : String.join("; ", lines(told))).isEqualTo(read);
        if (told.size() > 1) {
            assertThat(told.keySet()).allMatch(path -> proposed(turn, path));
        }
    }

    /** Too little speaks for a paper: at most the open question takes it, as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "名称变更过",
                "名称变更过，住所也变了，法定代表人王样张",
                "名称变更过\n住所没变\n法定代表人王样张",
                "名称和住所都和执照一样",
                "名称 和 住所 都和执照一样",
                "住所 同上 名称 不变",
                "公司地址在北京市海淀区样张路1号",
                "法人王样张",
                "负责人 王样张",
                "类型是有限责任公司",
                "有效期到2030年1月31日",
                "营业期限长期",
                "姓名王样张",
                "身份证在办公室",
                "执照上名称是北京样张科技有限公司，法定代表人是王样张",
                "网站2 名称 样张商城 类型 商城",
            })
    void leavesTalkToTheOpenQuestion(String text) {
        for (String who : List.of("unit", "principal", "person")) {
            Conversation there = asked(who);
            Turn turn = said(there, text);
            String open = who.equals("principal") ? "sponsor.person.name" : "sponsor.name";

            assertThat(told(there, turn).keySet()).as(who).isSubsetOf(open);
            assertThat(turn.outcome()).doesNotStartWith("proposed").isNotEqualTo("refused:paper");
        }
    }

    @Test
    void saysWhatIsMissingInAPaperThatDoesNotAnswer() {
        Turn turn = said(asked("principal"), "名称 北京样张科技有限公司 类型 有限责任公司 住所 北京市海淀区样张路1号");

        assertThat(turn.outcome()).isEqualTo("refused:paper");
        assertThat(turn.reply().lines()).extracting(Line::key).contains("refused.paper");
    }

    @Test
    void hangsOnNothing() {
        Stream<String> bombs =
                Stream.of(
                        "名 ".repeat(990),
                        "名" + " ".repeat(1990),
                        "名称 类型 ".repeat(300),
                        "统一社会信用代码".repeat(240),
                        "名称 北京 类型 " + "😀".repeat(900),
                        "名称 类型 |" + "| ".repeat(900),
                        "a:".repeat(990),
                        "住所\n".repeat(600));
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> bombs.forEach(bomb -> assertThat(said(asked("unit"), bomb)).isNotNull()));
    }

    private Turn said(Conversation there, String text) {
        return dialogue.decide(there, new Input.Said(text), NOON);
    }

    private static Map<String, String> told(Conversation before, Turn turn) {
        Map<String, String> told = new TreeMap<>(answers(turn.next()));
        told.entrySet().removeAll(answers(before).entrySet());
        return told;
    }

    private static List<String> lines(Map<String, String> told) {
        return told.entrySet().stream().map(Object::toString).toList();
    }

    private static boolean proposed(Turn turn, String path) {
        Fact fact = turn.next().current().orElseThrow().facts().at(path).orElseThrow();
        return fact.source() == Source.RECOGNISED && !fact.confirmed();
    }

    private static Map<String, String> answers(Conversation now) {
        Map<String, String> all = new HashMap<>();
        now.current()
                .orElseThrow()
                .facts()
                .byPath()
                .forEach((path, fact) -> all.put(path, fact.value()));
        return all;
    }

    private Conversation asked(String who) {
        Map<String, String> answers =
                new HashMap<>(
                        Map.of(
                                "consent", "2026-11",
                                "sponsor.province", "110000",
                                "match.type", "FIRST",
                                "site", "s1",
                                "site.s1.domain", "example.com"));
        Phase phase = new Phase.Filling();
        switch (who) {
            case "matching" -> {
                answers.keySet().retainAll(List.of("consent", "sponsor.province", "site"));
                answers.putAll(Map.of("sponsor.nature", "4", "sponsor.certType", "1"));
                phase = Phase.Matching.OPEN;
            }
            case "person" ->
                    answers.putAll(
                            Map.of(
                                    "sponsor.nature", "5",
                                    "sponsor.certType", "2",
                                    "sponsor.certNo", "110101199003070011"));
            default ->
                    answers.putAll(
                            Map.of(
                                    "sponsor.nature", "4",
                                    "sponsor.certType", "1",
                                    "sponsor.certNo", "91110108MA01ABCD5T"));
        }
        if (who.startsWith("principal")) {
            answers.putAll(
                    Map.of(
                            "sponsor.name", "北京样张科技有限公司",
                            "sponsor.certAddress", "北京市海淀区样张路1号",
                            "sponsor.address", "北京市海淀区样张路1号",
                            "sponsor.region", "110108",
                            "sponsor.certValid", "长期",
                            "sponsor.investor", "王样张"));
        }
        Facts facts = new IcpFiling().begin(1);
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            facts = facts.with(answer.getKey(), Fact.typed(answer.getValue(), 1));
        }
        Case of = new Case("c1", phase, facts, List.of(), List.of(), NOON);
        return Conversation.start(new ConversationId("someone")).put(of).active(Optional.of("c1"));
    }
}
