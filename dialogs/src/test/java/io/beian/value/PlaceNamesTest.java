package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.value.Divisions.Division;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every division in every usual writing reads as itself or leads to a question, never to another:
 * 海南藏族自治州 is not the island, 长沙市 holds no 沙市.
 */
class PlaceNamesTest {

    /** Short names that belong to a province or a city everybody knows. */
    private static final Set<String> KNOWN =
            Set.of("河北", "海南", "河南", "中山", "西安", "甘南", "大同", "资阳", "九龙");

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Set<String> wrong = new TreeSet<>();

    @Test
    void readsEveryNameAsItsOwnOrAsks() {
        for (Division division : DivisionsTest.all()) {
            for (String name : writings(division)) {
                for (String province : List.of("", province(division).code())) {
                    count(name, told(division, Region.check(name, province)));
                }
            }
        }
        print("names of divisions");
        assertThat(wrong).isEmpty();
    }

    @Test
    void findsNoOtherProvince() {
        for (Division division : DivisionsTest.all()) {
            for (String name : writings(division)) {
                Optional<Province> found = Province.find(name);
                boolean own = found.filter(p -> p.equals(province(division))).isPresent();
                if (!KNOWN.contains(name)) {
                    count(name, own ? "own" : found.isEmpty() ? "asked" : "other");
                }
            }
        }
        print("provinces of divisions");
        assertThat(wrong).isEmpty();
    }

    @Test
    void readsTraditionalCharactersAlike() {
        Map<Character, List<Character>> old = new HashMap<>();
        for (char c = '\u3400'; c < '\uA000'; c++) {
            if (Traditional.today(c) != c) {
                old.computeIfAbsent(Traditional.today(c), k -> new ArrayList<>()).add(c);
            }
        }
        for (Division division : DivisionsTest.all()) {
            String name = Divisions.fullName(division.code()).orElseThrow();
            for (int which = 0; which < 3; which++) {
                String written = traditional(name, old, which);
                assertThat(Region.check(written).choices()).isEqualTo(Region.check(name).choices());
                count(written, told(division, Region.check(written)));
                assertThat(Province.find(written)).contains(province(division));
            }
        }
        print("names in traditional characters");
        assertThat(wrong).isEmpty();
    }

    private static String traditional(String name, Map<Character, List<Character>> old, int which) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            List<Character> forms = old.getOrDefault(c, List.of(c));
            written.append(forms.get(which % forms.size()).charValue());
        }
        return written.toString();
    }

    private void count(String name, String outcome) {
        counts.merge(outcome, 1, Integer::sum);
        if (outcome.equals("other")) {
            wrong.add(name);
        }
    }

    private void print(String what) {
        counts.putIfAbsent("other", 0);
        System.out.println(what + ": " + counts);
    }

    private static String told(Division division, Region.Reading reading) {
        String own = division.code().replaceAll("0+$", "");
        return reading.fold(
                found -> found.region().code().equals(division.code()) ? "itself" : "other",
                several ->
                        several.stream().anyMatch(each -> each.code().startsWith(own))
                                ? "asked"
                                : "other",
                flaw -> "asked");
    }

    private static Province province(Division division) {
        return Province.ofCode(division.code()).orElseThrow();
    }

    /** Alone, with its province, with its city and with both. */
    private static List<String> writings(Division division) {
        Division home = Divisions.find(province(division).code()).orElseThrow();
        List<String> before = new ArrayList<>(List.of(""));
        if (!division.isProvince()) {
            before.addAll(names(home));
            Divisions.parent(division)
                    .filter(Division::isCity)
                    .ifPresent(city -> before.addAll(withProvince(names(home), names(city))));
        }
        return before.stream()
                .flatMap(above -> names(division).stream().map(name -> above + name))
                .toList();
    }

    private static List<String> withProvince(List<String> provinces, List<String> cities) {
        return Stream.concat(
                        cities.stream(),
                        provinces.stream().flatMap(p -> cities.stream().map(city -> p + city)))
                .toList();
    }

    private static List<String> names(Division division) {
        return DivisionNames.of(division).stream().map(Divisions.Name::text).distinct().toList();
    }
}
