package io.beian.wechat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.Channel;
import io.beian.outbox.MediaSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The official account as a way to reach people and as the place their pictures come from. */
@Component
@ConditionalOnProperty("beian.wechat.app-id")
class WechatChannel implements Channel, MediaSource {

    private static final String PAGE = "preview.jpg";

    private final WechatApi api;

    WechatChannel(WechatApi api) {
        this.api = api;
    }

    @Override
    public Channel.Sent sendText(ConversationId to, String text) {
        return outcome(api.sendText(to.value(), text));
    }

    @Override
    public Channel.Sent sendImage(ConversationId to, byte[] jpeg) {
        return outcome(api.sendImage(to.value(), jpeg, PAGE));
    }

    private static Channel.Sent outcome(io.beian.wechat.Sent sent) {
        if (sent instanceof io.beian.wechat.Sent.Delivered) {
            return Channel.Sent.DELIVERED;
        }
        if (sent instanceof io.beian.wechat.Sent.OutOfQuota) {
            return Channel.Sent.OUT_OF_QUOTA;
        }
        if (sent instanceof io.beian.wechat.Sent.Unreachable) {
            return Channel.Sent.UNREACHABLE;
        }
        if (sent instanceof io.beian.wechat.Sent.TryLater later) {
            // A service message has no idempotency key: one that may have arrived is not repeated.
            return later.mayHaveArrived() ? Channel.Sent.DELIVERED : Channel.Sent.TRY_LATER;
        }
        return Channel.Sent.MISCONFIGURED;
    }

    @Override
    public MediaSource.Fetched fetch(String mediaId) {
        io.beian.wechat.Fetched fetched = api.download(mediaId);
        if (fetched instanceof io.beian.wechat.Fetched.Bytes bytes) {
            return new MediaSource.Fetched.Bytes(bytes.content());
        }
        if (fetched instanceof io.beian.wechat.Fetched.TooBig) {
            return new MediaSource.Fetched.TooBig();
        }
        return fetched instanceof io.beian.wechat.Fetched.Gone
                ? new MediaSource.Fetched.Gone()
                : new MediaSource.Fetched.TryLater();
    }
}
