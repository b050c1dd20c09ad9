package io.beian.backend;

import io.beian.filing.CodeTable;
import io.beian.filing.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Puts the bureau's numbers in place of our codes on the way out: ours stay as they are when the
 * bureau renumbers.
 *
 * @param changed numbers that differ from the shipped tables, by table and code
 */
record BureauCodes(Map<String, Map<String, String>> changed) {

    /** The tables as they ship. */
    static final BureauCodes SHIPPED = new BureauCodes(Map.of());

    /** The match result carries codes too, under names of its own. */
    private static final Map<String, CodeTable> MATCHED =
            Map.of("match.certType", Tables.byQuestion().get("sponsor.certType"));

    /** The same answers, each code as the bureau numbers it. Several codes are parted by blanks. */
    Map<String, String> outgoing(Map<String, String> fields) {
        Map<String, String> out = new LinkedHashMap<>();
        fields.forEach((path, text) -> out.put(path, outgoing(path, text)));
        return out;
    }

    /** The other way round; where several of our codes have one number, the first is taken. */
    Map<String, String> incoming(Map<String, String> fields) {
        Map<String, String> in = new LinkedHashMap<>();
        fields.forEach((path, text) -> in.put(path, renamed(path, text, this::code)));
        return in;
    }

    private String outgoing(String path, String text) {
        return renamed(path, text, this::number);
    }

    private static String renamed(
            String path, String text, BiFunction<CodeTable, String, String> each) {
        String question = path.replaceAll("^site\\.s\\d+\\.", "site.*.");
        CodeTable table = Tables.byQuestion().getOrDefault(question, MATCHED.get(question));
        return table == null
                ? text
                : List.of(text.split(" ")).stream()
                        .map(code -> each.apply(table, code))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    /** Our code of a number; an unknown number is passed on. */
    private String code(CodeTable table, String number) {
        List<String> fitting =
                table.rows().stream()
                        .map(CodeTable.Row::code)
                        .filter(code -> number(table, code).equals(number))
                        .toList();
        return fitting.isEmpty() || fitting.contains(number) ? number : fitting.get(0);
    }

    private String number(CodeTable table, String code) {
        return changed.getOrDefault(table.id(), Map.of()).getOrDefault(code, table.bureau(code));
    }
}
