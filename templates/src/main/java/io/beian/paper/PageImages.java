package io.beian.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Turns the pages of a PDF into pictures for the chat. */
final class PageImages {

    private static final int DPI = 150;
    private static final int MOST_BYTES = 2 << 20; // WeChat takes pictures up to 2 MB everywhere

    private PageImages() {}

    static List<byte[]> of(byte[] pdf, int most) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            int together = (pages + most - 1) / most;
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            List<byte[]> images = new ArrayList<>();
            for (int from = 0; from < pages; from += together) {
                int to = Math.min(from + together, pages);
                images.add(Jpeg.write(column(renderer, from, to, dpi(together)), MOST_BYTES));
            }
            return images;
        }
    }

    /** Two pages fit one picture at full sharpness; more of them share its height. */
    private static float dpi(int together) {
        return together <= 2 ? DPI : Math.max(60, DPI * 2f / together);
    }

    private static BufferedImage column(PDFRenderer renderer, int from, int to, float dpi)
            throws IOException {
        BufferedImage first = renderer.renderImageWithDPI(from, dpi, ImageType.RGB);
        if (to - from == 1) {
            return first;
        }
        int height = first.getHeight();
        BufferedImage column =
                new BufferedImage(
                        first.getWidth(), height * (to - from), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = column.createGraphics();
        g.drawImage(first, 0, 0, Color.WHITE, null);
        for (int page = from + 1; page < to; page++) {
            BufferedImage image = renderer.renderImageWithDPI(page, dpi, ImageType.RGB);
            g.drawImage(image, 0, height * (page - from), Color.WHITE, null);
        }
        g.dispose();
        return column;
    }
}
