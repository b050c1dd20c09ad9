package io.beian.notify;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Notice;
import io.beian.outbox.NoticeLinks;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Links to the page where a person allows notices: 192 random bits that mean nothing outside Redis,
 * good for a while.
 */
final class NoticePages implements NoticeLinks {

    /** WeChat's element takes no more. */
    private static final int MOST = 3;

    /** In the order they matter to a person. */
    private static final List<Notice.Kind> BY_WEIGHT =
            List.of(
                    Notice.Kind.VERIFICATION,
                    Notice.Kind.RESULT,
                    Notice.Kind.TODO,
                    Notice.Kind.PROGRESS);

    private static final int BYTES = 24;
    private static final String KEY = "notices:";

    private final StringRedisTemplate redis;
    private final SecureRandom random;
    private final NotifySettings settings;
    private final URI base;

    NoticePages(StringRedisTemplate redis, SecureRandom random, NotifySettings settings, URI base) {
        this.redis = redis;
        this.random = random;
        this.settings = settings;
        this.base = base;
    }

    /** A notice one can allow. */
    record Offer(Notice.Kind kind, String templateId) {}

    List<Offer> offers() {
        return BY_WEIGHT.stream()
                .flatMap(
                        kind ->
                                settings.of(kind)
                                        .flatMap(NotifySettings.Template::subscriptionId)
                                        .filter(id -> !id.isBlank())
                                        .map(id -> Stream.of(new Offer(kind, id)))
                                        .orElseGet(Stream::empty))
                .limit(MOST)
                .toList();
    }

    @Override
    public Optional<String> linkFor(ConversationId id) {
        if (offers().isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            redis.opsForValue().set(KEY + token, id.value(), settings.linkLives());
            return Optional.of(address(token));
        } catch (DataAccessException e) {
            // Whatever the link was to go with matters more.
            return Optional.empty();
        }
    }

    /** Where the page is in a browser; what is signed for WeChat must be exactly this. */
    String address(String token) {
        return base.toString().replaceAll("/+$", "") + "/notices/" + token;
    }

    boolean open(String token) {
        return token.matches("[A-Za-z0-9_-]{32}") && Boolean.TRUE.equals(redis.hasKey(KEY + token));
    }
}
