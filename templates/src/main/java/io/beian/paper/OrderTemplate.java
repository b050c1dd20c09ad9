package io.beian.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The one page template behind the PDF and the phone page. */
final class OrderTemplate {

    private final byte[] markup = resource("/paper/order.html");
    private final String shared = text("/paper/order.css");
    private final String print = shared + text("/paper/print.css");
    private final String phone = shared + text("/paper/phone.css");

    /** What the template says the pictures may be used for. */
    String purpose() {
        return Slots.one(parse().getDocumentElement(), "purpose").getTextContent();
    }

    /** The sheet for print; an empty source stands for a picture that cannot be shown. */
    Document forPrint(Sheet sheet, List<String> pictureSources, String missing) {
        Document document = parse();
        Element page = document.getDocumentElement();
        Slots.keepFor(page, "print");
        Slots.text(page, "style", print);
        fill(page, sheet, pictureSources);
        if (missing.isEmpty()) {
            Slots.remove(page, "missing");
        } else {
            Slots.text(page, "missing-characters", missing);
        }
        return document;
    }

    String forPhone(Sheet sheet, List<String> pictureSources, String fileUrl) {
        String purpose = purpose();
        Document document = parse();
        Element page = document.getDocumentElement();
        Slots.keepFor(page, "phone");
        Slots.text(page, "style", phone);
        if (fileUrl.isEmpty()) {
            Slots.remove(page, "file");
        } else {
            Slots.one(page, "file").setAttribute("href", fileUrl);
        }
        Slots.text(page, "mark", purpose);
        fill(page, sheet, pictureSources);
        Slots.unmark(page);
        return "<!DOCTYPE html>\n" + html(document);
    }

    private static void fill(Element page, Sheet sheet, List<String> pictureSources) {
        Slots.text(page, "title", sheet.title());
        Slots.text(page, "subtitle", sheet.subtitle());
        Slots.text(page, "note", sheet.note());
        List<Sheet.Part> parts =
                sheet.parts().stream().filter(part -> !part.rows().isEmpty()).toList();
        Slots.each(page, "part", parts, OrderTemplate::fillPart);
        if (sheet.pictures().isEmpty()) {
            Slots.remove(page, "pictures");
            return;
        }
        List<Integer> places = IntStream.range(0, sheet.pictures().size()).boxed().toList();
        Slots.each(
                page,
                "picture",
                places,
                (box, i) ->
                        fillPicture(box, sheet.pictures().get(i).caption(), pictureSources.get(i)));
    }

    private static void fillPart(Element part, Sheet.Part content) {
        Slots.text(part, "heading", content.heading());
        Slots.each(part, "row", content.rows(), OrderTemplate::fillRow);
    }

    private static void fillRow(Element row, Sheet.Row content) {
        Slots.text(row, "number", content.number());
        Slots.one(row, "label").setTextContent(Legible.of(content.label()));
        Slots.one(row, "value").setTextContent(Legible.of(content.value()));
    }

    private static void fillPicture(Element box, String caption, String source) {
        Slots.text(box, "caption", caption);
        if (source.isEmpty()) {
            Slots.remove(box, "image");
            Slots.remove(box, "mark");
        } else {
            Slots.remove(box, "broken");
            Slots.one(box, "image").setAttribute("src", source);
        }
    }

    private Document parse() {
        return parse(markup);
    }

    static Document parse(byte[] markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(markup));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the page template is not well-formed", e);
        }
    }

    static String html(Document document) {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.METHOD, "html");
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.setOutputProperty(OutputKeys.INDENT, "no");
            StringWriter html = new StringWriter();
            writer.transform(new DOMSource(document), new StreamResult(html));
            return html.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("the phone page cannot be written", e);
        }
    }

    private static String text(String path) {
        return new String(resource(path), StandardCharsets.UTF_8);
    }

    static byte[] resource(String path) {
        try (InputStream in = OrderTemplate.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
