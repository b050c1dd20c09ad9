package io.beian.paper;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;

/**
 * Breaks lines where Chinese text allows it, but not beside a space.
 *
 * <p>A space at the end of a line is lost when text is copied from a PDF. Without such spaces a
 * wrapped value is the typed value again once its line breaks are removed. The price is that a
 * stretch of Latin words too long for a line is broken inside a word.
 */
final class WholeSpaces implements FSTextBreaker {

    private static final int LONGEST_STRETCH = 24; // about half a line of Latin letters

    private final BreakIterator lines = BreakIterator.getLineInstance(Locale.CHINA);
    private final BreakIterator characters = BreakIterator.getCharacterInstance(Locale.CHINA);
    private BitSet breaks = new BitSet();
    private int at;

    @Override
    public void setText(String text) {
        BitSet anywhere = positions(characters, text);
        BitSet clear = (BitSet) anywhere.clone();
        anywhere.stream().filter(i -> isBesideSpace(text, i)).forEach(clear::clear);
        breaks = positions(lines, text);
        breaks.and(clear);
        fillGaps(clear, text.length());
        fillGaps(anywhere, text.length());
        breaks.set(text.length());
        at = 0;
    }

    @Override
    public int next() {
        at = breaks.nextSetBit(at + 1);
        if (at < 0) {
            at = breaks.length();
            return BreakIterator.DONE;
        }
        return at;
    }

    /** Offers more places to break wherever there would be none for too long. */
    private void fillGaps(BitSet more, int end) {
        BitSet offered = (BitSet) breaks.clone();
        offered.set(end);
        int from = 0;
        for (int to : offered.stream().toArray()) {
            if (to - from > LONGEST_STRETCH) {
                offer(more, from, to);
            }
            from = to;
        }
    }

    private void offer(BitSet more, int from, int to) {
        for (int i = more.nextSetBit(from + 1); i > 0 && i < to; i = more.nextSetBit(i + 1)) {
            breaks.set(i);
        }
    }

    private static BitSet positions(BreakIterator iterator, String text) {
        BitSet positions = new BitSet(text.length() + 1);
        iterator.setText(text);
        for (int i = iterator.next(); i != BreakIterator.DONE; i = iterator.next()) {
            positions.set(i);
        }
        return positions;
    }

    private static boolean isBesideSpace(String text, int at) {
        return Character.isSpaceChar(text.charAt(at - 1))
                || (at < text.length() && Character.isSpaceChar(text.charAt(at)));
    }
}
