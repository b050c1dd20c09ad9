package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaCodesTest {

    private static final List<Divisions.Division> PROVINCES =
            Stream.of(Province.values())
                    .filter(Province::hasBureau)
                    .flatMap(province -> Divisions.find(province.code()).stream())
                    .toList();

    /** 0978 is in use, but nobody says where. */
    @Test
    void knowsThePlaceOfEveryCodeInUse() {
        Set<String> placed = new TreeSet<>(Set.of("0978"));
        PROVINCES.forEach(province -> placed.addAll(codesUnder(province.code())));

        assertThat(placed).isEqualTo(inUse());
    }

    private static Set<String> codesUnder(String place) {
        Set<String> codes = new TreeSet<>(AreaCodes.of(place));
        Divisions.under(place).forEach(below -> codes.addAll(AreaCodes.of(below.code())));
        return codes;
    }

    private static Set<String> inUse() {
        Set<String> codes = new TreeSet<>();
        IntStream.rangeClosed(10, 29).mapToObj(code -> "0" + code).forEach(codes::add);
        IntStream.rangeClosed(300, 999).mapToObj(code -> "0" + code).forEach(codes::add);
        codes.removeIf(code -> !AreaCodes.inUse(code));
        return codes;
    }

    /** Cities of the corps in Xinjiang use the code of their neighbour, which differs. */
    @Test
    void knowsACodeOfEveryCity() {
        List<String> without =
                PROVINCES.stream()
                        .filter(province -> AreaCodes.of(province.code()).isEmpty())
                        .flatMap(province -> Divisions.under(province.code()).stream())
                        .filter(city -> AreaCodes.of(city.code()).isEmpty())
                        .map(Divisions.Division::code)
                        .filter(code -> !code.startsWith("6590"))
                        .toList();

        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "010,8",
        "0755,8",
        "0592,7",
        "0851,7 8",
        "0432,8",
        "0536,7",
        "0471,7",
        "0300,''",
        "026,''",
        "0732,''",
        "0910,''"
    })
    void knowsHowLongNumbersAre(String areaCode, String lengths) {
        assertThat(AreaCodes.lengths(areaCode).stream().map(String::valueOf).toList())
                .isEqualTo(lengths.isEmpty() ? List.of() : List.of(lengths.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"110108,010", "320583,0512", "430211,0731", "620200,0937", "120000,022"})
    void findsTheCodeOfAPlace(String place, String areaCode) {
        assertThat(AreaCodes.of(place)).isEqualTo(ImmutableSet.of(areaCode));
    }
}
