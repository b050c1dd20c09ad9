package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.value.Divisions.Division;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionsTest {

    @Test
    void holdsEveryProvinceWithABureauAndNoOther() {
        for (Province province : Province.values()) {
            assertThat(Divisions.find(province.code()).map(Division::name))
                    .isEqualTo(
                            Stream.of(province.fullName())
                                    .filter(name -> province.hasBureau())
                                    .findFirst());
        }
    }

    @Test
    void countsWhatTheStandardCounts() {
        List<Division> all = all();

        assertThat(all.stream().filter(Division::isCity)).hasSize(333);
        assertThat(all.stream().filter(each -> !each.code().endsWith("00")))
                .as("2846 and five statistical codes")
                .hasSize(2846 + 5);
        assertThat(all).extracting(Division::code).doesNotHaveDuplicates();
        assertThat(all).extracting(Division::name).doesNotContain("市辖区", "县", "省直辖县级行政区划");
        assertThat(Divisions.version()).isEqualTo("2024-12");
    }

    @ParameterizedTest
    @CsvSource({
        "110000,110101",
        "110000,110119",
        "310000,310151",
        "500000,500243",
        "419001,",
        "410000,419001",
        "420000,429021",
        "460000,469030",
        "650000,659012",
        "320000,320500",
        "320500,320583",
        "653200,653228",
        "653200,653229",
        "441900,",
        "442000,",
        "460400,",
        "620200,"
    })
    void hangsCountiesWhereTheyBelong(String parent, String child) {
        if (child == null) {
            assertThat(Divisions.under(parent)).isEmpty();
        } else {
            assertThat(Divisions.under(parent)).extracting(Division::code).contains(child);
        }
    }

    @Test
    void keepsCodesUnderAProvinceInOrder() {
        assertThat(Divisions.under("110000")).extracting(Division::code).isSorted().hasSize(16);
        assertThat(Divisions.under("320000")).extracting(Division::code).isSorted().hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({
        "110108,北京市海淀区",
        "441900,广东省东莞市",
        "320583,江苏省苏州市昆山市",
        "419001,河南省济源市",
        "469003,海南省儋州市",
        "110228,北京市密云县",
        "371202,山东省莱芜市莱城区",
        "130502,河北省邢台市襄都区"
    })
    void tellsFullNamesEvenOfWithdrawnCodes(String code, String name) {
        assertThat(Divisions.fullName(code)).contains(name);
    }

    @Test
    void knowsNothingElse() {
        for (String code : List.of("", "1", "999999", "110100", "710000", "11010x", "130101")) {
            assertThat(Divisions.find(code)).isEmpty();
            assertThat(Divisions.fullName(code)).isEmpty();
            assertThat(Divisions.under(code)).isEmpty();
        }
    }

    @Test
    void tellsWhoTookAWithdrawnDivisionOver() {
        Division merged = Divisions.find("330103").orElseThrow();
        Division split = Divisions.find("330104").orElseThrow();

        assertThat(merged.valid()).isFalse();
        assertThat(merged.successor()).contains("330105");
        assertThat(split.valid()).isFalse();
        assertThat(split.successor()).isEmpty();
    }

    /** Every division of today: the provinces and what lies under them. */
    static List<Division> all() {
        return Arrays.stream(Province.values())
                .flatMap(province -> Divisions.find(province.code()).stream())
                .flatMap(DivisionsTest::withAllUnder)
                .toList();
    }

    private static Stream<Division> withAllUnder(Division division) {
        return Stream.concat(
                Stream.of(division),
                Divisions.under(division.code()).stream().flatMap(DivisionsTest::withAllUnder));
    }

    @Test
    void findsShortNames() {
        assertThat(names("恩施")).contains("422800", "422801");
        assertThat(names("恩施州")).containsExactly("422800");
        assertThat(names("积石山")).containsExactly("622927");
        assertThat(names("东乡")).contains("622926", "361003");
        assertThat(names("浦东")).containsExactly("310115");
        assertThat(names("神农架")).containsExactly("429021");
        assertThat(names("寿")).isEmpty();
        assertThat(names("广西")).containsExactly("450000");
    }

    private static Set<String> names(String name) {
        return Divisions.named(name).stream()
                .map(each -> each.division().code())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
