package io.beian.dialogue;

import io.beian.form.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record as filers name it: 网站2, 第2个网站, 2号网站, or by its domain.
 *
 * @param id the stable id of the record that is meant
 * @param rest what followed its name
 */
record RecordName(String id, String rest) {

    static final String WORD = "网站";

    /** Titles beyond this would crowd a list of choices. */
    private static final int SHORT_TITLE = 20;

    private static final String DIGITS = "一二三四五六七八九";
    private static final Pattern LEADING =
            Pattern.compile(
                    "(?:网站\\s*(\\d{1,3})(?![\\d.])|第\\s*(\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*个\\s*(?:网站)?"
                            + "|(\\d{1,3})\\s*号\\s*网站)\\s*的?\\s*(.*)",
                    Pattern.DOTALL);
    private static final Pattern BRACKETED = Pattern.compile("(.*\\S)\\s*\\(([^()]*)\\)");

    static String of(Place place) {
        return WORD + place.number();
    }

    /** The domain behind a name, where it is short enough. */
    static String bracketed(Place place) {
        String title = place.title();
        return title.isEmpty() || title.length() > SHORT_TITLE ? "" : "（" + title + "）";
    }

    /** As a heading: 网站2/3（b.com）. */
    static String heading(Place place) {
        return of(place)
                + "/"
                + place.total()
                + (place.title().isEmpty() ? "" : "（" + place.title() + "）");
    }

    /** As a row among others: 网站2（b.com）. */
    static String row(Place place) {
        return of(place) + bracketed(place);
    }

    /** A text that begins with the name of a record there is. */
    static Optional<RecordName> leading(String said, List<Place> places) {
        Matcher numbered = LEADING.matcher(said);
        if (numbered.matches()) {
            String number = first(numbered.group(1), numbered.group(2), numbered.group(3));
            return at(places, number(number))
                    .map(place -> new RecordName(place.id(), bare(numbered.group(4), place)));
        }
        return places.stream().flatMap(place -> titled(said, place).stream()).findFirst();
    }

    /** A text that is nothing but the name of a record; a mere number will do. */
    static Optional<RecordName> only(String said, List<Place> places) {
        if (said.matches("\\d{1,3}号?")) {
            return at(places, Integer.parseInt(said.replace("号", "")))
                    .map(place -> new RecordName(place.id(), ""));
        }
        if (said.equals("上一个") && !places.isEmpty()) {
            return Optional.of(new RecordName(places.get(places.size() - 1).id(), ""));
        }
        return leading(said, places).filter(name -> name.rest().isEmpty());
    }

    private static Optional<Place> at(List<Place> places, int number) {
        return places.stream().filter(place -> place.number() == number).findFirst();
    }

    private static Optional<RecordName> titled(String said, Place place) {
        String title = place.title();
        boolean begins =
                !title.isEmpty()
                        && said.regionMatches(true, 0, title, 0, title.length())
                        && said.substring(title.length()).matches("(?s)(?:\\s.*|的.*|)");
        return begins
                ? Optional.of(
                        new RecordName(
                                place.id(),
                                said.substring(title.length()).replaceFirst("^\\s*的?\\s*", "")))
                : Optional.empty();
    }

    /** The domain in brackets that choices carry says nothing new. */
    private static String bare(String rest, Place place) {
        String plain = rest.replace('（', '(').replace('）', ')').strip();
        String title = place.title().toLowerCase(Locale.ROOT);
        if (plain.toLowerCase(Locale.ROOT).equals("(" + title + ")")) {
            return "";
        }
        Matcher bracketed = BRACKETED.matcher(plain);
        boolean known =
                bracketed.matches() && bracketed.group(2).toLowerCase(Locale.ROOT).equals(title);
        return known ? bracketed.group(1) : rest.strip();
    }

    private static String first(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        throw new IllegalStateException("no number");
    }

    private static int number(String written) {
        if (written.matches("\\d+")) {
            return Integer.parseInt(written);
        }
        int ten = written.indexOf('十');
        if (ten < 0) {
            return written.length() == 1 ? DIGITS.indexOf(written) + 1 : 0;
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(written.charAt(0)) + 1;
        int ones = ten + 1 == written.length() ? 0 : DIGITS.indexOf(written.charAt(ten + 1)) + 1;
        return tens * 10 + ones;
    }
}
