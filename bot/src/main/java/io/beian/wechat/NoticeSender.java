package io.beian.wechat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.Channel;
import io.beian.outbox.NoticeChannel;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends templates: the fields cut to their types, permissions asked first and kept right. */
final class NoticeSender implements NoticeChannel {

    private static final Logger log = LoggerFactory.getLogger(NoticeSender.class);
    private static final int REFUSED_BY_PERSON = 43101;

    private final WechatApi api;
    private final Permissions permissions;
    private final SentNotices sentNotices;
    private final SendingStop stop;

    NoticeSender(
            WechatApi api, Permissions permissions, SentNotices sentNotices, SendingStop stop) {
        this.api = api;
        this.permissions = permissions;
        this.sentNotices = sentNotices;
        this.stop = stop;
    }

    @Override
    public Channel.Sent send(ConversationId to, Way way, Card card) {
        Optional<Map<String, String>> fields = fitted(card);
        if (fields.isEmpty() || stop.raised()) {
            return Channel.Sent.MISCONFIGURED;
        }
        WechatApi.Filled filled =
                new WechatApi.Filled(
                        to.value(), card.templateId(), fields.get(), card.name().replace(':', '-'));
        return way == Way.TEMPLATE ? template(to, card, filled) : subscription(to, card, filled);
    }

    private static Optional<Map<String, String>> fitted(Card card) {
        Map<String, String> fitted = new TreeMap<>();
        for (Map.Entry<String, String> field : card.fields().entrySet()) {
            String name = field.getKey();
            Optional<String> value =
                    FieldCut.fit(
                            name,
                            field.getValue(),
                            card.options().getOrDefault(name, java.util.List.of()));
            if (value.isEmpty()) {
                log.error("template {}: nothing fits its field {}", card.templateId(), name);
                return Optional.empty();
            }
            fitted.put(name, value.get());
        }
        return Optional.of(fitted);
    }

    /** Has an idempotency key, so one that may have arrived can be sent again. */
    private Channel.Sent template(ConversationId to, Card card, WechatApi.Filled filled) {
        return outcome(to, Way.TEMPLATE, card, api.sendTemplate(filled));
    }

    /** Has none, so one that may have arrived is not sent again. */
    private Channel.Sent subscription(ConversationId to, Card card, WechatApi.Filled filled) {
        String message = "subscription:" + card.name();
        Permissions.Taken taken = permissions.take(to, card.templateId(), message);
        return switch (taken.verdict()) {
            case OK -> subscription(to, card, filled, message, taken.claim().orElseThrow());
            case LEFT_BEFORE -> Channel.Sent.DELIVERED;
            case UNDER_WAY -> Channel.Sent.UNDER_WAY;
            case NONE -> Channel.Sent.OUT_OF_QUOTA;
        };
    }

    private Channel.Sent subscription(
            ConversationId to, Card card, WechatApi.Filled filled, String message, Claim claim) {
        Sent sent = api.sendSubscription(filled, claim);
        if (sent instanceof Sent.TryLater later && later.mayHaveArrived()) {
            return Channel.Sent.DELIVERED;
        }
        if (sent instanceof Sent.Unreachable refused && refused.code() == REFUSED_BY_PERSON) {
            permissions.refused(to, card.templateId(), message);
        } else if (!(sent instanceof Sent.Delivered) && claim.holds()) {
            permissions.giveBack(to, card.templateId(), message);
        }
        return outcome(to, Way.SUBSCRIPTION, card, sent);
    }

    private Channel.Sent outcome(ConversationId to, Way way, Card card, Sent sent) {
        if (sent instanceof Sent.Delivered delivered) {
            sentNotices.remember(delivered.messageId(), to, card.name(), way);
            return Channel.Sent.DELIVERED;
        }
        if (sent instanceof Sent.Unreachable) {
            return Channel.Sent.UNREACHABLE;
        }
        if (sent instanceof Sent.OutOfQuota) {
            return Channel.Sent.OUT_OF_QUOTA;
        }
        if (sent instanceof Sent.Misconfigured refused) {
            stop.heed(refused);
            return Channel.Sent.MISCONFIGURED;
        }
        return Channel.Sent.TRY_LATER;
    }
}
