package io.beian.wechat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One message or event as the official account received it. */
sealed interface Inbound {

    Origin origin();

    /**
     * What every message has.
     *
     * @param account the gh_ id it was sent to
     * @param messageKey the same for every delivery of this message and for no other message
     */
    record Origin(String account, String openid, Instant createdAt, String messageKey) {}

    /**
     * Words of the sender.
     *
     * @param menuId the tapped choice, when the text was not typed
     */
    record Text(Origin origin, String content, Optional<String> menuId) implements Inbound {}

    record Image(Origin origin, String mediaId) implements Inbound {}

    record Voice(Origin origin, String mediaId) implements Inbound {}

    /** A video or a short video. */
    record Video(Origin origin, String mediaId) implements Inbound {}

    record Location(Origin origin, String label, String latitude, String longitude)
            implements Inbound {}

    record Link(Origin origin, String title, String url) implements Inbound {}

    /**
     * Something that happened: followed, tapped a menu entry, scanned a code.
     *
     * @param name in lower case, since WeChat's own pages disagree about it
     * @param key EventKey, empty when the event has none
     * @param sentId the MsgID of the message this event reports on
     * @param status how sending it ended
     */
    record Event(
            Origin origin,
            String name,
            String key,
            Optional<String> ticket,
            Optional<String> sentId,
            Optional<String> status)
            implements Inbound {}

    /**
     * Something about subscription notices: a person allowed or refused some, or they were sent.
     *
     * @param name in lower case, as of an {@link Event}
     */
    record Notices(Origin origin, String name, List<Notice> items) implements Inbound {}

    /**
     * What is told about one of them.
     *
     * @param status {@code accept} or {@code reject}
     * @param sentId the MsgID of one that was sent
     * @param errorCode 0 if it arrived
     */
    record Notice(String templateId, String status, String sentId, String errorCode) {}

    /** A kind we do not know, or one without what makes it usable. */
    record Other(Origin origin, String type) implements Inbound {}
}
