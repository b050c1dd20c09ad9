package io.beian.filing;

import io.beian.form.Option;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.order.Tsv;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A code table of the bureau as versioned data. The codes are ours and stay; what the bureau calls
 * them stands beside and is put in at the edge.
 *
 * @param version of the data
 * @param checked when it was compared with its source
 */
public record CodeTable(String id, String version, LocalDate checked, List<Row> rows) {

    private static final int FIXED = 5;

    /**
     * One code.
     *
     * @param bureau the bureau's number for it
     * @param valid false for a code that is withdrawn: still readable, no longer taken
     * @param more what else the table tells, by column
     */
    public record Row(
            String code,
            String bureau,
            boolean valid,
            String label,
            List<String> words,
            Map<String, String> more) {

        Option option() {
            return new Option(code, label, words);
        }

        List<String> list(String column) {
            String text = more.getOrDefault(column, "");
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }

        boolean is(String column) {
            return more.getOrDefault(column, "").equals("1");
        }
    }

    /** Reads the table of a name as it ships. */
    static CodeTable shipped(String name) {
        Tsv file = Tsv.read(CodeTable.class, name);
        List<Row> rows = file.rows().stream().map(cells -> row(file.columns(), cells)).toList();
        return new CodeTable(
                name,
                file.head().getOrDefault("version", ""),
                LocalDate.parse(file.head().getOrDefault("checked", "")),
                rows);
    }

    private static Row row(List<String> columns, List<String> cells) {
        Map<String, String> more = new LinkedHashMap<>();
        for (int i = FIXED; i < columns.size(); i++) {
            more.put(columns.get(i), cells.get(i));
        }
        String words = cells.get(4);
        return new Row(
                cells.get(0),
                cells.get(1),
                cells.get(2).equals("1"),
                cells.get(3),
                words.isEmpty() ? List.of() : List.of(words.split("\\|")),
                more);
    }

    Optional<Row> row(String code) {
        return rows.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /** The words for a code; an unknown one is shown as it is. */
    String label(String code) {
        return row(code).map(Row::label).orElse(code);
    }

    /** The words for several codes parted by blanks. */
    String labels(String codes) {
        List<String> labels = new ArrayList<>();
        for (String code : codes.split(" ")) {
            labels.add(label(code));
        }
        return String.join("、", labels);
    }

    /** The bureau's number for a code of ours; an unknown code is passed on. */
    public String bureau(String code) {
        return row(code).map(Row::bureau).orElse(code);
    }

    /** Every code that may be taken today. */
    List<Option> options() {
        return options(row -> true);
    }

    List<Option> options(Predicate<Row> which) {
        return rows.stream().filter(Row::valid).filter(which).map(Row::option).toList();
    }

    /** Reads one of the codes that may be taken, by words, and tells a withdrawn one apart. */
    Parser one(Function<Scope, List<Option>> taken) {
        return Parsers.oneOf(taken, said -> withdrawn(said));
    }

    private Optional<String> withdrawn(String said) {
        return rows.stream()
                .filter(row -> !row.valid())
                .filter(row -> row.option().means(said))
                .map(Row::label)
                .findFirst();
    }
}
