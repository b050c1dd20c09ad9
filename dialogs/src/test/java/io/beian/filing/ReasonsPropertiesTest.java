package io.beian.filing;

import static io.beian.filing.Orders.mapped;
import static io.beian.filing.Orders.opinion;
import static io.beian.filing.Orders.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.beian.dialogue.Problem;
import io.beian.form.Facts;
import io.beian.form.Question;
import io.beian.form.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Whatever reviewers write: nothing is lost, nothing leads out of the order, nothing hangs. */
class ReasonsPropertiesTest {

    private static final List<String> SAID =
            List.of(
                    "网站名称",
                    "主办单位名称",
                    "手机号",
                    "邮箱",
                    "身份证",
                    "营业执照",
                    "域名",
                    "核验照",
                    "授权书",
                    "主体负责人",
                    "网站负责人",
                    "网站2",
                    "第三个网站",
                    "demo.cn",
                    "样张招聘网站",
                    "李示例",
                    "的",
                    "和",
                    "、",
                    "有误",
                    "不清晰",
                    "请修改后重新提交",
                    "您好",
                    "请咨询管局",
                    "1.",
                    "2、",
                    "（3）",
                    "④",
                    "；",
                    "。",
                    "\n",
                    "：",
                    "，",
                    "1005",
                    "😀",
                    "備註",
                    "<a>",
                    "abc",
                    " ",
                    "前置审批",
                    "备注",
                    "未悬挂备案号",
                    "电话");

    private static final Duration SOON = Duration.ofSeconds(5);

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(SAID)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(words -> String.join("", words))
                .filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<Problem> reasons() {
        Arbitrary<String> fields =
                Arbitraries.of(
                        "",
                        "",
                        "",
                        "site.*.name",
                        "site.s4.person.mobile",
                        "site.s7.person.mobile",
                        "sponsor.person.name",
                        "site.s99.name",
                        "Wz_Fzr_xm",
                        "photo.idBack",
                        "nonsense",
                        "site.",
                        "site.s1",
                        "..");
        Arbitrary<String> codes = Arbitraries.of("", "", "", "1002", "1005", "1056", "77", "x");
        return Combinators.combine(fields, codes, texts()).as(Orders::reason);
    }

    @Provide
    Arbitrary<Facts> orders() {
        return Arbitraries.of("one", "three", "individual").map(Orders::named);
    }

