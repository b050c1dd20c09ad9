package io.beian.wechat;

import io.beian.conversation.StorageException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * WeChat has banned the account from sending (errcode 48004). Going on would prolong the ban, so
 * all nodes stop at once: for a while, or until started with {@code beian.wechat.resume-sending}.
 */
final class SendingStop {

    static final int BANNED = 48004;

    private static final Logger log = LoggerFactory.getLogger(SendingStop.class);
    private static final String KEY = "wechat:sending-stopped";

    private final StringRedisTemplate redis;
    private final Duration lasts;

    SendingStop(StringRedisTemplate redis, Duration lasts) {
        this.redis = redis;
        this.lasts = lasts;
    }

    /** Stops everything if this is the answer of a banned account. */
    void heed(Sent.Misconfigured refused) {
        if (refused.code() == BANNED) {
            raise();
        }
    }

    private void raise() {
        log.error(
                "WeChat has banned the account's API (48004): nothing is sent for {}; see the"
                        + " account's notices at mp.weixin.qq.com",
                lasts);
        redis.opsForValue().set(KEY, "48004", lasts);
    }

    boolean raised() {
        try {
            return Boolean.TRUE.equals(redis.hasKey(KEY));
        } catch (DataAccessException e) {
            throw new StorageException("Redis does not answer", e);
        }
    }

    void clear() {
        redis.delete(KEY);
    }
}
