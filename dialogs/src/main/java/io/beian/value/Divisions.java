package io.beian.value;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The administrative divisions of China (行政区划) down to the county, by their codes in GB/T 2260,
 * with the withdrawn ones that people still write. Sources and state are told at the head of {@code
 * divisions.tsv}. Read once, never changed.
 */
public final class Divisions {

    private static final String VERSION = "# version: ";
    private static final Divisions TABLE = new Divisions(Resource.lines("divisions.tsv"));

    private final String version;
    private final int longestName;
    private final ImmutableListMultimap<String, Division> byCode;
    private final ImmutableListMultimap<String, Division> byParent;
    private final ImmutableListMultimap<String, Name> byName;

    private Divisions(List<String> lines) {
        List<Division> all =
                lines.stream().filter(line -> !line.startsWith("#")).map(Divisions::row).toList();
        version =
                lines.stream()
                        .filter(line -> line.startsWith(VERSION))
                        .map(line -> line.substring(VERSION.length()))
                        .findFirst()
                        .orElseThrow();
        byCode =
                all.stream()
                        .sorted(Comparator.comparing(Division::valid).reversed())
                        .collect(
                                ImmutableListMultimap.toImmutableListMultimap(
                                        Division::code, division -> division));
        byParent = children(all);
        byName = names(all);
        longestName = byName.keySet().stream().mapToInt(String::length).max().orElseThrow();
    }

    /**
     * A province, city or county.
     *
     * @param valid false once it was withdrawn
     * @param old whether that is so long ago that a division of today is meant by the same name
     * @param successor the code of the one division that took all of a withdrawn one over
     */
    public record Division(
            String code, String name, boolean valid, boolean old, Optional<String> successor) {

        boolean isProvince() {
            return code.endsWith("0000");
        }

        boolean isCity() {
            return code.endsWith("00") && !isProvince();
        }

        /** Whether it lies in another one of a higher level. */
        boolean isUnder(Division other) {
            return other.isProvince()
                    ? !isProvince() && code.startsWith(other.code.substring(0, 2))
                    : other.isCity()
                            && !code.endsWith("00")
                            && code.startsWith(other.code.substring(0, 4));
        }
    }

    /** One of the names a division goes by, and whether it tells the level, as 昆山市 does. */
    record Name(String text, boolean full, Division division) {}

    /** The month whose divisions these are, as in 2024-12. */
    public static String version() {
        return TABLE.version;
    }

    /** The division with a code; a withdrawn one only if no other bears the code today. */
    public static Optional<Division> find(String code) {
        return TABLE.byCode.get(code).stream().findFirst();
    }

    /**
     * The divisions of today directly under a province or city, in the order of their codes. Under
     * a municipality (直辖市) these are counties, under some provinces cities and counties.
     */
    public static ImmutableList<Division> under(String code) {
        return TABLE.byParent.get(code);
    }

    /** From the province down, as in 江苏省苏州市昆山市; withdrawn divisions have a name too. */
    public static Optional<String> fullName(String code) {
        return find(code).map(Divisions::full);
    }

    static Optional<Division> parent(Division division) {
        return parentCode(division.code, TABLE.byCode).flatMap(Divisions::find);
    }

    static ImmutableList<Name> named(String name) {
        return TABLE.byName.get(name);
    }

    /** Characters of the longest name. */
    static int longestName() {
        return TABLE.longestName;
    }

    private static String full(Division division) {
        return parent(division).map(Divisions::full).orElse("") + division.name;
    }

    private static Optional<String> parentCode(
            String code, ImmutableListMultimap<String, Division> known) {
        String province = code.substring(0, 2) + "0000";
        String city = code.substring(0, 4) + "00";
        if (code.equals(province)) {
            return Optional.empty();
        }
        return Optional.of(!code.equals(city) && known.containsKey(city) ? city : province);
    }

    private ImmutableListMultimap<String, Division> children(List<Division> all) {
        ImmutableListMultimap.Builder<String, Division> children = ImmutableListMultimap.builder();
        all.stream()
                .filter(Division::valid)
                .forEach(
                        division ->
                                parentCode(division.code, byCode)
                                        .ifPresent(parent -> children.put(parent, division)));
        return children.build();
    }

    private static ImmutableListMultimap<String, Name> names(List<Division> all) {
        return all.stream()
                .flatMap(division -> DivisionNames.of(division).stream())
                .collect(
                        ImmutableListMultimap.toImmutableListMultimap(
                                name -> name.text().intern(), name -> name));
    }

    private static Division row(String line) {
        List<String> cells = Splitter.on('\t').splitToList(line);
        Optional<String> successor =
                cells.size() > 3 ? Optional.of(cells.get(3)) : Optional.empty();
        String valid = cells.get(2);
        return new Division(
                cells.get(0), cells.get(1), valid.equals("1"), valid.equals("-"), successor);
    }
}
