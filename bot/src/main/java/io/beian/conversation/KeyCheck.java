package io.beian.conversation;

import io.beian.privacy.KeysException;
import io.beian.privacy.SealException;
import io.beian.privacy.SealedPlace;
import io.beian.privacy.Vault;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Keeps a node from starting with keys that do not open what the others have sealed: it would
 * answer nobody, and seal what they cannot open.
 */
final class KeyCheck implements SealedPlace {

    private static final Logger log = LoggerFactory.getLogger(KeyCheck.class);

    private static final String AS = "key check";
    private static final byte[] KEY = bytes("keys:check");
    private static final byte[] CONTENT = bytes("opened");

    private final RedisConnectionFactory redis;
    private final Vault vault;

    KeyCheck(RedisConnectionFactory redis, Vault vault) {
        this.redis = redis;
        this.vault = vault;
    }

    /**
     * Checks once; a Redis that cannot be reached is left to whoever needs it.
     *
     * @throws KeysException if these are the wrong keys
     */
    void check() {
        try (RedisConnection connection = redis.getConnection()) {
            connection.stringCommands().setNX(KEY, vault.seal(CONTENT, AS));
            byte[] stored = connection.stringCommands().get(KEY);
            if (stored != null) {
                vault.open(stored, AS);
            }
        } catch (SealException e) {
            throw new KeysException(
                    "the keys are not those that sealed what is stored in this Redis", e);
        } catch (DataAccessException e) {
            log.warn("keys not checked: Redis does not answer");
        }
    }

    @Override
    public String name() {
        return "key check";
    }

    @Override
    public Tally reseal() {
        try (RedisConnection connection = redis.getConnection()) {
            byte[] stored = connection.stringCommands().get(KEY);
            if (stored != null && vault.isCurrent(stored)) {
                return Tally.NOTHING;
            }
            connection.stringCommands().set(KEY, vault.seal(CONTENT, AS));
            return new Tally(1, 0);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
