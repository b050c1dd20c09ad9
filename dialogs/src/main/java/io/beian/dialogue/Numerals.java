package io.beian.dialogue;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The ways people write the number of a list item. */
final class Numerals {

    private static final String CHINESE = "一二三四五六七八九";

    /** A digit under the combining key cap, mostly with a variation selector between. */
    private static final Pattern KEYCAP = Pattern.compile("([0-9])\\x{FE0F}?\\x{20E3}");

    /** Where the numbers from 1 on begin in Unicode, and how many there are. */
    private static final int[][] BLOCKS = {
        {0x2460, 20},
        {0x2474, 20},
        {0x2488, 20},
        {0x24F5, 10},
        {0x2776, 10},
        {0x2780, 10},
        {0x278A, 10},
        {0x2160, 12},
        {0x2170, 12},
        {0x3220, 10},
        {0x3280, 10}
    };

    /** The circled ten of the keycap digits. */
    private static final int KEYCAP_TEN = 0x1F51F;

    private Numerals() {}

    /**
     * The text with every enclosed, circled, keycap or Roman number as a plain one in brackets, so
     * that ①③ stays two numbers, and the rest in NFKC.
     */
    static String plain(String said) {
        StringBuilder plain = new StringBuilder();
        KEYCAP.matcher(said).replaceAll("($1)").codePoints().forEach(cp -> append(plain, cp));
        return Normalizer.normalize(plain, Normalizer.Form.NFKC);
    }

    private static void append(StringBuilder plain, int cp) {
        int number = enclosed(cp);
        if (number > 0) {
            plain.append('(').append(number).append(')');
        } else {
            plain.appendCodePoint(cp);
        }
    }

    /** Characters that hold a whole number from 1 on; 0 for all others. */
    private static int enclosed(int cp) {
        if (cp == KEYCAP_TEN) {
            return 10;
        }
        for (int[] block : BLOCKS) {
            if (cp >= block[0] && cp < block[0] + block[1]) {
                return cp - block[0] + 1;
            }
        }
        return 0;
    }

    /** 12, 十二, 二十 and 两 as numbers. */
    static int value(String number) {
        if (Character.isDigit(number.charAt(0))) {
            return Integer.parseInt(number);
        }
        int ten = number.indexOf('十');
        if (ten < 0) {
            return digit(number);
        }
        int tens = ten == 0 ? 1 : digit(number.substring(0, ten));
        int ones = ten == number.length() - 1 ? 0 : digit(number.substring(ten + 1));
        return tens * 10 + ones;
    }

    private static int digit(String numeral) {
        return numeral.equals("两") ? 2 : CHINESE.indexOf(numeral) + 1;
    }
}
