package io.beian.wechat;

import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.redis.Keys;
import io.beian.redis.LuaReply;
import io.beian.redis.LuaScript;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * How many service messages WeChat still lets through to each person. What a person does is entered
 * with the turn it leads to; here sends are taken from it, each before it is made, so that any
 * number of nodes keep within the quota.
 *
 * <p>WeChat has no idempotency key for service messages. A named message is therefore noted as
 * begun with its reservation: if the process dies while it sends, the message may have arrived, and
 * is not sent again.
 */
final class QuotaLedger {

    /** A name is known again until so many other messages to the same person have begun. */
    static final int NAMES_KEPT = 32;

    private final Keys keys;
    private final InstantSource clock;
    private final LuaScript spend;
    private final LuaScript settle;

    QuotaLedger(RedisConnectionFactory redis, Keys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
        this.spend = new LuaScript(redis, "spend");
        this.settle = new LuaScript(redis, "settle");
    }

    /** What the ledger says to a send. */
    enum Verdict {
        OK,
        /** This very message was begun before, by a process that died. */
        BEGUN_BEFORE,
        /** WeChat would answer 45047. */
        COUNT_USED,
        /** WeChat would answer 45015. */
        TIME_OVER,
        /** There was no contact yet, or none since WeChat said that this person is out of reach. */
        NEVER
    }

    /** Why a reserved send did not take place. */
    enum Correction {
        /** It never left; it may be made again. */
        GIVE,
        /** WeChat: 45047. */
        COUNT,
        /** WeChat: 45015. */
        TIME,
        /** WeChat: the person does not follow, or does not want messages. */
        NEVER
    }

    /**
     * A reservation.
     *
     * @param from the allowance it was taken from
     * @param ends when the allowances end, as they were then
     */
    record Reserved(
            ConversationId to, Optional<String> name, Verdict verdict, String from, String ends) {}

    /**
     * Takes one send.
     *
     * @param name of the message among all to this person; one without may be sent any number of
     *     times
     * @throws StorageException if the ledger cannot be reached
     */
    Reserved reserve(ConversationId to, Optional<String> name) {
        LuaReply reply =
                run(spend, to, clock.instant().toEpochMilli(), name.orElse(""), NAMES_KEPT);
        Verdict verdict = Verdict.valueOf(reply.text(0));
        return verdict == Verdict.OK
                ? new Reserved(to, name, verdict, reply.text(1), reply.text(2))
                : new Reserved(to, name, verdict, "", "");
    }

    /** Sets the ledger right after a reserved send that surely reached nobody. */
    void correct(Reserved reserved, Correction correction) {
        run(
                settle,
                reserved.to(),
                reserved.name().orElse(""),
                reserved.from(),
                reserved.ends(),
                correction.name().toLowerCase(Locale.ROOT));
    }

    private LuaReply run(LuaScript script, ConversationId of, Object... args) {
        try {
            return script.run(List.of(keys.conversation(of.value())), args);
        } catch (DataAccessException e) {
            throw new StorageException("Redis does not answer", e);
        }
    }
}
