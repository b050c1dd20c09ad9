package io.beian.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Parsed;
import io.beian.form.Question;
import io.beian.form.Scope;
import io.beian.value.Synthetic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which number is taken for which certificate, and where a number of another one leads. */
class CertificateNumbersTest {

    private static final String PERSON = "sponsor.person.certNo";

    /** Every kind of number people send, and the type of the card that bears it. */
    private static final Map<String, String> NUMBERS = numbers();

    private static Map<String, String> numbers() {
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("110101199003070011", "2");
        numbers.put("32010219780829123X", "2");
        numbers.put(Synthetic.id("41010519880612159"), "2");
        numbers.put("810000199010100016", "41");
        numbers.put(Synthetic.id("82000019850505002"), "41");
        numbers.put("830000198505050013", "42");
        numbers.put("830000199012310045", "42");
        numbers.put("H12345678", "14");
        numbers.put("M87654321", "14");
        numbers.put("H1234567801", "14");
        numbers.put("12345678", "11");
        numbers.put("1234567890(B)", "11");
        numbers.put("E12345678", "7");
        numbers.put("EA1234567", "7");
        numbers.put("G12345678", "7");
        numbers.put("AB123456", "7");
        numbers.put("17AB12345", "7");
        numbers.put("USA110074010912", "30");
        numbers.put("91112419811002001X", "30");
        return numbers;
    }

