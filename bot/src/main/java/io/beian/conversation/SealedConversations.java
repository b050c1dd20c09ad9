package io.beian.conversation;

import io.beian.dialogue.ConversationId;
import io.beian.privacy.SealException;
import io.beian.privacy.SealedPlace;
import io.beian.privacy.Vault;
import io.beian.redis.KeyScan;
import io.beian.redis.Keys;
import io.beian.redis.LuaScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The sealed fields of the stored conversations: states and replies. */
final class SealedConversations implements SealedPlace {

    private static final String STATE = "s";
    private static final String REPLY = "m:";

    private final RedisConnectionFactory redis;
    private final Vault vault;
    private final LuaScript reseal;

    SealedConversations(RedisConnectionFactory redis, Vault vault) {
        this.redis = redis;
        this.vault = vault;
        this.reseal = new LuaScript(redis, "reseal");
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public Tally reseal() {
        List<Tally> all = new ArrayList<>();
        try (RedisConnection connection = redis.getConnection()) {
            KeyScan.forEach(
                    connection, Keys.CONVERSATIONS, key -> all.add(reseal(connection, key)));
        }
        return all.stream().reduce(Tally.NOTHING, Tally::plus);
    }

    private Tally reseal(RedisConnection connection, byte[] key) {
        String name = new String(key, StandardCharsets.UTF_8);
        ConversationId owner = new ConversationId(Keys.openidOf(name));
        Map<byte[], byte[]> fields = connection.hashCommands().hGetAll(key);
        Tally tally = Tally.NOTHING;
        for (Map.Entry<byte[], byte[]> field : fields.entrySet()) {
            String called = new String(field.getKey(), StandardCharsets.UTF_8);
            if (called.equals(STATE)) {
                tally = tally.plus(reseal(name, called, field.getValue(), SealedJson.state(owner)));
            } else if (called.startsWith(REPLY)) {
                tally = tally.plus(reseal(name, called, field.getValue(), SealedJson.reply(owner)));
            }
        }
        return tally;
    }

    private Tally reseal(String key, String field, byte[] stored, String as) {
        if (vault.isCurrent(stored)) {
            return Tally.NOTHING;
        }
        try {
            byte[] anew = vault.seal(vault.open(stored, as), as);
            // What was changed meanwhile was sealed by whoever changed it.
            return new Tally(this.reseal.run(List.of(key), field, stored, anew).number(0), 0);
        } catch (SealException e) {
            return new Tally(0, 1);
        }
    }
}
