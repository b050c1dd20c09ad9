package io.beian.wechat;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message cut in three: what WeChat wrote, what its sender wrote, what WeChat wrote behind that.
 *
 * <p>WeChat puts the words of a sender into a CDATA section as they are, so that an end mark among
 * them ends it, and what they hold after that passes for WeChat's own (silenceper/wechat#750, seen
 * in 2023). It writes the elements of a sender next to each other, after the names and before the
 * id; so whatever lies between the first tag and the last of any of them is the sender's.
 *
 * @param said the elements of the sender, with their tags
 */
record SpokenPart(String before, String said, String after) {

    /** What a sender can write into; Content is that of a text, the others of links and places. */
    static final Set<String> ELEMENTS =
            Set.of("Content", "Title", "Description", "Url", "Label", "Poiname", "Recognition");

    private static final Pattern OPENS =
            Pattern.compile("<(?:" + String.join("|", ELEMENTS) + ")>");
    private static final Pattern CLOSES =
            Pattern.compile("</(?:" + String.join("|", ELEMENTS) + ")>");

    private static final String CONTENT = "<Content>";
    private static final String CONTENT_ENDS = "</Content>";
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_ENDS = "]]>";

    /** Empty if nothing in it is the sender's. */
    static Optional<SpokenPart> of(String xml) {
        Matcher opens = OPENS.matcher(xml);
        if (!opens.find()) {
            return Optional.empty();
        }
        int end = -1;
        Matcher closes = CLOSES.matcher(xml);
        while (closes.find()) {
            end = closes.end();
        }
        int from = opens.start();
        return end < opens.end()
                ? Optional.empty()
                : Optional.of(
                        new SpokenPart(
                                xml.substring(0, from),
                                xml.substring(from, end),
                                xml.substring(end)));
    }

    /** All of it without the sender's elements. */
    String unspoken() {
        return before + after;
    }

    /** The words as they stand in the content, if that is all there is. */
    Optional<String> words() {
        if (!said.startsWith(CONTENT) || !said.endsWith(CONTENT_ENDS)) {
            return Optional.empty();
        }
        String words = said.substring(CONTENT.length(), said.length() - CONTENT_ENDS.length());
        boolean section =
                words.startsWith(CDATA)
                        && words.endsWith(CDATA_ENDS)
                        && words.length() >= CDATA.length() + CDATA_ENDS.length();
        return Optional.of(
                section
                        ? words.substring(CDATA.length(), words.length() - CDATA_ENDS.length())
                        : words);
    }
}
