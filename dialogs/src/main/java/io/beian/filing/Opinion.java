package io.beian.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reviewer's free words cut into the things they say: at ends of sentences and at the numbers of
 * a list. A heading stays with the first thing under it, a courtesy with what it follows; nothing
 * but the marks between the parts is left out.
 */
record Opinion(List<Part> parts) {

    /** The bureau's opinions have 1,024 characters at most; more is somebody's mistake. */
    static final int LONGEST = 1024;

    /**
     * One thing that is said.
     *
     * @param heading what stands over it, empty if nothing does
     */
    record Part(String text, String heading) {}

    private static final Pattern NUMBER =
            Pattern.compile(
                    "[（(][0-9一二三四五六七八九十]{1,2}[)）][、.．]?"
                            + "|[0-9]{1,2}(?:[、．)）]|\\.(?![0-9]))"
                            + "|[一二三四五六七八九十]{1,2}、");

    /** These number nothing but items, wherever they stand. */
    private static final Pattern CIRCLED = Pattern.compile("[①-⑳][、.．]?");

    private static final Pattern COURTESY =
            Pattern.compile(
                    "您好|你好|尊敬的|谢谢|感谢|如有(?:疑问|问题)|有疑问|以上"
                            + "|请(?:您|尽快|及时|核实|修改|更正|确认|补充|完善|按要求|更换|后|并|再次|重新){0,8}"
                            + "(?:提交|上报|报备|修改)(?:备案|审核|申请|订单)?"
                            + "(?:[，,](?:谢谢|感谢).{0,6})?$");

    private static final String ENDS = "\n\r。；;！!";

    /** Where a number may begin a new item. */
    private static final String BEFORE_NUMBER = " \t　：:，,。；;、)）”\"\n\r！!";

    static Opinion read(String text) {
        return new Opinion(parts(pieces(cut(text))));
    }

    /** The text with its length bounded, never through a character. */
    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        Matcher number = NUMBER.matcher(text);
        Matcher circled = CIRCLED.matcher(text);
        int at = 0;
        while (at < text.length()) {
            boolean first = at == 0 || BEFORE_NUMBER.indexOf(text.charAt(at - 1)) >= 0;
            if (first && number.region(at, text.length()).lookingAt()) {
                close(piece, pieces);
                at = number.end();
            } else if (circled.region(at, text.length()).lookingAt()) {
                close(piece, pieces);
                at = circled.end();
            } else if (ENDS.indexOf(text.charAt(at)) >= 0) {
                close(piece, pieces);
                at++;
            } else {
                piece.append(text.charAt(at++));
            }
        }
        close(piece, pieces);
        return pieces;
    }

    private static void close(StringBuilder piece, List<String> pieces) {
        String text = piece.toString().strip();
        if (text.codePoints().anyMatch(Opinion::says)) {
            pieces.add(text);
        }
        piece.setLength(0);
    }

    private static boolean says(int c) {
        return "，,、：:.．…-—\"“”'".indexOf(c) < 0 && !Character.isWhitespace(c);
    }

    private static List<Part> parts(List<String> pieces) {
        List<Part> parts = new ArrayList<>();
        String pending = "";
        String heading = "";
        for (String piece : pieces) {
            boolean polite = COURTESY.matcher(piece).lookingAt();
            if (piece.endsWith("：") || piece.endsWith(":")) {
                pending += piece;
                heading = piece;
            } else if (polite && parts.isEmpty()) {
                pending += piece + "。";
            } else if (polite && pending.isEmpty()) {
                Part last = parts.remove(parts.size() - 1);
                parts.add(new Part(last.text() + "。" + piece, last.heading()));
            } else {
                parts.add(new Part(pending + piece, heading));
                pending = "";
            }
        }
        if (!pending.isEmpty()) {
            parts.add(new Part(pending, ""));
        }
        return parts;
    }
}
