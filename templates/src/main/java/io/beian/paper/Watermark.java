package io.beian.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/**
 * Says over every page with pictures what they may be used for.
 *
 * <p>It is drawn as outlines, so that it never mixes with the text that is copied from the page.
 */
final class Watermark {

    private static final float SIZE = 17;
    private static final float STEP_ACROSS = 195;
    private static final float STEP_UP = 120;

    private final Path2D outline;

    Watermark(Path2D outline) {
        this.outline = outline;
    }

    void stamp(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            if (hasPicture(page.getResources())) {
                stamp(document, page);
            }
        }
    }

    private static boolean hasPicture(PDResources resources) {
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
        }
        return false;
    }

    private void stamp(PDDocument document, PDPage page) throws IOException {
        PDExtendedGraphicsState faint = new PDExtendedGraphicsState();
        faint.setNonStrokingAlphaConstant(0.16f);
        PDRectangle box = page.getMediaBox();
        try (PDPageContentStream out =
                new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            out.beginMarkedContent(COSName.ARTIFACT);
            out.setGraphicsStateParameters(faint);
            out.setNonStrokingColor(0.35f, 0.38f, 0.42f);
            for (float y = 70; y < box.getHeight(); y += STEP_UP) {
                for (float x = 30; x < box.getWidth(); x += STEP_ACROSS) {
                    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
                    place.rotate(Math.toRadians(25));
                    place.scale(SIZE / 1000, SIZE / 1000);
                    draw(out, outline.getPathIterator(place));
                }
            }
            out.fill();
            out.endMarkedContent();
        }
    }

    private static void draw(PDPageContentStream out, PathIterator path) throws IOException {
        float[] p = new float[6];
        float x = 0;
        float y = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(p);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> out.moveTo(p[0], p[1]);
                case PathIterator.SEG_LINETO -> out.lineTo(p[0], p[1]);
                case PathIterator.SEG_QUADTO -> quad(out, x, y, p);
                case PathIterator.SEG_CUBICTO -> out.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                default -> out.closePath();
            }
            int last =
                    kind == PathIterator.SEG_QUADTO ? 2 : kind == PathIterator.SEG_CUBICTO ? 4 : 0;
            x = p[last];
            y = p[last + 1];
        }
    }

    /** PDF has no quadratic curves; this is the same curve as a cubic one. */
    private static void quad(PDPageContentStream out, float x, float y, float[] p)
            throws IOException {
        out.curveTo(
                x + 2f / 3 * (p[0] - x),
                y + 2f / 3 * (p[1] - y),
                p[2] + 2f / 3 * (p[0] - p[2]),
                p[3] + 2f / 3 * (p[1] - p[3]),
                p[2],
                p[3]);
    }
}
