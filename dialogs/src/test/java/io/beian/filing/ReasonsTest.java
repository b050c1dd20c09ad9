package io.beian.filing;

import static io.beian.filing.Orders.fields;
import static io.beian.filing.Orders.mapped;
import static io.beian.filing.Orders.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.beian.dialogue.Problem;
import io.beian.form.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reasons with a field, and numbers of the bureau's interface (icp-filing §6.6). */
class ReasonsTest {

    /** §6.6, retyped: numbers, who mends it, the answers it opens in an order of three sites. */
    private static final String NUMBERS =
            """
            1001|none|
            1002|field|
            1003|wait|
            1004|match|site.s1.domain site.s4.domain site.s7.domain
            1005 1039|match|site.s1.domain site.s4.domain site.s7.domain
            1006 1023 1024 1040 1063|staff|
            1007|field|sponsor.person.mobile site.s4.person.mobile sponsor.person.emergency site.s4.person.emergency
            1008|field|sponsor.certNo sponsor.person.certNo site.s4.person.certNo
            1015|field|sponsor.person.certNo site.s4.person.certNo
            1009|field|sponsor.person.email site.s4.person.email
            1010 1031|field|sponsor.person.tel
            1011|field|sponsor.person.mobile site.s4.person.mobile
            1012 1013|staff|
            1014|match|sponsor.nature
            1016 1058 1059|match|
            1017 1052|wait|
            1018 22|wait|
            1019|field|sponsor.region
            1020|field|site.s1.name site.s4.name site.s7.name
            1021 1022 1041|field|site.s1.homeUrl site.s4.homeUrl site.s7.homeUrl
            1025|match|
            1026 1027 1030 1032|staff|
            1028 1045 1047 1048 1054|staff|
            1029 1037 1038|none|
            1033|field|site.s1.preApproval site.s4.preApproval site.s7.preApproval
            1034|field|site.s1.content site.s4.content site.s7.content
            1035 1036|staff|
            1042 1043|wait|
            1044|field|sponsor.person.name
            1046|match|sponsor.province
            1049 1050|match|
            1051|wait|
            1053|match|
            1055 1056 1057 1060 1061|field|photo.licence photo.idFront photo.idBack site.s1.photo.verify \
            site.s4.photo.approval site.s4.photo.idFront site.s4.photo.idBack site.s4.photo.verify
            1064 1065|closed|
            1066|field|site.s1.languages site.s4.languages site.s7.languages
            1067 1068|match|
            1062|none|
            5001 5010 5011|staff|
            5008|staff|
            0 1 2 3|none|
            4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21|retry|
            901 902 999 1999|retry|
            """;

    /** Numbers that are no rejection at all. */
    private static final Set<String> NOTHING_SAID = Set.of("0", "1", "2", "3", "1001", "1062");

    private record Row(String code, String action, List<String> paths) {}

    static List<Row> rows() {
        return NUMBERS.lines()
                .map(line -> line.split("\\|", -1))
                .flatMap(
                        cells ->
                                Arrays.stream(cells[0].split(" "))
                                        .map(code -> new Row(code, cells[1], paths(cells[2]))))
                .toList();
    }

    private static List<String> paths(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    @Test
    void everyNumberIsInTheTable() {
        Set<String> documented = rows().stream().map(Row::code).collect(Collectors.toSet());
        assertThat(InterfaceCodes.all().keySet()).isEqualTo(documented);
        Set<String> all =
                IntStream.rangeClosed(1001, 1068)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).containsAll(all);
    }

    @Test
    void everyNumberOpensItsAnswers() {
        for (Row row : rows()) {
            List<Problem> problems = mapped(Orders.three(), reason("", row.code(), ""));
            if (row.action().equals("retry") || NOTHING_SAID.contains(row.code())) {
                assertThat(problems).as(row.code()).isEmpty();
                continue;
            }
            assertThat(fields(problems).stream().filter(path -> !path.isEmpty()))
                    .as(row.code())
                    .containsExactlyInAnyOrderElementsOf(row.paths());
            assertThat(problems)
                    .as(row.code())
                    .isNotEmpty()
                    .allSatisfy(
                            problem -> {
                                assertThat(problem.code()).isEqualTo(row.code());
                                assertThat(problem.args())
                                        .containsEntry(Reasons.ACTION, row.action())
                                        .containsKey(Reasons.ADVICE);
                            });
        }
    }

    @Test
    void numbersKeepWhatTheBureauWrote() {
        List<Problem> problems = mapped(Orders.three(), reason("", "1005", "域名冲突：my-demo.cn已报备"));

        assertThat(fields(problems)).containsExactly("site.s7.domain");
        assertThat(problems.get(0).text()).isEqualTo("域名冲突：my-demo.cn已报备");
        assertThat(problems.get(0).args()).containsEntry(Reasons.ADVICE, "iface.1005");
    }

