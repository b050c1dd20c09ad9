package io.beian.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
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
        head(page, sheet);
        Slots.each(page, "part", parts(sheet), OrderTemplate::printPart);
        if (missing.isEmpty()) {
            Slots.remove(page, "missing");
        } else {
            Slots.text(page, "missing-characters", missing);
        }
        seal(page, sheet.seal());
        pictures(page, shots(sheet, pictureSources), OrderTemplate::fillPicture);
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
        head(page, sheet);
        Slots.each(page, "part", parts(sheet), OrderTemplate::foldPart);
        pictures(page, shots(sheet, pictureSources), OrderTemplate::openPicture);
        Slots.unmark(page);
        return "<!DOCTYPE html>\n" + html(document);
    }

    private static void head(Element page, Sheet sheet) {
        Slots.text(page, "title", sheet.title());
        Slots.text(page, "subtitle", sheet.subtitle());
        Slots.text(page, "imprint", sheet.imprint());
        Slots.text(page, "note", sheet.note());
    }

    private static List<Sheet.Part> parts(Sheet sheet) {
        return sheet.parts().stream().filter(part -> !part.rows().isEmpty()).toList();
    }

    /** All rows stand on paper; without numbers there is no column for them. */
    private static void printPart(Element part, Sheet.Part content) {
        Slots.text(part, "heading", content.heading());
        List<Sheet.Row> rows = content.rows();
        List<Integer> places = IntStream.range(0, rows.size()).boxed().toList();
        Slots.each(
                part, "row", places, (row, i) -> printRow(row, rows.get(i), i == rows.size() - 2));
        if (content.rows().stream().allMatch(row -> row.number().isEmpty())) {
            Slots.remove(part, "number-column");
            Slots.remove(part, "number-cell");
            Slots.one(part, "across").setAttribute("colspan", "2");
        }
    }

    /** The last row but one goes overleaf with the last, which would be alone there. */
    private static void printRow(Element row, Sheet.Row content, boolean held) {
        fillRow(row, content);
        if (held) {
            row.setAttribute("class", row.getAttribute("class") + " held");
        }
    }

    /** What was left empty is named in one line that opens. */
    private static void foldPart(Element part, Sheet.Part content) {
        List<Sheet.Row> filled = content.rows().stream().filter(Sheet.Row::filled).toList();
        List<Sheet.Row> empty = content.rows().stream().filter(row -> !row.filled()).toList();
        Slots.text(part, "heading", content.heading());
        if (filled.isEmpty()) {
            Slots.remove(part, "rows");
        } else {
            Slots.each(part, "row", filled, OrderTemplate::fillRow);
        }
        if (empty.isEmpty()) {
            Slots.remove(part, "empty");
        } else {
            Slots.text(part, "empty-labels", named(empty));
            Slots.each(part, "empty-row", empty, OrderTemplate::fillRow);
        }
    }

    private static String named(List<Sheet.Row> empty) {
        return "没填的 %d 项：%s"
                .formatted(
                        empty.size(),
                        empty.stream().map(Sheet.Row::label).collect(Collectors.joining("、")));
    }

    private static void fillRow(Element row, Sheet.Row content) {
        Slots.text(row, "number", content.number());
        Slots.one(row, "label").setTextContent(Legible.of(content.label()));
        Slots.one(row, "value").setTextContent(Legible.of(content.value()));
    }

    private static void seal(Element page, Sheet.Seal seal) {
        if (seal.places().isEmpty()) {
            Slots.remove(page, "seal");
            return;
        }
        Slots.text(page, "declares", seal.declares());
        Slots.each(page, "sign", seal.places(), (box, words) -> box.setTextContent(words));
    }

    /** A picture with its place in the sheet, from one on, and where it comes from. */
    private record Shot(int place, String caption, String source) {}

    private static List<Shot> shots(Sheet sheet, List<String> sources) {
        return IntStream.range(0, sheet.pictures().size())
                .mapToObj(i -> new Shot(i + 1, sheet.pictures().get(i).caption(), sources.get(i)))
                .toList();
    }

    private static void pictures(
            Element page, List<Shot> shots, BiConsumer<Element, Shot> fillOne) {
        if (shots.isEmpty()) {
            Slots.remove(page, "pictures");
            return;
        }
        List<List<Shot>> pairs =
                IntStream.iterate(0, i -> i < shots.size(), i -> i + 2)
                        .mapToObj(i -> shots.subList(i, Math.min(i + 2, shots.size())))
                        .toList();
        Slots.each(
                page,
                "pair",
                pairs,
                (row, pair) -> {
                    Slots.each(row, "picture", pair, fillOne);
                    if (pair.size() == 2) {
                        Slots.remove(row, "spare");
                    }
                });
    }

    private static void fillPicture(Element box, Shot shot) {
        Slots.text(box, "caption", shot.caption());
        if (shot.source().isEmpty()) {
            Slots.remove(box, "image");
        } else {
            Slots.remove(box, "broken");
            Slots.one(box, "image").setAttribute("src", shot.source());
        }
    }

    /** A tap opens the picture over the page, without a script; the way back leads to its place. */
    private static void openPicture(Element box, Shot shot) {
        if (shot.source().isEmpty()) {
            Slots.remove(box, "zoom");
            Slots.remove(box, "large");
            Slots.text(box, "caption", shot.caption());
            return;
        }
        fillPicture(box, shot);
        box.setAttribute("id", "picture-" + shot.place());
        Slots.one(box, "caption").setAttribute("id", "caption-" + shot.place());
        Element zoom = Slots.one(box, "zoom");
        zoom.setAttribute("href", "#large-" + shot.place());
        zoom.setAttribute("aria-labelledby", "caption-" + shot.place());
        Element large = Slots.one(box, "large");
        large.setAttribute("id", "large-" + shot.place());
        large.setAttribute("href", "#picture-" + shot.place());
        Slots.one(large, "large-image").setAttribute("src", shot.source());
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
