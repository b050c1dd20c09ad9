package io.beian.backend;

import io.beian.filing.CodeTable;
import io.beian.filing.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private String outgoing(String path, String text) {
        String question = path.replaceAll("^site\\.s\\d+\\.", "site.*.");
        CodeTable table = Tables.byQuestion().getOrDefault(question, MATCHED.get(question));
        return table == null
                ? text
                : List.of(text.split(" ")).stream()
                        .map(code -> number(table, code))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private String number(CodeTable table, String code) {
        return changed.getOrDefault(table.id(), Map.of()).getOrDefault(code, table.bureau(code));
    }
}
