package io.beian.wording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tappable choice carries in its {@code msgmenuid}: the turn it was shown in, its number and
 * the question it answers. Old taps stay tappable for ever, so each says where it belongs.
 */
public record Tap(long epoch, int option, Optional<String> about) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,12})\\.(\\d{1,2})(?:@([A-Za-z0-9.]{1,60}))?");

    public String id() {
        return epoch + "." + option + about.map(path -> "@" + path).orElse("");
    }

    /** Reads an id; anything else is not one of ours. */
    public static Optional<Tap> read(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches()
                ? Optional.of(
                        new Tap(
                                Long.parseLong(matcher.group(1)),
                                Integer.parseInt(matcher.group(2)),
                                Optional.ofNullable(matcher.group(3))))
                : Optional.empty();
    }
}
