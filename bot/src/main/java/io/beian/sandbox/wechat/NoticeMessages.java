package io.beian.sandbox.wechat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes template messages and subscription notices, and reports a moment later what came of it. */
final class NoticeMessages {

    private static final Duration SAME_CLIENT_ID = Duration.ofMinutes(10);

    private final Chats chats;
    private final Templates templates;
    private final Faults faults;
    private final WechatServer server;
    private final InstantSource clock;
    private final JsonMapper json;

    NoticeMessages(
            Chats chats,
            Templates templates,
            Faults faults,
            WechatServer server,
            InstantSource clock,
            JsonMapper json) {
        this.chats = chats;
        this.templates = templates;
        this.faults = faults;
        this.server = server;
        this.clock = clock;
        this.json = json;
    }

    synchronized Map<String, Object> sendTemplate(JsonNode message) {
        String openid = message.path("touser").asString("");
        Optional<Map<String, Object>> refused = refused(message, false, Faults.Call.TEMPLATE);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (chats.following(openid) != Chats.Following.YES) {
            return ApiCode.NOT_A_FOLLOWER.body();
        }
        String clientId = message.path("client_msg_id").asString("");
        Optional<Entry> before = sentBefore(openid, clientId);
        if (before.isPresent()) {
            return taken(before.get().field("MsgID"));
        }
        String msgId = show(openid, "template", message, clientId);
        server.report(openid, Act.templateSent(msgId, faults.delivery().orElse("success")));
        return taken(msgId);
    }

    synchronized Map<String, Object> sendSubscription(JsonNode message) {
        String openid = message.path("touser").asString("");
        String templateId = message.path("template_id").asString("");
        Optional<Map<String, Object>> refused = refused(message, true, Faults.Call.SUBSCRIPTION);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (allowed(openid).getOrDefault(templateId, 0) < 1) {
            return ApiCode.REFUSED_BY_PERSON.body();
        }
        String msgId = show(openid, "subscription", message, "");
        boolean failed = faults.delivery().isPresent();
        server.report(
                openid,
                Act.noticeSent(
                        templateId,
                        msgId,
                        failed ? 43019 : 0,
                        faults.delivery().orElse("success")));
        return taken(msgId);
    }

    /** How many notices of each template somebody has allowed that have not come yet. */
    Map<String, Integer> allowed(String openid) {
        Map<String, Integer> allowed = new TreeMap<>();
        for (Entry entry : chats.all(openid)) {
            if (entry.is(Entry.Kind.DID, Act.CHOSEN) || entry.is(Entry.Kind.DID, Act.SWITCHED)) {
                choose(allowed, entry);
            } else if (entry.is(Entry.Kind.NOTICED, "subscription")) {
                allowed.merge(entry.field("TemplateId"), -1, Integer::sum);
            }
        }
        return allowed;
    }

    private static void choose(Map<String, Integer> allowed, Entry entry) {
        entry.fields()
                .forEach(
                        (name, template) -> {
                            if (!name.endsWith("/TemplateId")) {
                                return;
                            }
                            String status =
                                    entry.field(
                                            name.replace("/TemplateId", "/SubscribeStatusString"));
                            if (!status.equals("accept")) {
                                allowed.remove(template);
                            } else if (entry.type().equals(Act.CHOSEN)) {
                                allowed.merge(template, 1, Integer::sum);
                            }
                        });
    }

    private Optional<Map<String, Object>> refused(
            JsonNode message, boolean subscription, Faults.Call call) {
        Optional<ApiCode> fault = faults.of(call);
        if (fault.isPresent()) {
            return fault.map(ApiCode::body);
        }
        if (!chats.knows(message.path("touser").asString(""))) {
            return Optional.of(ApiCode.INVALID_OPENID.body());
        }
        return templates
                .find(message.path("template_id").asString(""), subscription)
                .map(template -> wrongField(template, message.path("data")))
                .orElseGet(() -> Optional.of(ApiCode.INVALID_TEMPLATE.body()));
    }

    private static Optional<Map<String, Object>> wrongField(
            Templates.Template template, JsonNode data) {
        return template.fields().stream()
                .filter(field -> !FieldRules.takes(field, value(data, field)))
                .findFirst()
                .map(
                        field -> {
                            Map<String, Object> body =
                                    new HashMap<>(ApiCode.ARGUMENT_INVALID.body());
                            body.put(
                                    "errmsg",
                                    "argument invalid! data." + field.name() + ".value invalid");
                            return body;
                        });
    }

    private Optional<Entry> sentBefore(String openid, String clientId) {
        return clientId.isEmpty()
                ? Optional.empty()
                : chats.all(openid).stream()
                        .filter(entry -> entry.field("ClientMsgId").equals(clientId))
                        .filter(entry -> entry.at().plus(SAME_CLIENT_ID).isAfter(clock.instant()))
                        .findFirst();
    }

    private String show(String openid, String type, JsonNode message, String clientId) {
        String id = message.path("template_id").asString("");
        Templates.Template template = templates.find(id, type.equals("subscription")).orElseThrow();
        List<List<String>> rows =
                template.fields().stream()
                        .map(field -> List.of(field.label(), value(message.path("data"), field)))
                        .toList();
        String msgId = server.newMsgId();
        chats.add(
                openid,
                Entry.Kind.NOTICED,
                type,
                Map.of(
                        "TemplateId", id,
                        "MsgID", msgId,
                        "ClientMsgId", clientId,
                        "Title", template.title(),
                        "Rows", json.writeValueAsString(rows)));
        return msgId;
    }

    private static String value(JsonNode data, Templates.Field field) {
        return data.path(field.name()).path("value").asString("");
    }

    private static Map<String, Object> taken(String msgId) {
        return Map.of("errcode", 0, "errmsg", "ok", "msgid", Long.parseLong(msgId));
    }
}
