package io.beian.sandbox.wechat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One thing a person does on the phone.
 *
 * @param type as WeChat names it: {@code MsgType}, or the name of the event
 * @param message whether it is a message; it has a MsgId then and counts as having written
 * @param fields what WeChat sends of it; a slash in a name leads into an element, a {@code #2}
 *     tells it from others of its name
 */
record Act(String type, boolean message, Map<String, String> fields) {

    static final String CHOSEN = "subscribe_msg_popup_event";
    static final String SWITCHED = "subscribe_msg_change_event";

    Act {
        fields = Map.copyOf(fields);
    }

    static Act text(String content) {
        return message("text", Map.of("Content", content));
    }

    /** A tap on a choice inside a message; WeChat sends it as if it had been typed. */
    static Act tap(String content, String menuId) {
        return message("text", Map.of("Content", content, "bizmsgmenuid", menuId));
    }

    static Act image(String mediaId, String url) {
        return message("image", Map.of("PicUrl", url, "MediaId", mediaId));
    }

    static Act voice(String mediaId) {
        return message("voice", Map.of("MediaId", mediaId, "Format", "amr"));
    }

    static Act video(String mediaId, String thumb) {
        return message("video", Map.of("MediaId", mediaId, "ThumbMediaId", thumb));
    }

    static Act location(String latitude, String longitude, String label) {
        return message(
                "location",
                Map.of(
                        "Location_X", latitude,
                        "Location_Y", longitude,
                        "Scale", "16",
                        "Label", label));
    }

    static Act link(String title, String description, String url) {
        return message("link", Map.of("Title", title, "Description", description, "Url", url));
    }

    static Act subscribe(String scene, Supplier<String> ticket) {
        return scene.isEmpty()
                ? event("subscribe", Map.of("EventKey", ""))
                : event(
                        "subscribe",
                        Map.of("EventKey", "qrscene_" + scene, "Ticket", ticket.get()));
    }

    static Act unsubscribe() {
        return event("unsubscribe", Map.of("EventKey", ""));
    }

    static Act scan(String scene, Supplier<String> ticket) {
        return event("SCAN", Map.of("EventKey", scene, "Ticket", ticket.get()));
    }

    static Act click(String key) {
        return event("CLICK", Map.of("EventKey", key));
    }

    static Act view(String url) {
        return event("VIEW", Map.of("EventKey", url));
    }

    /** How sending a template message ended. */
    static Act templateSent(String msgId, String status) {
        return event("TEMPLATESENDJOBFINISH", Map.of("MsgID", msgId, "Status", status));
    }

    /** How sending a subscription notice ended. */
    static Act noticeSent(String templateId, String msgId, int code, String status) {
        String item = "SubscribeMsgSentEvent/List/";
        return event(
                "subscribe_msg_sent_event",
                Map.of(
                        item + "TemplateId", templateId,
                        item + "MsgID", msgId,
                        item + "ErrorCode", Integer.toString(code),
                        item + "ErrorStatus", status));
    }

    /** What was chosen on the sheet that asks for notices. */
    static Act noticesChosen(Map<String, String> statusByTemplate) {
        return event(CHOSEN, choices("SubscribeMsgPopupEvent", statusByTemplate));
    }

    /** What was switched in the settings of the account's notices. */
    static Act noticesSwitched(Map<String, String> statusByTemplate) {
        return event(SWITCHED, choices("SubscribeMsgChangeEvent", statusByTemplate));
    }

    private static Map<String, String> choices(
            String around, Map<String, String> statusByTemplate) {
        Map<String, String> fields = new LinkedHashMap<>();
        int nth = 1;
        for (Map.Entry<String, String> choice : statusByTemplate.entrySet()) {
            String item = around + "/List#" + nth++ + "/";
            fields.put(item + "TemplateId", choice.getKey());
            fields.put(item + "SubscribeStatusString", choice.getValue());
            fields.put(item + "PopupScene", "2");
        }
        return fields;
    }

    /** An agent took a person on or let them go: {@code create} or {@code close}. */
    static Act session(String what, String account) {
        return event("kf_" + what + "_session", Map.of("KfAccount", account));
    }

    /** Whether WeChat shows the person what comes back, and says so if nothing sensible does. */
    boolean expectsReply() {
        return message || type.equals("CLICK") || type.equals("SCAN") || type.equals("subscribe");
    }

    private static Act message(String type, Map<String, String> fields) {
        return new Act(type, true, new LinkedHashMap<>(fields));
    }

    private static Act event(String type, Map<String, String> fields) {
        return new Act(type, false, fields);
    }
}
