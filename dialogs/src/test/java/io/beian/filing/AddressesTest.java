package io.beian.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Problem;
import io.beian.form.Answer;
import io.beian.form.Entry;
import io.beian.form.Facts;
import io.beian.form.Parsed;
import io.beian.form.Scope;
import io.beian.form.Step;
import io.beian.value.Divisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sponsor's addresses ask, and what they bring into the remark. */
class AddressesTest {

    private static final String COARSE = "海南省三沙市西沙区永兴岛";
    private static final String FINE = "海南省海口市龙华区样张路1号";

    @ParameterizedTest
    @CsvSource({
        "sponsor.certAddress,海南省三沙市永兴岛,",
        "sponsor.certAddress,样张县城关镇北街,address.asPrinted",
        "sponsor.address,海南省三沙市永兴岛,address.noDetail",
        "sponsor.address,样张县城关镇北街,address.noDetail",
        "sponsor.address,样张县样张镇样张村,"
    })
    void doubtsOnceAndTakesItThen(String question, String address, String doubt) {
        Parsed parsed = parse(question, address, Orders.one());

        if (doubt == null) {
            assertThat(parsed.accepted()).isTrue();
        } else {
            assertThat(parsed).isInstanceOf(Parsed.Refused.class);
            assertThat(((Parsed.Refused) parsed).code()).isEqualTo(doubt);
            assertThat(((Parsed.Refused) parsed).sure()).contains(address);
            assertThat(step(question, with(question, address)).done()).isTrue();
        }
    }

    @Test
    void writesTheRemarkTheProvincesWant() {
        assertThat(remark(with("sponsor.address", COARSE))).contains("通信地址已精确到最小单位");
        assertThat(remark(with("sponsor.address", FINE))).isEmpty();
        assertThat(told(with("sponsor.address", COARSE))).isFalse();
    }

    @Test
    void remindsOfTheRemarkWhereAnotherIsWritten() {
        Facts own = Orders.with(with("sponsor.address", COARSE), remarked("住所为自有房产"));
        Facts both = Orders.with(with("sponsor.address", COARSE), remarked("自有房产，地址已精确到最小单位"));

        assertThat(told(own)).isTrue();
        assertThat(told(both)).isFalse();
        assertThat(told(Orders.with(with("sponsor.address", FINE), remarked("住所为自有房产")))).isFalse();
    }

    @Test
    void takesTheCertificatesAddressWithoutASecondDoubt() {
        Facts facts = with("sponsor.certAddress", COARSE);

        for (String same : List.of("同证件住所", COARSE)) {
            assertThat(parse("sponsor.address", same, facts).accepted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "高新区", "开发区", "样张镇", "不知道", "中国", "县城", "市中心", "雄安新区", "第八师", "矿区", "城区", "郊区",
                "市中", "崇文区", "吴县市", "北京", "江苏", "苏州", "鼓楼", "朝阳", "海南", "三沙", "東莞", "长安镇", "1", "?"
            })
    void leavesNobodyStuckAtTheRegion(String typed) {
        for (Divisions.Division province : provinces()) {
            Facts facts = Orders.with(Facts.NONE, Map.of("sponsor.province", province.code()));
            Parsed parsed = parse("sponsor.region", typed, facts);
            if (parsed instanceof Parsed.Refused refused) {
                assertThat(refused.offers()).hasSizeLessThanOrEqualTo(12);
                refused.offers().forEach(offer -> leadsOn(offer, facts));
            } else {
                assertThat(parsed.accepted()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "110000,北京市崇文区样张路1号,北京市东城区",
        "130000,河北雄安新区样张街1号,河北省保定市容城县 河北省保定市安新县 河北省保定市雄县",
        "350000,福建廈門樣張路1號," + "福建省厦门市思明区 福建省厦门市海沧区 福建省厦门市湖里区 福建省厦门市集美区 福建省厦门市同安区 福建省厦门市翔安区",
        "320000,苏州工业园区样张街1号,"
                + "江苏省苏州市虎丘区 江苏省苏州市吴中区 江苏省苏州市相城区 江苏省苏州市姑苏区 江苏省苏州市吴江区"
                + " 江苏省苏州市常熟市 江苏省苏州市张家港市 江苏省苏州市昆山市 江苏省苏州市太仓市"
    })
    void offersTheCountiesOfTheAddress(String province, String address, String offered) {
        Facts facts =
                Orders.with(
                        Facts.NONE,
                        Map.of("sponsor.province", province, "sponsor.address", address));
        Entry region = step("sponsor.region", facts).entry();

        assertThat(region.usual(scope(facts))).isEmpty();
        assertThat(String.join(" ", region.question().suggested(scope(facts)))).isEqualTo(offered);
    }

    @Test
    void tellsTheCountiesThatAreTooManyToOffer() {
        Facts facts =
                Orders.with(
                        Facts.NONE,
                        Map.of("sponsor.province", "510000", "sponsor.address", "成都市高新区样张大道1号"));
        Entry region = step("sponsor.region", facts).entry();

        assertThat(region.question().suggested(scope(facts))).isEmpty();
        assertThat(region.question().manner().hints().apply(scope(facts)))
                .singleElement()
                .satisfies(hint -> assertThat(hint.words().get("parts")).contains("锦江区"));
    }

    private static void leadsOn(String offer, Facts facts) {
        Parsed next = parse("sponsor.region", offer, facts);
        assertThat(next.accepted() || ((Parsed.Refused) next).code().equals("region.onlyCity"))
                .as(offer)
                .isTrue();
    }

    private static List<Divisions.Division> provinces() {
        return IntStream.rangeClosed(11, 65)
                .mapToObj(code -> Divisions.find(code + "0000"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Facts with(String question, String text) {
        Facts hainan = Orders.with(Orders.one(), Map.of("sponsor.province", "460000"));
        return Orders.with(hainan, Map.of(question, text));
    }

    private static Map<String, String> remarked(String text) {
        return Map.of("sponsor.remark", text);
    }

    private static Optional<String> remark(Facts facts) {
        return step("sponsor.remark", facts).entry().value(scope(facts));
    }

    private static boolean told(Facts facts) {
        return new Checks(facts, Orders.TODAY)
                .run().stream().map(Problem::code).anyMatch("addressSmallest"::equals);
    }

    private static Parsed parse(String question, String text, Facts facts) {
        return step(question, facts).entry().parse(new Answer.Text(text), scope(facts));
    }

    private static Step step(String question, Facts facts) {
        return Orders.FORM.walk(facts, Orders.TODAY, section -> true).at(question).orElseThrow();
    }

    private static Scope scope(Facts facts) {
        return new Scope(facts, Optional.empty(), Orders.TODAY);
    }
}