    private static Set<String> walk(Facts facts) {
        return Orders.FORM.walk(facts, Orders.TODAY, section -> true).steps().stream()
                .map(Step::path)
                .collect(Collectors.toSet());
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s。；;！!，,、：:.]+", "");
    }

    @Property(tries = 300, seed = "41")
    void leadsNowhereOutOfTheOrder(
            @ForAll("orders") Facts facts, @ForAll("reasons") Problem reason) {
        Set<String> walk = walk(facts);

        assertThat(mapped(facts, reason))
                .isNotEmpty()
                .allSatisfy(
                        problem ->
                                assertThat(
                                                problem.field().isEmpty()
                                                        || walk.contains(problem.field()))
                                        .as(problem.field())
                                        .isTrue());
    }

    /** Every letter of an opinion stands in some reason, and no reason says what was not said. */
    @Property(tries = 300, seed = "42")
    void losesNothing(@ForAll("orders") Facts facts, @ForAll("texts") String text) {
        List<Problem> problems = opinion(facts, text);
        String kept = problems.stream().map(p -> plain(p.text())).collect(Collectors.joining("|"));

        for (String part : text.split("[（(][0-9]+[)）]|[0-9]+[.、]|[\\n。；：，（）④]")) {
            assertThat(kept).contains(plain(part));
        }
        for (Problem problem : problems) {
            for (String part : problem.text().split("[\\n。；：，]")) {
                assertThat(plain(text)).contains(plain(part));
            }
        }
    }

    @Property(tries = 150, seed = "43")
    void saysNothingTwice(
            @ForAll("orders") Facts facts,
            @ForAll("texts") String text,
            @ForAll("reasons") Problem r) {
        List<Problem> once = mapped(facts, reason("", "", text), r);

        assertThat(mapped(facts, reason("", "", text), r, r)).isEqualTo(once);
        assertThat(opinion(facts, text).stream().map(Problem::field).filter(f -> !f.isEmpty()))
                .doesNotHaveDuplicates();
    }

    /** What was mapped once and comes again is not mapped to something else. */
    @Property(tries = 150, seed = "44")
    void leavesMappedReasonsAlone(
            @ForAll("orders") Facts facts, @ForAll("reasons") Problem reason) {
        List<Problem> once =
                mapped(facts, reason).stream().filter(p -> !p.field().isEmpty()).toList();

        assertThat(Reasons.mapped(Orders.FORM, facts, once, Orders.TODAY))
                .extracting(Problem::field, Problem::text)
                .isEqualTo(once.stream().map(p -> tuple(p)).toList());
    }

    private static Tuple tuple(Problem problem) {
        return Tuple.tuple(problem.field(), problem.text());
    }

    @Property(tries = 200, seed = "45")
    void survivesAnyText(@ForAll("orders") Facts facts, @ForAll String text) {
        assertThatCode(() -> opinion(facts, text)).doesNotThrowAnyException();
        assertThat(opinion(facts, text)).isNotEmpty();
    }

    /** Long, repeated and half-matching texts take no longer than others. */
    @Test
    void hangsOnNothing() {
        Stream<String> bombs =
                Stream.of(
                        "网站名称与".repeat(4000),
                        "1.".repeat(10000),
                        "（".repeat(20000),
                        "身份证".repeat(7000),
                        "未".repeat(20000) + "备案号",
                        "涉及".repeat(10000),
                        "a".repeat(20000) + "!",
                        "demo.cn".repeat(3000),
                        "：".repeat(20000),
                        "请修改后重新提交。".repeat(2000),
                        "您好".repeat(10000),
                        "😀".repeat(10000));
        assertTimeoutPreemptively(
                SOON,
                () ->
                        bombs.forEach(
                                bomb -> assertThat(opinion(Orders.three(), bomb)).isNotEmpty()));
    }

    /** The table's patterns stay linear: no open-ended repetition, so none within another. */
    @Test
    void keepsPatternsLinear() {
        for (OpinionTable.Row row : OpinionTable.rows()) {
            String words = row.words().pattern();
            assertThat(words).doesNotContain("*", "+").doesNotContainPattern("\\{[0-9]+,}");
            assertThat(row.words().matcher("").find()).as(words + " finds nothing in").isFalse();
            String bomb = "主网站备案号未负责人证件名称涉及首页域名".repeat(1000);
            assertTimeoutPreemptively(SOON, () -> row.words().matcher(bomb).results().count());
        }
    }

    @Test
    void cutsAtAWholeCharacter() {
        String text = "网" + "😀".repeat(3000);
        Problem problem = opinion(Orders.one(), text).get(0);

        assertThat(problem.text().codePointCount(0, problem.text().length()))
                .isEqualTo(Opinion.LONGEST);
        assertThat(problem.text()).endsWith("😀");
        assertThat(opinion(Orders.one(), "网站名称。" + "好".repeat(20000)))
                .extracting(p -> p.text().length())
                .containsExactly(4, Opinion.LONGEST - 5);
    }

    /** Tables name questions that exist. */
    @Test
    void namesQuestionsOfTheForm() {
        Set<String> ids = Orders.FORM.questions().map(Question::id).collect(Collectors.toSet());
        Predicate<String> known =
                target -> {
                    String id = target.replaceAll("\\?$", "");
                    String ofSponsor = id.replaceFirst("^(person|holder)\\.", "sponsor.");
                    String ofSite = id.replaceFirst("^person\\.(photo\\.|)", "site.*.person.$1");
                    return id.startsWith("@")
                            || ids.contains(id)
                            || ids.contains(ofSponsor)
                            || ids.contains(ofSite.replace("person.photo.", "photo."));
                };
        Stream<String> targets =
                Stream.concat(
                        InterfaceCodes.all().values().stream().map(InterfaceCodes.Row::targets),
                        OpinionTable.rows().stream().map(OpinionTable.Row::targets));

        assertThat(
                        targets.filter(t -> !t.isEmpty() && !t.equals(OpinionTable.NOTHING))
                                .flatMap(Pattern.compile(" ")::splitAsStream))
                .isNotEmpty()
                .allMatch(known);
    }
}
