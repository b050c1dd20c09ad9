package io.beian.wechat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.DeliveryReports;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes what WeChat tells about notices: which a person allows, and which did not arrive. None of
 * it is a turn of the dialogue.
 */
final class NoticeEvents {

    private static final String ARRIVED = "0";

    private final Permissions permissions;
    private final SentNotices sentNotices;
    private final Supplier<@Nullable DeliveryReports> reports;

    NoticeEvents(
            Permissions permissions,
            SentNotices sentNotices,
            Supplier<@Nullable DeliveryReports> reports) {
        this.permissions = permissions;
        this.sentNotices = sentNotices;
        this.reports = reports;
    }

    /** Passes over whatever is not about notices. */
    void take(Inbound message) {
        if (message instanceof Inbound.Notices notices) {
            if (notices.name().equals("subscribe_msg_sent_event")) {
                notices.items().forEach(sent -> ended(sent.sentId(), arrived(sent)));
            } else {
                enter(notices);
            }
        } else if (message instanceof Inbound.Event event
                && event.name().equals("templatesendjobfinish")) {
            boolean arrived = event.status().filter("success"::equalsIgnoreCase).isPresent();
            event.sentId().ifPresent(id -> ended(id, arrived));
        }
    }

    private static boolean arrived(Inbound.Notice sent) {
        return sent.errorCode().equals(ARRIVED);
    }

    /** Allowing in the settings brings no permission; only a tap on the page's sheet does. */
    private void enter(Inbound.Notices notices) {
        boolean asked = notices.name().equals("subscribe_msg_popup_event");
        Map<String, Permissions.Change> changes = new LinkedHashMap<>();
        for (Inbound.Notice item : notices.items()) {
            if (item.status().equals("reject")) {
                changes.put(item.templateId(), Permissions.Change.CLEAR);
            } else if (asked && item.status().equals("accept")) {
                changes.put(item.templateId(), Permissions.Change.ADD);
            }
        }
        if (!changes.isEmpty()) {
            Inbound.Origin origin = notices.origin();
            permissions.enter(
                    new ConversationId(origin.openid()), "event:" + origin.messageKey(), changes);
        }
    }

    private void ended(String messageId, boolean arrived) {
        Optional<SentNotices.Notice> sent = sentNotices.find(messageId);
        DeliveryReports listener = reports.get();
        if (!arrived && sent.isPresent() && listener != null) {
            SentNotices.Notice notice = sent.get();
            listener.failed(notice.to(), notice.name(), notice.way());
        }
        sent.ifPresent(notice -> sentNotices.forget(messageId));
    }
}
