package io.beian.sandbox.wechat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The elements of a reply by name; those of an inner element under {@code Outer/Inner}.
 *
 * @param values text by name; missing elements count as empty
 */
record Fields(Map<String, String> values) {

    /** Empty if this is not XML, is not rooted in {@code <xml>} or names an element twice. */
    static Optional<Fields> parse(String xml) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Element root =
                    builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            Map<String, String> values = new HashMap<>();
            boolean fine = root.getTagName().equals("xml") && collect(root, "", values);
            return fine ? Optional.of(new Fields(values)) : Optional.empty();
        } catch (SAXException malformed) {
            return Optional.empty();
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("no XML parser for a string in memory", e);
        }
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    private static boolean collect(Element parent, String prefix, Map<String, String> values) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                String name = prefix + child.getTagName();
                boolean first = values.putIfAbsent(name, child.getTextContent()) == null;
                if (!first || !collect(child, name + "/", values)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setExpandEntityReferences(false);
        return factory;
    }
}
