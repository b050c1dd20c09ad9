package io.beian.sandbox.wechat;

import java.util.Map;
import java.util.TreeMap;

/** Writes what WeChat posts to an account. */
final class MessageXml {

    private MessageXml() {}

    static String write(String account, String openid, Stamp stamp, Act act) {
        StringBuilder xml = new StringBuilder("<xml>");
        element(xml, "ToUserName", account);
        element(xml, "FromUserName", openid);
        xml.append("<CreateTime>").append(stamp.createTime()).append("</CreateTime>");
        element(xml, "MsgType", act.message() ? act.type() : "event");
        if (!act.message()) {
            element(xml, "Event", act.type());
        }
        elements(xml, act.fields());
        if (act.message()) {
            xml.append("<MsgId>").append(stamp.msgId()).append("</MsgId>");
        }
        return xml.append("</xml>").toString();
    }

    static String envelope(String account, String encrypted) {
        StringBuilder xml = new StringBuilder("<xml>");
        element(xml, "ToUserName", account);
        element(xml, "Encrypt", encrypted);
        return xml.append("</xml>").toString();
    }

    private static void elements(StringBuilder xml, Map<String, String> fields) {
        Map<String, Map<String, String>> nested = new TreeMap<>();
        new TreeMap<>(fields)
                .forEach(
                        (name, value) -> {
                            int slash = name.indexOf('/');
                            if (slash < 0) {
                                element(xml, name, value);
                            } else {
                                nested.computeIfAbsent(
                                                name.substring(0, slash), n -> new TreeMap<>())
                                        .put(name.substring(slash + 1), value);
                            }
                        });
        nested.forEach(
                (name, inner) -> {
                    String tag = name.replaceFirst("#.*", "");
                    xml.append('<').append(tag).append('>');
                    elements(xml, inner);
                    xml.append("</").append(tag).append('>');
                });
    }

    /**
     * As WeChat does: what people write goes into the section as it is, control characters and end
     * marks of sections included (silenceper/wechat#750, offu/WeRoBot#420).
     */
    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<').append(name).append("><![CDATA[").append(text);
        xml.append("]]></").append(name).append('>');
    }

    /** What stays the same over all deliveries of a message. */
    record Stamp(long createTime, String msgId) {}
}
