package io.beian.paper;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;

/**
 * Prints a filing order: as PDF, as page images for the chat and as a page for the phone.
 *
 * <p>Thread-safe. Making one reads a font of 10 MB, so keep it.
 */
public final class Paper {

    private static final String PICTURE = "picture";
    private static final int MOST_MISSING = 100;

    private final Typeface typeface = Typeface.load("/fonts/NotoSansSC-Regular.ttf");
    private final OrderTemplate template = new OrderTemplate();
    private final Watermark watermark = new Watermark(typeface.outline(template.purpose()));

    public Paper() {
        XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
    }

    /** The sheet as an A4 PDF; the same sheet gives the same bytes. */
    public byte[] pdf(Sheet sheet) {
        try (PDDocument document = new PDDocument()) {
            layOut(sheet, document);
            watermark.stamp(document);
            describe(document, sheet);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At most {@code most} JPEGs of at most 2 MB each, pages set one below the other if needed. */
    public List<byte[]> pageImages(byte[] pdf, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one image");
        }
        try {
            return PageImages.of(pdf, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A self-contained page; the addresses are those of the sheet's pictures and of its PDF. */
    public String phonePage(Sheet sheet, List<String> pictureUrls, @Nullable String pdfUrl) {
        if (pictureUrls.size() != sheet.pictures().size()) {
            throw new IllegalArgumentException("one address per picture");
        }
        return template.forPhone(sheet, pictureUrls, pdfUrl == null ? "" : pdfUrl);
    }

    /**
     * The page with the lines for the foot of a home page.
     *
     * @param licences 网站备案号
     */
    public String footerPage(List<String> licences) {
        return new FooterTemplate().page(licences);
    }

    /** A page that says why another one is not shown; each line of the text is a paragraph. */
    public String notePage(String title, String text) {
        return notePage(title, text, "", "");
    }

    /** The same with a button of that label that leads to an address. */
    public String notePage(String title, String text, String label, String address) {
        return new NoteTemplate().page(title, text, label, address);
    }

    private void layOut(Sheet sheet, PDDocument document) throws IOException {
        List<Optional<byte[]>> pictures =
                sheet.pictures().stream().map(picture -> Jpeg.forPage(picture.bytes())).toList();
        TypedFont font = new TypedFont(document, typeface);
        PdfRendererBuilder builder =
                new PdfRendererBuilder()
                        .usePDDocument(document)
                        // Tagged, so that it can be read aloud; also keeps built-in fonts out.
                        .usePdfUaAccessibility(true)
                        .useFont(new PDFontSupplier(font), "paper", 400, FontStyle.NORMAL, true)
                        .useUnicodeLineBreaker(new WholeSpaces())
                        .useProtocolsStreamImplementation(uri -> picture(uri, pictures), PICTURE)
                        .withW3cDocument(
                                template.forPrint(sheet, sources(pictures), missing(sheet)), null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    private static List<String> sources(List<Optional<byte[]>> pictures) {
        return IntStream.range(0, pictures.size())
                .mapToObj(i -> pictures.get(i).isPresent() ? PICTURE + ":" + i : "")
                .toList();
    }

    private static FSStream picture(String uri, List<Optional<byte[]>> pictures) {
        int place = Integer.parseInt(uri.substring(PICTURE.length() + 1));
        return new Bytes(pictures.get(place).orElseThrow());
    }

    /** The characters printed as 〓, each with its code point. */
    private String missing(Sheet sheet) {
        return texts(sheet)
                .flatMapToInt(text -> Legible.of(text).codePoints())
                .filter(codePoint -> codePoint != '\n' && codePoint != Legible.REPLACEMENT)
                .filter(typeface::lacks)
                .distinct()
                .limit(MOST_MISSING)
                .mapToObj(c -> "%s U+%04X".formatted(Character.toString(c), c))
                .collect(Collectors.joining("、"));
    }

    private static Stream<String> texts(Sheet sheet) {
        Stream<String> head = Stream.of(sheet.title(), sheet.subtitle(), sheet.note());
        Stream<String> parts =
                sheet.parts().stream()
                        .flatMap(
                                part ->
                                        Stream.concat(
                                                Stream.of(part.heading()),
                                                part.rows().stream()
                                                        .flatMap(
                                                                r ->
                                                                        Stream.of(
                                                                                r.label(),
                                                                                r.value()))));
        Stream<String> captions = sheet.pictures().stream().map(Sheet.Picture::caption);
        return Stream.of(head, parts, captions).flatMap(texts -> texts);
    }

    /**
     * Title and nothing else: no dates, no names; a fixed seed makes the file identifier stable.
     */
    private static void describe(PDDocument document, Sheet sheet) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(Legible.of(sheet.title()));
        document.setDocumentInformation(about);
        document.setDocumentId(1L);
        document.getDocumentCatalog().setLanguage("zh-CN");
    }

    private record Bytes(@SuppressWarnings("ArrayRecordComponent") byte[] bytes)
            implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
