package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads WeChat's XML into its leaves: {@code MsgType}, {@code SendPicsInfo/PicList/item/PicMd5Sum}.
 * Of elements that repeat, the first has the plain name and the second a {@code #2} behind it;
 * nothing outside the text itself is ever looked at. WeChat writes no attributes, so one with any
 * is not its.
 */
final class WechatXml {

    private static final int MAX_DEPTH = 8;

    /** WeChat's longest is of 22; a path repeats the names around it for every leaf. */
    private static final int MAX_NAME = 64;

    /** A list of nine pictures with everything around it has less than fifty. */
    private static final int MAX_ELEMENTS = 512;

    private final XMLInputFactory factory = strictFactory();

    Map<String, String> read(byte[] body) throws CodecException {
        return read(new String(body, UTF_8));
    }

    Map<String, String> read(String xml) throws CodecException {
        if (declaresTypes(xml)) {
            throw new CodecException(Reason.UNREADABLE_XML);
        }
        // People do paste control characters; losing one beats losing the message.
        String legal = XmlText.legal(xml);
        Optional<SpokenPart> spoken = SpokenPart.of(legal);
        return spoken.isPresent() ? apart(legal, spoken.get()) : leaves(legal);
    }

    /**
     * Reads what the sender wrote by itself, so that none of it can pass for a field of WeChat's,
     * and takes it as it stands where it is no XML. Of an event nothing is the sender's.
     */
    private Map<String, String> apart(String xml, SpokenPart spoken) throws CodecException {
        Map<String, String> fields = leavesIfAny(spoken.unspoken());
        if (fields.getOrDefault("MsgType", "event").equalsIgnoreCase("event")) {
            return leaves(xml);
        }
        Map<String, String> said = leavesIfAny("<xml>" + spoken.said() + "</xml>");
        Map<String, String> all = new HashMap<>(said);
        if (!said.keySet().equals(Set.of("Content"))) {
            spoken.words().ifPresent(words -> all.put("Content", words));
        }
        all.keySet().retainAll(SpokenPart.ELEMENTS);
        all.putAll(fields);
        return all;
    }

    private Map<String, String> leavesIfAny(String xml) {
        try {
            return leaves(xml);
        } catch (CodecException malformed) {
            return Map.of();
        }
    }

    private Map<String, String> leaves(String xml) throws CodecException {
        try {
            return new Leaves().of(factory.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException e) {
            throw new CodecException(Reason.UNREADABLE_XML);
        }
    }

    /** The JDK's parser passes over a broken DOCTYPE by printing to standard error. */
    private static boolean declaresTypes(String xml) {
        int root = xml.indexOf("<xml");
        return root < 0 || xml.lastIndexOf("<!DOCTYPE", root) >= 0;
    }

    private static XMLInputFactory strictFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // The reader refuses the first one it sees; this keeps the parser from collecting them.
        factory.setProperty("jdk.xml.elementAttributeLimit", "8");
        return factory;
    }

    private static final class Leaves {

        private final Map<String, String> found = new HashMap<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final Deque<String> paths = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private boolean leaf;
        private int elements;

        Map<String, String> of(XMLStreamReader xml) throws XMLStreamException, CodecException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT ->
                            open(xml.getLocalName(), xml.getAttributeCount());
                    case XMLStreamConstants.END_ELEMENT -> close();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                            text.append(xml.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new CodecException(Reason.UNREADABLE_XML);
                    default -> {}
                }
            }
            return found;
        }

        private void open(String name, int attributes) throws CodecException {
            boolean within =
                    paths.size() < MAX_DEPTH
                            && ++elements <= MAX_ELEMENTS
                            && name.length() <= MAX_NAME
                            && attributes == 0;
            if (!within || (paths.isEmpty() && !name.equals("xml"))) {
                throw new CodecException(Reason.UNREADABLE_XML);
            }
            String path = paths.size() < 2 ? name : paths.peek() + "/" + name;
            int nth = paths.isEmpty() ? 1 : seen.merge(path, 1, Integer::sum);
            paths.push(nth == 1 ? path : path + "#" + nth);
            text.setLength(0);
            leaf = true;
        }

        private void close() {
            String path = paths.pop();
            if (leaf && !paths.isEmpty()) {
                found.putIfAbsent(path, text.toString());
            }
            leaf = false;
        }
    }
}
