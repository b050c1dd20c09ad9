package io.beian.filing;

import io.beian.order.Tsv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What reviewers' words mean, as dated data: the words, the questions they are about, the advice.
 * Rows are tried from the particular to the general, and a word that a row has taken is gone for
 * the later ones.
 */
final class OpinionTable {

    /** Targets of a row that is about something outside the form. */
    static final String NOTHING = "-";

    private static final char TAKEN = '□';

    /** In place of a site's domain or name: ■地址 is where the site is found. */
    private static final char SITE = '■';

    /** In place of any other name out of the answers. */
    private static final char NAME = '◇';

    private static final List<Row> ROWS =
            Tsv.read(OpinionTable.class, "opinions").rows().stream()
                    .map(OpinionTable::row)
                    .toList();

    /**
     * One line.
     *
     * @param alone whether it counts only where no other row says more
     */
    record Row(Pattern words, String targets, boolean alone, String advice) {}

    /** A row's words at a place in a sentence. */
    record Found(int start, int end, Row row) {}

    private OpinionTable() {}

    private static Row row(List<String> cells) {
        return new Row(
                Pattern.compile(cells.get(0), Pattern.CASE_INSENSITIVE),
                cells.get(1),
                cells.get(2).equals("1"),
                cells.get(3));
    }

    static List<Row> rows() {
        return ROWS;
    }

    /** What a sentence is about, from left to right. Names quoted from the answers say nothing. */
    static List<Found> in(String text, List<Mention> mentions) {
        StringBuilder left = new StringBuilder(text);
        mentions.stream()
                .filter(Mention::quoted)
                .forEach(mention -> take(left, mention.start(), mention.end(), mark(mention)));
        List<Found> found = new ArrayList<>();
        for (Row row : ROWS) {
            if (!row.alone() || found.isEmpty()) {
                find(row, left, found);
            }
        }
        found.sort(Comparator.comparing(Found::start));
        return found;
    }

    private static void find(Row row, StringBuilder left, List<Found> found) {
        Matcher words = row.words().matcher(left.toString());
        while (words.find()) {
            found.add(new Found(words.start(), words.end(), row));
            take(left, words.start(), words.end(), TAKEN);
        }
    }

    private static char mark(Mention mention) {
        return mention.kind() == Mention.Kind.SITE ? SITE : NAME;
    }

    private static void take(StringBuilder left, int start, int end, char mark) {
        for (int i = start; i < end; i++) {
            left.setCharAt(i, mark);
        }
    }
}
