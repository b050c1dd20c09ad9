package io.beian.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message as places in a list: {@code 1}, {@code 2。}, {@code ①③}, {@code 第一个和第三个}, {@code
 * 1.企业}, {@code 1、英语}. Only a message that is nothing else is read so: what holds a number among
 * other words is an answer of its own.
 *
 * @param places from 1, in the order they were named; they may lie outside the list
 * @param sense whether they can be taken as they stand
 */
record Places(List<Integer> places, Sense sense) {

    /** Whether places can be taken as they stand. */
    enum Sense {
        CLEAR,
        /** From one to another, or only those two. */
        RANGE,
        /** The label beside a number is another one's. */
        CONTRADICTION
    }

    /** Longer messages name no places. */
    private static final int LONGEST = 120;

    private static final String TENS = "[一二三四五六七八九]?十[一二三四五六七八九]?";
    private static final String NUMBER = "([0-9]{1,2}|" + TENS + "|[一二两三四五六七八九])";

    private static final String NO_MORE = "(?![0-9一二三四五六七八九十])";

    /** What stands before the first place: 选1, 我选第二个, 答案:3. */
    private static final Pattern BEFORE =
            Pattern.compile(
                    "^(?:(?:我们?|就|要|想|那|应该|请|帮我|麻烦)*(?:选择|选(?!项)|选的?是|填|点|按|发|回复?|答案?|就|要|是)(?:的是)?[:\\s]*)+");

    /** What may stand behind the last one: 1吧, 2谢谢. */
    private static final Pattern AFTER =
            Pattern.compile(
                    "[\\s,.。!?~;、]*(?:(?:吧|啊|哦|呢|哈|呀|了|的|就行|就好|即可|谢谢|多谢|这个|好了|[,.。!?~\\s]))*$");

    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:第|no\\.?|#|选项|序号|编号|数字|号码)\\s*"
                            + NUMBER
                            + NO_MORE
                            + "\\s*(?:[个项条种款类号题样]+)?"
                            + "|[(\\[【〔<「{]\\s*"
                            + NUMBER
                            + "\\s*[)\\]】〕>」}]|"
                            + NUMBER
                            + NO_MORE
                            + "\\s*[号#]?");

    /** A further one of those that a 第 began: 第一、三个. */
    private static final Pattern COUNTED = Pattern.compile("[个项条种款类样](?![\\p{IsHan}])");

    /** Behind the number of a list item, before its label. */
    private static final Pattern STOP = Pattern.compile("[\\s.。、:)\\]】）·,，-]*");

    /** What closes a bare number: 1)2). */
    private static final Pattern CLOSED = Pattern.compile("\\s*[)\\]】〕>」}]");

    /** Between two places. */
    private static final Pattern APART = Pattern.compile("(?:[\\s,.。、;/|&+]|和|与|及|跟|还有|以及|加上|加)+");

    /** Means from one to another, or two of them: asked. */
    private static final Pattern RANGE = Pattern.compile("\\s*(?:[-~—–]+|到|至)\\s*");

    /**
     * Reads a message.
     *
     * @param called for each place of the list what it is called, in lower case
     * @return nothing if the message is no list of places
     */
    static Optional<Places> read(String said, List<List<String>> called) {
        String marked = Numerals.plain(said).toLowerCase(Locale.ROOT).strip();
        if (marked.isEmpty() || marked.length() > LONGEST) {
            return Optional.empty();
        }
        String text = AFTER.matcher(BEFORE.matcher(marked).replaceFirst("")).replaceFirst("");
        return Optional.ofNullable(new Reader(text, called).read());
    }

    private static final class Reader {

        private final String text;
        private final List<List<String>> called;
        private final List<Integer> places = new ArrayList<>();
        private boolean numbered;
        private boolean ordinal;
        private Sense sense = Sense.CLEAR;
        private int at;

        Reader(String text, List<List<String>> called) {
            this.text = text;
            this.called = called;
        }

        @Nullable Places read() {
            skip(APART);
            while (at < text.length()) {
                if (!number() && !label()) {
                    return null;
                }
                if (at < text.length() && !skip(APART) && !range() && !adjacent()) {
                    return null;
                }
            }
            return numbered ? new Places(places.stream().distinct().toList(), sense) : null;
        }

        private boolean number() {
            Matcher place =
                    PLACE.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (!place.lookingAt()) {
                return false;
            }
            ordinal |= place.group(1) != null;
            String digits =
                    place.group(1) != null
                            ? place.group(1)
                            : place.group(2) != null ? place.group(2) : place.group(3);
            int number = Numerals.value(digits);
            int end = place.end();
            Matcher counted = COUNTED.matcher(text).region(end, text.length());
            if (ordinal && counted.lookingAt()) {
                end = counted.end();
            }
            numbered = true;
            places.add(number);
            at = end;
            ownLabel(number);
            return true;
        }

        /** 1.企业: the label behind a number has to be that of its place. */
        private void ownLabel(int number) {
            Matcher stop = STOP.matcher(text).region(at, text.length());
            int begin = stop.lookingAt() ? stop.end() : at;
            int place = longest(begin);
            boolean item = !text.substring(at, begin).matches(".*[,，]\\s*|.*\\s{2,}");
            if (place > 0 && (place == number || item)) {
                sense = place == number ? sense : Sense.CONTRADICTION;
                at = begin + length(begin, place);
            } else {
                skip(CLOSED);
            }
        }

        private boolean label() {
            int place = longest(at);
            if (place == 0) {
                return false;
            }
            places.add(place);
            at += length(at, place);
            return true;
        }

        /** The place whose name stands here, the longest name first; 0 if none does. */
        private int longest(int from) {
            int best = 0;
            for (int place = 1; place <= called.size(); place++) {
                if (length(from, place) > (best == 0 ? 0 : length(from, best))) {
                    best = place;
                }
            }
            return best;
        }

        private int length(int from, int place) {
            return called.get(place - 1).stream()
                    .filter(name -> !name.isEmpty() && text.startsWith(name, from))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }

        private boolean range() {
            boolean range = numbered && skip(RANGE);
            sense = range && sense == Sense.CLEAR ? Sense.RANGE : sense;
            return range;
        }

        /** (1)(2), and 第一个第二个, need nothing between them. */
        private boolean adjacent() {
            return numbered
                    && PLACE.matcher(text)
                            .region(at, text.length())
                            .useTransparentBounds(true)
                            .lookingAt();
        }

        private boolean skip(Pattern pattern) {
            Matcher matcher = pattern.matcher(text).region(at, text.length());
            if (!matcher.lookingAt() || matcher.end() == at) {
                return false;
            }
            at = matcher.end();
            return true;
        }
    }
}
