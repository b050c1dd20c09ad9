package io.beian.value;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in whatever stands around them. */
public final class Telephones {

    static final String AREA = "(0(?:10|2\\d|[3-9]\\d{2}))";

    /** What stands between a number and its extension. */
    private static final Pattern EXTENSION =
            Pattern.compile(
                    "[-. (:,]*(?:(?:转接?|拨打?|按|分机号?|内线|EXT(?:ENSION|N)?|X(?=[-. :]*[0-9])|#)[-. :]*)+");

    private static final Pattern MARKS = Pattern.compile("[-. ()·_~]+");
    private static final Pattern SEVERAL =
            Pattern.compile(
                    "(?<![0-9])(?:(?:\\+|00)?86-?|0)?(1[3-9]\\d-?\\d{4}-?\\d{4})(?![0-9])"
                            + "|(?<![0-9])"
                            + AREA
                            + "-?(\\d{7,8}|\\d{3,4}-\\d{4})(?:-(\\d{1,6}))?(?![0-9])"
                            + "|(?<![0-9])([2-9]\\d{6,7})(?![0-9])");

    /** A longer text is no telephone number, nor two. */
    private static final int LONGEST = 200;

    private Telephones() {}

    /**
     * Every number of a text once, in canonical form and in order: mobiles and landlines. One
     * without area code has the code of the landline before it.
     */
    public static List<String> in(String raw) {
        String text = tidy(raw);
        Set<String> found = new LinkedHashSet<>();
        if (text.length() > LONGEST) {
            return List.of();
        }
        Matcher matcher = SEVERAL.matcher(text);
        Optional<String> area = Optional.empty();
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                mobile(matcher.group(1)).ifPresent(found::add);
            } else if (matcher.group(2) != null) {
                area = Optional.of(matcher.group(2));
                landline(matcher.group(2), matcher.group(3), matcher.group(4))
                        .ifPresent(found::add);
            } else {
                area.flatMap(code -> landline(code, matcher.group(5), null)).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** Dashes between the parts of a number and before its extension, and no label. */
    static String tidy(String raw) {
        String line = Typed.unlabelled(Typed.dashed(Typed.line(raw)).toUpperCase(Locale.ROOT));
        String extended = EXTENSION.matcher(line.strip()).replaceAll("-");
        return Typed.trimmed(MARKS.matcher(extended).replaceAll("-"), cp -> cp == '-');
    }

    private static Optional<String> mobile(String text) {
        return Optional.of(text.replace("-", "")).filter(Mobile::is);
    }

    private static Optional<String> landline(
            String area, String number, @Nullable String extension) {
        String text = area + "-" + number.replace("-", "");
        return Optional.of(extension == null ? text : text + "-" + extension)
                .filter(Landline::holds);
    }
}