    static List<String[]> everyPair() {
        List<String[]> pairs = new ArrayList<>();
        for (String type : Certificates.ofPeople()) {
            NUMBERS.forEach((number, card) -> pairs.add(new String[] {type, number, card}));
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void leadsFromEveryCardToEveryOther(String type, String number, String card) {
        Parsed unit = parse(PERSON, number, person(type));
        Parsed self = parse("sponsor.certNo", number, individual(type));

        if (type.equals(card)) {
            assertThat(unit.accepted()).as(number).isTrue();
            assertThat(self.accepted()).as(number).isTrue();
            return;
        }
        leads(unit, card, "sponsor.person.certType", "改 主体负责人证件类型");
        leads(self, card, "sponsor.certType", "改 证件类型");
    }

    private static void leads(Parsed parsed, String card, String typePath, String other) {
        Parsed.Refused refused = (Parsed.Refused) parsed;
        Parsed.Way change = refused.ways().get(refused.ways().size() - 1);

        assertThat(refused.code()).isIn("card.other", "card.passport");
        assertThat(refused.args()).containsEntry("card", Tables.CERTIFICATES.label(card));
        assertThat(change.words()).isEqualTo("改成" + Tables.CERTIFICATES.label(card));
        assertThat(change.taken().also()).containsExactly(Map.entry(typePath, card));
        if (refused.code().equals("card.other")) {
            assertThat(refused.ways()).hasSize(1);
            assertThat(refused.sure()).isEmpty();
            assertThat(refused.offers()).containsExactly(other);
        } else {
            assertThat(refused.sure()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 110101199003070012, id.checkDigit",
        "2, 1101011990030700, id.length",
        "2, 110101199013070011, id.date",
        "2, 110101900307001, id.old15",
        "2, 91110108MA01ABCD5T, id.creditCode",
        "2, 13800138000, id.length",
        "41, 810000199010100017, residence.checkDigit",
        "42, 830000198505050014, residence.checkDigit",
        "14, A1234567, hkMacao.place",
        "14, A123456(3), hkMacao.place",
        "14, 810101199010100016, hkMacao.place",
        "7, 91110108MA01ABCD5T, card.creditCode",
        "11, 91110108MA01ABCD5T, card.creditCode",
        "30, 91110108MA01ABCD5T, card.creditCode",
        "7, E123, passport.length"
    })
    void stillSaysWhatIsWrong(String type, String number, String code) {
        assertThat(code(parse(PERSON, number, person(type)))).isEqualTo(code);
    }

    @Test
    void keepsTheAdviceOnTheCardThatIsChangedTo() {
        Parsed.Refused refused =
                (Parsed.Refused) parse(PERSON, Synthetic.id("83000020200101001"), person("2"));

        assertThat(refused.ways().get(0).taken().advice())
                .extracting(Advice::code)
                .containsExactly("underage");
    }

    @Test
    void sendsWhoeverFilesForAUnitBackToTheNature() {
        Parsed parsed = parse("sponsor.certNo", "91110108MA01ABCD5T", individual("2"));
        Parsed id = parse("sponsor.certNo", "110101199003070011", unit("4", "110000"));

        assertThat(((Parsed.Refused) parsed).offers()).containsExactly("改 单位性质");
        assertThat(((Parsed.Refused) id).offers()).containsExactly("改 单位性质");
        assertThat(code(id)).isEqualTo("credit.residentId");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 410105198806121590",
        "4, 830000198505050013",
        "4, 91112419811002001X",
        "6, 110101199003070011",
        "12, 410105198806121590",
        "11, 310105198506122221"
    })
    void takesNoCardForACode(String nature, String number) {
        assertThat(code(parse("sponsor.certNo", number, unit(nature, "110000"))))
                .isEqualTo("credit.residentId");
    }

    /** A region that there is, and a date of birth: nobody can tell but who holds the paper. */
    @Test
    void asksWhetherANumberThatMayBeBothIsACode() {
        String both = both();
        Parsed.Refused refused =
                (Parsed.Refused) parse("sponsor.certNo", both, unit("6", "110000"));

        assertThat(refused.code()).isEqualTo("credit.alsoId");
        assertThat(refused.sure()).contains(both);
        assertThat(parse("sponsor.certNo", both, individual("2")).accepted()).isTrue();
    }

    /** A 社会团体 of 延庆区 (110119) whose number reads as a birth in 1990. */
    private static String both() {
        for (int i = 0; i < 10_000; i++) {
            String id = Synthetic.id("51110119900307" + String.format("%03d", i % 1000));
            if (Synthetic.credit(id.substring(0, 17)).equals(id)) {
                return id;
            }
        }
        throw new IllegalStateException("no such number");
    }

    @ParameterizedTest
    @CsvSource({
        "91350206M0002ABC7F, credit.checkXiamen, false",
        "91350211M0001XYA2A, credit.checkXiamen, false",
        "92350206M0002ABC7F, credit.checkXiamen, false",
        "91110108MA01ABCD5U, credit.checkDigit, true",
        "91350206MA02ABCD5A, credit.checkDigit, true"
    })
    void takesACodeWhoseCheckIsOffOnlyFromWhoInsists(String code, String reason, boolean twice) {
        Facts facts = unit("4", "350000");
        Parsed.Refused refused = (Parsed.Refused) parse("sponsor.certNo", code, facts);

        assertThat(refused.code()).isEqualTo(reason);
        assertThat(refused.twice()).isEqualTo(twice);
        assertThat(refused.sure()).contains(code);
        assertThat(refused.ways().get(0).taken().advice())
                .extracting(Advice::code)
                .startsWith("creditCheck");
    }

    @ParameterizedTest
    @CsvSource({"54350206M0002ABC7F", "91990206M0002ABC7F", "91350206M0002ABC7I"})
    void insistsOnNothingElse(String code) {
        Parsed parsed = parse("sponsor.certNo", code, unit("4", "350000"));

        assertThat(((Parsed.Refused) parsed).ways()).isEmpty();
    }

    @Test
    void showsACodeWhoseCheckIsOffInThePreview() {
        Facts facts = with(Orders.one(), Map.of("sponsor.certNo", "91350206M0002ABC7F"));

        assertThat(new Checks(facts, Orders.TODAY).run())
                .anyMatch(
                        problem ->
                                problem.code().equals("creditCheck")
                                        && problem.field().equals("sponsor.certNo")
                                        && !problem.blocking());
        assertThat(new Checks(Orders.one(), Orders.TODAY).run())
                .noneMatch(problem -> problem.code().equals("creditCheck"));
        assertThat(OldCertificates.likely(facts)).isTrue();
        assertThat(OldCertificates.computed(facts, Orders.TODAY).orElseThrow().number())
                .isEqualTo("M0002ABC-7");
        assertThat(
                        Orders.FORM.walk(facts, Orders.TODAY, section -> true).steps().stream()
                                .filter(step -> step.path().equals("sponsor.certNo"))
                                .allMatch(step -> step.done()))
                .isTrue();
    }

    @Test
    void givesAllAdviceOnACode() {
        String inner = Synthetic.credit("51440101MA01ABCD6");

        assertThat(advice("sponsor.certNo", inner, unit("4", "110000")))
                .containsExactly("creditKind", "creditRegion", "creditInner");
        assertThat(advice("sponsor.certNo", "91110108MA01ABCD5T", unit("4", "110000"))).isEmpty();
        assertThat(advice("sponsor.certNo", "31510000MD0123454Q", unit("11", "110000")))
                .containsExactly("creditRegion");
    }

    @Test
    void givesAllAdviceOnOtherAnswers() {
        assertThat(advice("sponsor.address", "广东省广州市天河区𠮷样路1号2层201室", unit("4", "110000")))
                .containsExactly("sponsor.address.otherProvince", "gbk");
        assertThat(advice("site.*.name", "𠮷样论坛", unit("4", "110000")))
                .contains("siteName.approvalWords", "gbk")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "4, 91110108MA01ABCD5T（1-1）",
        "6, 5111000050001234XG（副本）",
        "11, 31510000MD0123454Q (1-1)",
        "3, 1233000071093123XQ①",
        "15, 登记证号：社证字第4567号",
        "15, 宗场证字第110101199003070011号",
        "6, 社证字第110108000000000012号",
        "11, 许可证号 23101201310123456 谢谢"
    })
    void readsWhatIsCopied(String nature, String typed) {
        assertThat(parse("sponsor.certNo", typed, unit(nature, "110000")).accepted()).isTrue();
    }

    /** 示例 shows the first of these that needs no word: one of the filer's own kind. */
    @ParameterizedTest
    @CsvSource({
        "4, 91", "92, 92", "3, 12", "2, 11", "6, 51", "9, 52", "10, 53", "11, 31", "13, 13",
        "14, 34", "18, 32", "20, 35", "19, N2", "12, 41", "15, 51", "17, 91"
    })
    void hasASampleOfEveryKindForEveryProvince(String nature, String kind) {
        for (String province : List.of("110000", "440000", "350000", "650000")) {
            assertThat(sample(unit(nature, province))).as(province).startsWith(kind);
            assertThat(quiet(sample(unit(nature, province)), unit(nature, province))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 110101199003070011",
        "41, 810000199010100016",
        "42, 830000198505050013",
        "14, H12345678",
        "11, 12345678",
        "7, AB1234567",
        "30, 91112419811002001X"
    })
    void hasASampleOfEveryCard(String type, String sample) {
        assertThat(sample(individual(type))).isEqualTo(sample);
    }

    private static String sample(Facts facts) {
        return question("sponsor.certNo").valid().stream()
                .filter(text -> quiet(text, facts))
                .findFirst()
                .orElse("");
    }

    private static boolean quiet(String text, Facts facts) {
        return parse("sponsor.certNo", text, facts) instanceof Parsed.Accepted ok
                && ok.advice().isEmpty();
    }

    private static List<String> advice(String question, String text, Facts facts) {
        return ((Parsed.Accepted) parse(question, text, facts))
                .advice().stream().map(Advice::code).toList();
    }

    private static String code(Parsed parsed) {
        return parsed.fold(ok -> "accepted", Parsed.Refused::code, notMine -> "notMine");
    }

    private static Parsed parse(String question, String text, Facts facts) {
        Optional<String> site = question.contains("*") ? Optional.of("s1") : Optional.empty();
        return question(question)
                .parser()
                .parse(new Answer.Text(text), new Scope(facts, site, Orders.TODAY));
    }

    private static Question<?> question(String id) {
        return Orders.FORM.sections().stream()
                .flatMap(section -> section.questions().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Facts person(String type) {
        return with(unit("4", "110000"), Map.of("sponsor.person.certType", type));
    }

    private static Facts individual(String type) {
        return with(
                Facts.NONE,
                Map.of(
                        "sponsor.province", "110000",
                        "sponsor.nature", "5",
                        "sponsor.certType", type));
    }

    private static Facts unit(String nature, String province) {
        Map<String, String> types =
                Map.of(
                        "2", "13", "3", "4", "6", "6", "9", "17", "10", "19", "11", "21", "12",
                        "22", "13", "24", "14", "28", "15", "25");
        Map<String, String> rest = Map.of("17", "38", "18", "39", "19", "43", "20", "44");
        return with(
                Facts.NONE,
                Map.of(
                        "sponsor.province",
                        province,
                        "sponsor.nature",
                        nature,
                        "sponsor.certType",
                        types.getOrDefault(nature, rest.getOrDefault(nature, "1"))));
    }

    private static Facts with(Facts facts, Map<String, String> answers) {
        Facts all = facts;
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            all = all.with(answer.getKey(), Fact.typed(answer.getValue(), 1));
        }
        return all;
    }
}
