package io.beian.wechat;

import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.outbox.NoticeChannel.Way;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Which notice a message id of WeChat stands for, until its report can no longer come. */
final class SentNotices {

    private static final Duration REPORTED_WITHIN = Duration.ofDays(3);
    private static final String KEY = "wechat:sent:";

    private final StringRedisTemplate redis;

    SentNotices(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** One notice that WeChat has taken. */
    record Notice(ConversationId to, String name, Way way) {}

    /** What is forgotten here costs a report, not the notice: so nothing is thrown. */
    void remember(String messageId, ConversationId to, String name, Way way) {
        if (messageId.isEmpty()) {
            return;
        }
        try {
            redis.opsForValue()
                    .set(KEY + messageId, way + " " + name + " " + to.value(), REPORTED_WITHIN);
        } catch (DataAccessException e) {
            org.slf4j.LoggerFactory.getLogger(SentNotices.class)
                    .warn("a notice went out whose report will not be understood");
        }
    }

    Optional<Notice> find(String messageId) {
        try {
            return Optional.ofNullable(redis.opsForValue().get(KEY + messageId))
                    .map(stored -> stored.split(" ", 3))
                    .map(
                            parts ->
                                    new Notice(
                                            new ConversationId(parts[2]),
                                            parts[1],
                                            Way.valueOf(parts[0])));
        } catch (DataAccessException e) {
            throw new StorageException("Redis does not answer", e);
        }
    }

    /** Its report has been dealt with. */
    void forget(String messageId) {
        redis.delete(KEY + messageId);
    }
}
