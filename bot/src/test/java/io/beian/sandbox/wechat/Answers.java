package io.beian.sandbox.wechat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What the stub says, right and wrong. */
record Answers(SafeMode codec, String appId, MediaShelf media) {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};

    String to(Fields message) {
        String said = message.get("Content");
        return switch (said) {
            case "empty" -> "";
            case "success" -> "success";
            case "json" -> "{\"text\":\"hello\"}";
            case "plain" -> text(message, "in clear");
            case "other appid" -> sealed(text(message, "hello"), "wxffffffffffffffff");
            case "bad signature" -> own(text(message, "hello")).replaceAll("[0-9a-f]{40}", "f00d");
            case "not xml" -> own("<xml><MsgType>text");
            case "twice" -> own(text(message, "a]]></Content><Content><![CDATA[b"));
            case "stranger" -> own(text(message, "hi").replace(message.get("FromUserName"), "oX"));
            case "long" -> own(text(message, "长".repeat(683)));
            case "just fits" -> own(text(message, "长".repeat(682) + "ab"));
            case "picture" -> own(image(message, media.put(JPEG)));
            case "unknown picture" -> own(image(message, "0".repeat(48)));
            case "choices" -> own(text(message, choices()));
            default -> own(text(message, describe(message).replace("]]>", "]]]]><![CDATA[>")));
        };
    }

    private static String describe(Fields message) {
        String type = message.get("MsgType");
        String menuId = message.get("bizmsgmenuid");
        if (type.equals("event")) {
            return (message.get("Event") + " " + message.get("EventKey")).strip();
        }
        if (!menuId.isEmpty()) {
            return "tapped " + menuId + ": " + message.get("Content");
        }
        return type.equals("text") ? "echo: " + message.get("Content") : "got " + type;
    }

    private static String choices() {
        return "主办单位是？\n"
                + choice(1, "企业")
                + choice(2, "个体工商户")
                + choice(3, "个人 & 其他+")
                + "<a href=\"https://example.com/help\">说明</a>\n<b>not bold</b>";
    }

    private static String choice(int number, String label) {
        String content = URLEncoder.encode(label, StandardCharsets.UTF_8).replace("+", "%20");
        return "%d. <a href=\"weixin://bizmsgmenu?msgmenucontent=%s&msgmenuid=7.%d\">%s</a>%n"
                .formatted(number, content, number, label);
    }

    private static String text(Fields to, String content) {
        return message(to, "text", "<Content><![CDATA[" + content + "]]></Content>");
    }

    private static String image(Fields to, String mediaId) {
        return message(to, "image", "<Image><MediaId>" + mediaId + "</MediaId></Image>");
    }

    private static String message(Fields to, String type, String content) {
        return "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName><CreateTime>%s</CreateTime><MsgType>%s</MsgType>%s</xml>"
                .formatted(
                        to.get("FromUserName"),
                        to.get("ToUserName"),
                        to.get("CreateTime"),
                        type,
                        content);
    }

    private String own(String xml) {
        return sealed(xml, appId);
    }

    private String sealed(String xml, String owner) {
        String encrypted = codec.seal(xml, owner);
        return "<xml><Encrypt>%s</Encrypt><MsgSignature>%s</MsgSignature><TimeStamp>1</TimeStamp><Nonce>2</Nonce></xml>"
                .formatted(encrypted, codec.sign("1", "2", encrypted));
    }
}
