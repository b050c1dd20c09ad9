package io.beian.wording;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tappable choice carries in its {@code msgmenuid}: the turn it was shown in, its number,
 * the question it answers and, if it only shows something, the words that ask for it. Old taps stay
 * tappable for ever, so each says where it belongs.
 */
public record Tap(long epoch, int option, Optional<String> about, Optional<String> shows) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{1,12})\\.(\\d{1,2})(?:@([A-Za-z0-9.]{1,60}))?(?:!([A-Za-z0-9_-]{1,200}))?");

    /** Identifiers go through links and XML unchanged. */
    public String id() {
        return epoch
                + "."
                + option
                + about.map(path -> "@" + path).orElse("")
                + shows.map(words -> "!" + coded(words)).orElse("");
    }

    /** Reads an id; anything else is not one of ours. */
    public static Optional<Tap> read(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches()
                ? Optional.of(
                        new Tap(
                                Long.parseLong(matcher.group(1)),
                                Integer.parseInt(matcher.group(2)),
                                Optional.ofNullable(matcher.group(3)),
                                Optional.ofNullable(matcher.group(4)).flatMap(Tap::words)))
                : Optional.empty();
    }

    private static String coded(String words) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> words(String coded) {
        try {
            byte[] words = Base64.getUrlDecoder().decode(coded);
            return Optional.of(new String(words, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
