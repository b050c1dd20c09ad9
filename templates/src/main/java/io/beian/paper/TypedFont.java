package io.beian.paper;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * A composite font of one document that gives every typed character its own code.
 *
 * <p>PDFBox's own fonts use the glyph as the code. Where one glyph serves two characters (辰 and the
 * radical ⾠), or a missing character falls back to a common sign, the text layer can then name only
 * one of them. Here the code stands for the character, and only {@code CIDToGIDMap} knows the glyph
 * (ISO 32000-1, 9.7.4.2), so that the text copies back exactly as typed.
 */
final class TypedFont extends PDFont {

    private static final int MOST_CODES = 0xFFFF;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int BFCHARS_PER_BLOCK = 100; // limit of the CMap format
    private static final float ASCENT = 880; // the em box of the ideographs, not the line gap
    private static final float DESCENT = -120;

    private final PDDocument document;
    private final Typeface typeface;
    private final PDFontDescriptor descriptor;
    private final COSDictionary cidFont = new COSDictionary();
    private final Map<Integer, Integer> codes = new HashMap<>();
    private final List<Integer> typed = new ArrayList<>();

    TypedFont(PDDocument document, Typeface typeface) {
        super(type0());
        this.document = document;
        this.typeface = typeface;
        this.descriptor = describe(typeface.name());
    }

    private static COSDictionary type0() {
        COSDictionary dict = new COSDictionary();
        dict.setItem(COSName.TYPE, COSName.FONT);
        dict.setItem(COSName.SUBTYPE, COSName.TYPE0);
        dict.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        return dict;
    }

    private static PDFontDescriptor describe(String name) {
        PDFontDescriptor descriptor = new PDFontDescriptor(new COSDictionary());
        descriptor.getCOSObject().setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setFontName(name);
        descriptor.setSymbolic(true);
        descriptor.setFontBoundingBox(new PDRectangle(0, DESCENT, 1000, ASCENT - DESCENT));
        descriptor.setAscent(ASCENT);
        descriptor.setDescent(DESCENT);
        descriptor.setCapHeight(733);
        descriptor.setItalicAngle(0);
        descriptor.setStemV(80);
        return descriptor;
    }

    @Override
    protected byte[] encode(int codePoint) {
        int code = code(codePoint);
        return new byte[] {(byte) (code >> 8), (byte) code};
    }

    private int code(int codePoint) {
        Integer known = codes.get(codePoint);
        if (known != null) {
            return known;
        }
        if (typed.size() == MOST_CODES - 1 && codePoint != REPLACEMENT) {
            return code(REPLACEMENT);
        }
        typed.add(codePoint);
        codes.put(codePoint, typed.size());
        return typed.size();
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        int high = in.read();
        int low = in.read();
        if (low < 0) {
            throw new EOFException();
        }
        return high << 8 | low;
    }

    @Override
    public float getWidth(int code) {
        return typeface.width(typed.get(code - 1));
    }

    @Override
    public boolean willBeSubset() {
        return true;
    }

    @Override
    public void addToSubset(int codePoint) {
        code(codePoint);
    }

    /** Writes the font into the document; PDFBox calls it once, when the document is saved. */
    @Override
    public void subset() throws IOException {
        TreeSet<Integer> glyphs = new TreeSet<>();
        typed.forEach(codePoint -> glyphs.add(typeface.glyph(codePoint)));
        Typeface.Subset subset = typeface.subset(glyphs);
        String name = tag(glyphs.hashCode()) + typeface.name();
        descriptor.setFontName(name);
        PDStream file = stream(subset.file());
        file.getCOSObject().setInt(COSName.LENGTH1, subset.file().length);
        descriptor.setFontFile2(file);
        writeCidFont(name, subset);
        COSArray descendants = new COSArray();
        descendants.add(cidFont);
        dict.setName(COSName.BASE_FONT, name);
        dict.setItem(COSName.DESCENDANT_FONTS, descendants);
        dict.setItem(COSName.TO_UNICODE, stream(toUnicode()));
    }

    private void writeCidFont(String name, Typeface.Subset subset) throws IOException {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        cidFont.setItem(COSName.TYPE, COSName.FONT);
        cidFont.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        cidFont.setName(COSName.BASE_FONT, name);
        cidFont.setItem(COSName.CIDSYSTEMINFO, system);
        cidFont.setItem(COSName.FONT_DESC, descriptor.getCOSObject());
        cidFont.setItem(COSName.W, widths());
        cidFont.setItem(COSName.CID_TO_GID_MAP, stream(glyphByCode(subset)));
    }

    private COSArray widths() {
        COSArray row = new COSArray();
        typed.forEach(codePoint -> row.add(new COSFloat(typeface.width(codePoint))));
        COSArray all = new COSArray();
        all.add(COSInteger.ONE);
        all.add(row);
        return all;
    }

    private byte[] glyphByCode(Typeface.Subset subset) {
        Map<Integer, Integer> subsetByFull = new HashMap<>();
        subset.fullBySubset().forEach((place, glyph) -> subsetByFull.put(glyph, place));
        ByteBuffer map = ByteBuffer.allocate(2 * (typed.size() + 1));
        map.putShort((short) 0);
        for (int codePoint : typed) {
            map.putShort(subsetByFull.getOrDefault(typeface.glyph(codePoint), 0).shortValue());
        }
        return map.array();
    }

    private byte[] toUnicode() {
        StringBuilder cmap =
                new StringBuilder(
                        """
                        /CIDInit /ProcSet findresource begin
                        12 dict begin
                        begincmap
                        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                        /CMapName /Adobe-Identity-UCS def
                        /CMapType 2 def
                        1 begincodespacerange
                        <0000> <FFFF>
                        endcodespacerange
                        """);
        for (int from = 0; from < typed.size(); from += BFCHARS_PER_BLOCK) {
            int to = Math.min(from + BFCHARS_PER_BLOCK, typed.size());
            cmap.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                cmap.append("<%04X> <%s>\n".formatted(i + 1, utf16(typed.get(i))));
            }
            cmap.append("endbfchar\n");
        }
        cmap.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return cmap.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String utf16(int codePoint) {
        StringBuilder hex = new StringBuilder();
        for (char unit : Character.toChars(codePoint)) {
            hex.append("%04X".formatted((int) unit));
        }
        return hex.toString();
    }

    private PDStream stream(byte[] bytes) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        return new PDStream(stream);
    }

    /** Six capitals before the name mark a subset (ISO 32000-1, 9.6.4). */
    private static String tag(int seed) {
        StringBuilder tag = new StringBuilder();
        long rest = Integer.toUnsignedLong(seed);
        for (int i = 0; i < 6; i++, rest /= 26) {
            tag.append((char) ('A' + rest % 26));
        }
        return tag.append('+').toString();
    }

    @Override
    public PDFontDescriptor getFontDescriptor() {
        return descriptor;
    }

    @Override
    public String getName() {
        return dict.getNameAsString(COSName.BASE_FONT, "");
    }

    @Override
    public BoundingBox getBoundingBox() {
        return new BoundingBox(0, DESCENT, 1000, ASCENT);
    }

    @Override
    @Deprecated
    public float getHeight(int code) {
        return ASCENT - DESCENT;
    }

    @Override
    public boolean hasExplicitWidth(int code) {
        return true;
    }

    @Override
    public float getWidthFromFont(int code) {
        return getWidth(code);
    }

    @Override
    protected float getStandard14Width(int code) {
        return getWidth(code);
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    public boolean isVertical() {
        return false;
    }
}
