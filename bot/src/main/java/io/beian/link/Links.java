package io.beian.link;

import io.beian.dialogue.ConversationId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Links to pages for one person. A link carries no personal data, cannot be guessed or prolonged,
 * and one to one page opens no other.
 */
public final class Links {

    private final StringRedisTemplate redis;
    private final Tokens tokens;
    private final String base;

    Links(StringRedisTemplate redis, Tokens tokens, URI base) {
        this.redis = redis;
        this.tokens = tokens;
        this.base = base.toString().replaceAll("/+$", "");
    }

    /**
     * What a link opens, and for whom.
     *
     * @param opens what the page understands by it, without spaces
     */
    public record Link(ConversationId owner, String opens) {

        /** Under this name a page that is opened finds its link among the request's attributes. */
        public static final String ATTRIBUTE = "io.beian.link";
    }

    /**
     * Makes a link.
     *
     * @param page see {@link OwnPage#path}
     */
    public String make(String page, Link link, Duration lives) {
        String token = tokens.fresh();
        redis.opsForValue().set(key(page, token), link.opens() + " " + link.owner().value(), lives);
        return address(page, token).toString();
    }

    /** The page as the browser shows it, whatever was added to it on the way. */
    public URI address(String page, String token) {
        return URI.create(base + "/" + page + "/" + token);
    }

    Optional<Link> find(String page, String token) {
        if (!Tokens.isOne(token)) {
            return Optional.empty();
        }
        return Optional.ofNullable(redis.opsForValue().get(key(page, token)))
                .map(stored -> stored.split(" ", 2))
                .map(parts -> new Link(new ConversationId(parts[1]), parts[0]));
    }

    private static String key(String page, String token) {
        return page + ":" + Tokens.hash(token);
    }
}
