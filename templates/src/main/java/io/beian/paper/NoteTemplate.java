package io.beian.paper;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A page that says in a few words why another one is not shown. */
final class NoteTemplate {

    private final byte[] markup = OrderTemplate.resource("/paper/note.html");

    /** Without an address the page has no button. */
    String page(String title, String text, String label, String address) {
        Document document = OrderTemplate.parse(markup);
        Element page = document.getDocumentElement();
        Slots.text(page, "title", title);
        Slots.each(page, "line", text.lines().toList(), Element::setTextContent);
        if (address.isEmpty()) {
            Slots.remove(page, "again");
        } else {
            Slots.one(page, "again").setAttribute("href", address);
            Slots.text(page, "again", label);
        }
        Slots.unmark(page);
        return "<!DOCTYPE html>\n" + OrderTemplate.html(document);
    }
}
