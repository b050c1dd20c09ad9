package io.beian.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The shipped font, parsed once: which glyph a character gets, how wide it is, how it looks. */
final class Typeface {

    private static final int GETA = 0x3013; // 〓, the printer's mark for a missing type
    private static final List<String> TABLES_OF_A_SUBSET =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    /** A subset font file and, for each glyph of the full font, its place in the subset. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Subset(byte[] file, Map<Integer, Integer> fullBySubset) {}

    private final TrueTypeFont ttf;
    private final CmapLookup cmap;
    private final float perMille;
    private final ReentrantLock reading = new ReentrantLock();

    Typeface(TrueTypeFont ttf) throws IOException {
        this.ttf = ttf;
        this.cmap = ttf.getUnicodeCmapLookup();
        this.perMille = 1000f / ttf.getUnitsPerEm();
    }

    static Typeface load(String resource) {
        try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no font at " + resource);
            }
            return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        try {
            return ttf.getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the character cannot be drawn and is shown as 〓. */
    boolean lacks(int codePoint) {
        return !isInvisible(codePoint) && cmap.getGlyphId(codePoint) == 0;
    }

    int glyph(int codePoint) {
        if (isInvisible(codePoint)) {
            return cmap.getGlyphId(' ');
        }
        int glyph = cmap.getGlyphId(codePoint);
        return glyph == 0 ? cmap.getGlyphId(GETA) : glyph;
    }

    /** The advance in thousandths of the type size. */
    float width(int codePoint) {
        if (isInvisible(codePoint)) {
            return 0;
        }
        try {
            return ttf.getAdvanceWidth(glyph(codePoint)) * perMille;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outline of a line of text in thousandths of the type size, starting at the origin. */
    Path2D outline(String text) {
        reading.lock();
        try {
            Path2D line = new Path2D.Float();
            double x = 0;
            for (int codePoint : text.codePoints().toArray()) {
                GlyphData glyph = ttf.getGlyph().getGlyph(glyph(codePoint));
                if (glyph != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                    place.scale(perMille, perMille);
                    line.append(glyph.getPath().getPathIterator(place), false);
                }
                x += width(codePoint);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reading.unlock();
        }
    }

    Subset subset(Set<Integer> glyphs) throws IOException {
        reading.lock();
        try {
            TTFSubsetter subsetter = new TTFSubsetter(ttf, TABLES_OF_A_SUBSET);
            subsetter.addGlyphIds(glyphs);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            subsetter.writeToStream(file);
            return new Subset(file.toByteArray(), subsetter.getGIDMap());
        } finally {
            reading.unlock();
        }
    }

    /** Joiners and variation selectors take no room (Unicode, Default_Ignorable_Code_Point). */
    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
