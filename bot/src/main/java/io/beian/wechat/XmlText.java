package io.beian.wechat;

/** Text as XML 1.0 can carry it. */
final class XmlText {

    private XmlText() {}

    /** The text without the characters XML forbids: most control characters, lone surrogates. */
    static String legal(String text) {
        int clean = legalPrefix(text);
        if (clean == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, clean);
        text.substring(clean).codePoints().filter(XmlText::isLegal).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** A CDATA section, or several where the text itself holds the end mark. */
    static String cdata(String text) {
        // A parser turns every line end into \n; written so, what is read is what was said.
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return "<![CDATA[" + legal(lines).replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    private static int legalPrefix(String text) {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (!isLegal(point)) {
                break;
            }
            i += Character.charCount(point);
        }
        return i;
    }

    /** See https://www.w3.org/TR/xml/#charsets */
    private static boolean isLegal(int point) {
        return (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000
                || point == '\n'
                || point == '\t'
                || point == '\r';
    }
}
