package io.beian.paper;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page with the lines for the foot of a home page (悬挂备案号), ready to be copied. */
final class FooterTemplate {

    private static final String CODE =
            "<a href=\"https://beian.miit.gov.cn/\" target=\"_blank\">%s</a>";

    private final byte[] markup = OrderTemplate.resource("/paper/footer.html");

    String page(List<String> licences) {
        Document document = OrderTemplate.parse(markup);
        Element page = document.getDocumentElement();
        Slots.each(page, "licence", licences, FooterTemplate::fill);
        Slots.unmark(page);
        return "<!DOCTYPE html>\n" + OrderTemplate.html(document);
    }

    private static void fill(Element part, String licence) {
        Slots.one(part, "number").setTextContent(licence);
        Slots.one(part, "shown").setTextContent(licence);
        Slots.one(part, "code").setTextContent(CODE.formatted(licence));
    }
}