    @Test
    void refusalsAreReadAsOpinions() {
        assertThat(mapped(Orders.three(), reason("", "1002", "网站2名称不规范；请联系管局")))
                .extracting(Problem::field, Problem::code, Problem::text)
                .containsExactly(
                        tuple("site.s4.name", "1002", "网站2名称不规范"), tuple("", "1002", "请联系管局"));
    }

    @Test
    void oddLettersAndAddressesAreFoundInTheAnswers() {
        Facts odd = Orders.with(Orders.three(), Map.of("site.s4.remark", "样张𬭩品"));
        assertThat(fields(mapped(odd, reason("", "5008", "")))).containsExactly("site.s4.remark");

        Facts leased = Orders.with(Orders.three(), Map.of("site.s7.domain", "36.111.0.1"));
        assertThat(fields(mapped(leased, reason("", "1023", ""))))
                .containsExactly("site.s7.domain");

        Facts messenger =
                Orders.with(Orders.three(), Map.of("site.s4.person.messenger", "10000001"));
        assertThat(fields(mapped(messenger, reason("", "1013", ""))))
                .containsExactly("site.s4.person.messenger");
    }

    @ParameterizedTest
    @CsvSource({
        "one, 1007, sponsor.person.mobile sponsor.person.emergency",
        "one, 1011, sponsor.person.mobile",
        "individual, 1044, sponsor.name",
        "individual, 1015, sponsor.certNo",
        "individual, 1008, sponsor.certNo",
        "individual, 1056, photo.idFront photo.idBack site.s1.photo.verify",
    })
    void numbersFollowTheOrder(String order, String code, String paths) {
        assertThat(fields(mapped(Orders.named(order), reason("", code, ""))))
                .containsExactly(paths.split(" "));
    }

    @Test
    void anUnknownNumberStays() {
        assertThat(mapped(Orders.one(), reason("", "1077", "")))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.code()).isEqualTo("1077");
                            assertThat(problem.args()).containsEntry(Reasons.ACTION, "staff");
                        });
        assertThat(fields(mapped(Orders.one(), reason("", "1077", "网站名称有误"))))
                .containsExactly("site.s1.name");
    }

    @Test
    void aNamedAnswerStaysAsItIs() {
        Problem named =
                new Problem(
                        "site.s4.name",
                        "siteName.unlike",
                        "请用单位简称",
                        true,
                        Map.of("suggest", "样张产品网"));

        assertThat(mapped(Orders.three(), named)).containsExactly(named);
    }

    @ParameterizedTest
    @CsvSource({
        // ids of a group
        "three, site.*.name, site.s1.name site.s4.name site.s7.name",
        "three, site.*.person.mobile, sponsor.person.mobile site.s4.person.mobile",
        "individual, sponsor.person.name, sponsor.name",
        // a person whose questions another site or the sponsor has
        "three, site.s7.person.email, site.s4.person.email",
        "three, site.s1.person.mobile, sponsor.person.mobile",
        "three, site.s7.photo.verify, site.s4.photo.verify",
        "three, site.s7.photo.idFront, site.s4.photo.idFront",
        "three, site.s1.photo.idBack, photo.idBack",
        "three, site.s1.photo.approval, site.s1.preApproval",
        "individual, photo.licence, photo.idFront photo.idBack",
        // the bureau's tags
        "three, Wzmc, site.s1.name site.s4.name site.s7.name",
        "three, Zt_Dwmc, sponsor.name",
        "three, Xxdz, sponsor.address",
        "three, Zt_Bz, sponsor.remark",
        "one, Wz_Bz, site.s1.remark",
        "three, Zt_Fzr_sjhm, sponsor.person.mobile",
        "three, Wz_Fzr_sjhm, sponsor.person.mobile site.s4.person.mobile",
        "three, fzr_dzyj, sponsor.person.email site.s4.person.email",
        "three, Xianid, sponsor.region",
    })
    void fieldsAreMadeConcrete(String order, String field, String paths) {
        assertThat(fields(mapped(Orders.named(order), reason(field, "x", "请修改"))))
                .containsExactlyInAnyOrder(paths.split(" "));
    }

    @Test
    void aFieldNobodyHasIsReadAsWords() {
        assertThat(mapped(Orders.one(), reason("site.s9.name", "x", "网站语言有误")))
                .extracting(Problem::field)
                .containsExactly("site.s1.languages");
        assertThat(mapped(Orders.one(), reason("Abcde", "x", "请再看看")))
                .extracting(Problem::field, Problem::text)
                .containsExactly(tuple("", "请再看看"));
    }

    @Test
    void keepsTheOrderAndSaysNothingTwice() {
        List<Problem> problems =
                mapped(
                        Orders.one(),
                        reason("sponsor.address", "a", "不详细"),
                        reason("", "1020", ""),
                        reason("", "", "营业执照不清晰"),
                        reason("", "14", "序号不连续"),
                        reason("sponsor.address", "a", "不详细"));

        assertThat(fields(problems))
                .containsExactly("sponsor.address", "site.s1.name", "photo.licence");
    }
}
