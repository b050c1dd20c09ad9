package io.beian.filing;

import io.beian.order.Tsv;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers the bureau's interface answers with (icp-filing §6.6), and who mends them. */
final class InterfaceCodes {

    /** Actions: what helps against a number. */
    static final String FIELD = "field";

    /** Only a new matching helps: what is wrong cannot be changed within the order. */
    static final String MATCH = "match";

    static final String STAFF = "staff";
    static final String RETRY = "retry";

    /**
     * One number.
     *
     * @param action {@code field}, {@code match}, {@code wait}: another order or the bureau has to
     *     finish first, {@code staff}: the provider mends it, {@code closed}, {@code retry}, {@code
     *     none}
     * @param targets the questions to open, as {@link Targets} reads them; may be empty
     * @param advice key of the sentence that says what to do; empty if there is none
     */
    record Row(String action, String targets, String advice) {}

    private static final Map<String, Row> ROWS = rows();

    private InterfaceCodes() {}

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new HashMap<>();
        for (List<String> cells : Tsv.read(InterfaceCodes.class, "interface").rows()) {
            for (String code : cells.get(0).split(" ")) {
                rows.put(code, new Row(cells.get(1), cells.get(2), cells.get(3)));
            }
        }
        return Map.copyOf(rows);
    }

    static Optional<Row> find(String code) {
        return Optional.ofNullable(ROWS.get(code.strip()));
    }

    static Map<String, Row> all() {
        return ROWS;
    }
}
