package io.beian.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Fills the marked places of the page template; text goes in as text nodes, never as markup. */
final class Slots {

    private static final String SLOT = "data-slot";

    private Slots() {}

    /** Puts the text into each slot of that name; an empty text removes the slot. */
    static void text(Element scope, String slot, String text) {
        for (Element place : marked(scope, SLOT, slot)) {
            if (text.isEmpty()) {
                remove(place);
            } else {
                place.setTextContent(Legible.of(text));
            }
        }
    }

    /** Repeats the slot once per item, filled by {@code fill}. */
    static <T> void each(Element scope, String slot, List<T> items, BiConsumer<Element, T> fill) {
        Element pattern = one(scope, slot);
        for (T item : items) {
            Element copy = (Element) pattern.cloneNode(true);
            fill.accept(copy, item);
            parent(pattern).insertBefore(copy, pattern);
        }
        remove(pattern);
    }

    static Element one(Element scope, String slot) {
        return marked(scope, SLOT, slot).get(0);
    }

    static void remove(Element scope, String slot) {
        marked(scope, SLOT, slot).forEach(Slots::remove);
    }

    /** Removes what is meant for another medium only. */
    static void keepFor(Element scope, String medium) {
        for (Element element : marked(scope, "data-only", "")) {
            if (!element.getAttribute("data-only").equals(medium)) {
                remove(element);
            }
        }
    }

    static void unmark(Element scope) {
        marked(scope, SLOT, "").forEach(element -> element.removeAttribute(SLOT));
        marked(scope, "data-only", "").forEach(element -> element.removeAttribute("data-only"));
    }

    private static List<Element> marked(Element scope, String attribute, String value) {
        NodeList all = scope.getElementsByTagName("*");
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.hasAttribute(attribute)
                    && (value.isEmpty() || element.getAttribute(attribute).equals(value))) {
                found.add(element);
            }
        }
        return found;
    }

    private static void remove(Element element) {
        parent(element).removeChild(element);
    }

    private static Node parent(Node node) {
        Node parent = node.getParentNode();
        if (parent == null) {
            throw new IllegalStateException("the slot stands outside the template");
        }
        return parent;
    }
}
