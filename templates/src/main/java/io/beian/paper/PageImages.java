package io.beian.paper;

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
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            List<byte[]> images = new ArrayList<>();
            for (int page = 0; page < Math.min(most, document.getNumberOfPages()); page++) {
                images.add(
                        Jpeg.write(
                                renderer.renderImageWithDPI(page, DPI, ImageType.RGB), MOST_BYTES));
            }
            return images;
        }
    }
}
