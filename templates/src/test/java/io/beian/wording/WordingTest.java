package io.beian.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Choice;
import io.beian.dialogue.Line;
import io.beian.dialogue.Reply;
import io.beian.filing.IcpFiling;
import io.beian.filing.Reasons;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.order.OrderState;
import io.beian.value.CreditCode;
import io.beian.value.Email;
import io.beian.value.Mobile;
import io.beian.value.PersonName;
import io.beian.value.PostalAddress;
import io.beian.value.Province;
import io.beian.value.ResidentId;
import io.beian.value.SiteAddress;
import io.beian.value.SiteName;
import io.beian.value.UnitName;
import io.beian.value.ValidUntil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {

    /** Words that blame, plead or frighten. */
    private static final Pattern COLD = Pattern.compile("非法|无效|抱歉|错误代码|对不起|系统异常");

    private static final int LONGEST_QUESTION = 90;

    private final Wording wording = new Wording();

    private static Stream<Question<?>> questions() {
        return new IcpFiling().form().questions();
    }

    @Test
    void hasAllSentencesOfEveryQuestion() {
        List<String> needed =
                questions()
                        .flatMap(
                                q -> Stream.of(".label", ".ask", ".why").map(part -> q.id() + part))
                        .toList();

        assertThat(wording.keys()).containsAll(needed);
        assertThat(wording.keys())
                .containsAll(
                        questions()
                                .filter(q -> q.has(Trait.PICTURE))
                                .map(q -> q.id() + ".sample")
                                .toList());
    }

    @Test
    void namesEverySection() {
        List<String> needed =
                new IcpFiling().form().sections().stream().map(s -> "section." + s.id()).toList();

        assertThat(wording.keys()).containsAll(needed);
    }

    @Test
    void tellsEveryFlawOfEveryValueAndHowToMendIt() {
        Map<String, Set<String>> flaws =
                Map.ofEntries(
                        Map.entry("province", Province.FLAWS),
                        Map.entry("credit", CreditCode.FLAWS),
                        Map.entry("domain", SiteAddress.FLAWS),
                        Map.entry("name", PersonName.FLAWS),
                        Map.entry("id", ResidentId.FLAWS),
                        Map.entry("valid", ValidUntil.FLAWS),
                        Map.entry("mobile", Mobile.FLAWS),
                        Map.entry("email", Email.FLAWS),
                        Map.entry("unit", UnitName.FLAWS),
                        Map.entry("address", PostalAddress.FLAWS),
                        Map.entry("siteName", SiteName.FLAWS));

        flaws.forEach(
                (prefix, codes) ->
                        assertThat(wording.keys())
                                .as(prefix)
                                .containsAll(
                                        codes.stream()
                                                .map(code -> "refused." + prefix + "." + code)
                                                .toList()));
    }

    @Test
    void asksAboutEveryDoubtOfAName() {
        assertThat(wording.keys())
                .containsAll(
                        PersonName.DOUBTS.stream().map(code -> "refused.name." + code).toList())
                .containsAll(UnitName.DOUBTS.stream().map(code -> "refused.unit." + code).toList());
    }

    @Test
    void tellsTheRefusalOfEveryShippedExample() {
        assertThat(wording.keys())
                .containsAll(
                        questions()
                                .flatMap(q -> q.invalid().keySet().stream())
                                .map(code -> "refused." + code)
                                .toList());
    }

    @Test
    void saysHowToMendWhateverReviewersName() {
        assertThat(wording.keys())
                .containsAll(Reasons.adviceKeys().stream().map(key -> "advice." + key).toList());
    }

    @Test
    void knowsEveryStateOfAnOrder() {
        for (OrderState state : OrderState.values()) {
            assertThat(wording.keys()).contains("phase." + state, "state." + state);
            assertThat(wording.plain("phrase." + state)).hasSizeLessThanOrEqualTo(5);
            if (!state.ended()) {
                assertThat(wording.keys()).contains("next." + state, "acts." + state.acts());
            }
        }
    }

    @Test
    void speaksWarmlyAndBriefly() {
        for (String key : wording.keys()) {
            String sentence = wording.plain(key);
            assertThat(COLD.matcher(sentence).find()).as(key).isFalse();
            assertThat(sentence).as(key).isNotBlank();
            if (key.endsWith(".ask")) {
                assertThat(sentence.length()).as(key).isLessThanOrEqualTo(LONGEST_QUESTION);
                assertThat(sentence.chars().filter(c -> c == '？').count()).as(key).isLessThan(2);
            }
        }
    }

    @Test
    void fillsInWhatTheLineMentions() {
        Line line = Line.of("noted").with("question", "sponsor.name").with("value", "样张公司");

        assertThat(wording.sentence(line)).isEqualTo("已记下 ✓ 主办单位名称：样张公司");
    }

    @Test
    void makesNoLinkOfWhatAPersonWrote() {
        Line line =
                Line.of("noted").with("question", "sponsor.name").with("value", "<a href=\"x\">");

        assertThat(wording.sentence(line)).doesNotContain("<a");
    }

    @Test
    void numbersChoicesAndMakesThemTappable() {
        Reply reply =
                new Reply(
                        7,
                        List.of(Line.of("site.*.content.ask")),
                        List.of(Choice.of("单位门户网站")),
                        Optional.of("site.s1.content"));

        assertThat(wording.text(reply))
                .endsWith(
                        "\n\n1. <a href=\"weixin://bizmsgmenu?msgmenucontent="
                                + "%E5%8D%95%E4%BD%8D%E9%97%A8%E6%88%B7%E7%BD%91%E7%AB%99"
                                + "&msgmenuid=7.1@site.s1.content\">单位门户网站</a>");
    }

    @Test
    void staysWithinWhatWechatCarries() {
        Line flood =
                Line.of("noted").with("question", "sponsor.name").with("value", "😀".repeat(900));
        Reply reply =
                new Reply(
                        1,
                        List.of(flood, flood, flood, flood, flood),
                        Stream.generate(() -> Choice.of("某".repeat(15))).limit(9).toList(),
                        Optional.of("sponsor.name"));

        String text = wording.text(reply);

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048);
        assertThat(text).contains("9. ");
    }

    @Test
    void readsBackTheTapsItWrote() {
        Tap tap = new Tap(42, 3, Optional.of("site.s1.content"));

        assertThat(Tap.read(tap.id())).contains(tap);
        assertThat(Tap.read("12.3")).contains(new Tap(12, 3, Optional.empty()));
        assertThat(Tap.read("12.3@../../etc")).isEmpty();
        assertThat(Tap.read("101")).isEmpty();
    }
}
