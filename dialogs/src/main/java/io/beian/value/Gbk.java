package io.beian.value;

import java.nio.charset.Charset;

/** The character set of the bureau interface. */
final class Gbk {

    private static final Charset GBK = Charset.forName("GBK");

    private Gbk() {}

    /** Characters outside lead to 5008 非法字符 at the bureau. */
    static boolean fits(String text) {
        return GBK.newEncoder().canEncode(text);
    }

    static int length(String text) {
        return text.getBytes(GBK).length;
    }
}
