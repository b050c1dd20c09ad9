package io.beian.filing;

import io.beian.order.Tsv;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the provinces ask for beyond the national rules (icp-filing §2.7, §3.12), as dated data.
 * They change several times a year, so they are told where they matter and can be answered with a
 * remark; none of them stops a filer for good.
 */
final class Rules {

    private static final Tsv FILE = Tsv.read(Rules.class, "rules");

    private static final List<Rule> ALL = FILE.rows().stream().map(Rules::rule).toList();

    /**
     * One line of the table.
     *
     * @param provinces first two digits of their codes; empty for all
     * @param level {@code hint} is only told, {@code paper} asks for a paper, {@code remark} wants
     *     the answer changed or explained
     */
    record Rule(String id, List<String> provinces, String natures, String level, String value) {

        private boolean meets(String province, String nature) {
            return (provinces.isEmpty() || provinces.stream().anyMatch(province::startsWith))
                    && among(nature);
        }

        private boolean among(String nature) {
            boolean individual = nature.equals(Tables.INDIVIDUAL);
            return switch (natures) {
                case "unit" -> !individual;
                case "individual" -> individual;
                case "company" -> Tables.COMPANIES.contains(nature);
                case "public" -> Tables.PUBLIC.contains(nature);
                default -> true;
            };
        }
    }

    private Rules() {}

    private static Rule rule(List<String> cells) {
        String provinces = cells.get(1);
        return new Rule(
                cells.get(0),
                provinces.equals("*") ? List.of() : List.of(provinces.split(" ")),
                cells.get(2),
                cells.get(3),
                cells.get(4));
    }

    /** The rule as it holds for a province and a nature; the last line that fits says how. */
    static Optional<Rule> find(String id, String province, String nature) {
        return ALL.stream()
                .filter(rule -> rule.id().equals(id))
                .filter(rule -> rule.meets(province, nature))
                .reduce((earlier, later) -> later);
    }

    /** When the table was last compared with its sources. */
    static LocalDate checked() {
        return LocalDate.parse(FILE.head().getOrDefault("checked", ""));
    }

    static List<Rule> all() {
        return ALL;
    }
}
