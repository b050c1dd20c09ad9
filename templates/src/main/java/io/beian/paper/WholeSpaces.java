package io.beian.paper;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/**
 * Breaks lines anywhere the text allows but never beside a space.
 *
 * <p>A space at the end of a line is lost when text is copied from a PDF. Without such spaces a
 * wrapped value is the typed value again once its line breaks are removed.
 */
final class WholeSpaces implements FSTextBreaker {

    private final BreakIterator breaks;
    private String text = "";

    WholeSpaces(BreakIterator breaks) {
        this.breaks = breaks;
    }

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at > 0 && at < text.length() && isBesideSpace(at)) {
            at = breaks.next();
        }
        return at;
    }

    private boolean isBesideSpace(int at) {
        return isSpace(text.charAt(at - 1)) || isSpace(text.charAt(at));
    }

    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c);
    }
}
