package io.beian.wechat;

import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.redis.LuaReply;
import io.beian.redis.LuaScript;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * How many service messages WeChat still lets through to each person. What a person does is entered
 * with the turn it leads to; here sends are taken from it, each before it is made, so that any
 * number of nodes keep within the quota. A named message is claimed with the same step.
 */
final class QuotaLedger {

    private final Claims claims;
    private final InstantSource clock;
    private final LuaScript spend;
    private final LuaScript settle;

    QuotaLedger(Claims claims, InstantSource clock) {
        this.claims = claims;
        this.clock = clock;
        this.spend = claims.script("spend");
        this.settle = claims.script("settle");
    }

    /** What the ledger says to a send. */
    enum Verdict {
        OK,
        /** This very message has left before. */
        LEFT_BEFORE,
        /** Another process has claimed this message, or had until it died. */
        UNDER_WAY,
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
     * @param claim on a message with a name, if the verdict is OK
     */
    record Reserved(
            ConversationId to,
            Optional<String> name,
            Verdict verdict,
            String from,
            String ends,
            Optional<Claim> claim) {

        Door door() {
            return claim.map(Door.class::cast).orElse(Door.ALWAYS_OPEN);
        }
    }

    /**
     * Takes one send.
     *
     * @param name of the message among all to this person; one without may be sent any number of
     *     times
     * @throws StorageException if the ledger cannot be reached
     */
    Reserved reserve(ConversationId to, Optional<String> name) {
        long asked = claims.now();
        LuaReply reply =
                claims.run(
                        spend,
                        to,
                        clock.instant().toEpochMilli(),
                        name.orElse(""),
                        Claims.NAMES_KEPT,
                        Claim.RENEWABLE_AFTER.toMillis());
        Verdict verdict = Verdict.valueOf(reply.text(0));
        if (verdict != Verdict.OK) {
            return new Reserved(to, name, verdict, "", "", Optional.empty());
        }
        return new Reserved(
                to,
                name,
                verdict,
                reply.text(2),
                reply.text(3),
                name.map(known -> claims.granted(to, known, asked, reply.text(1))));
    }

    /**
     * Sets the ledger right after a reserved send that surely reached nobody. Does nothing if
     * another process may have claimed the message since.
     */
    void correct(Reserved reserved, Correction correction) {
        if (!reserved.claim().map(Claim::holds).orElse(true)) {
            return;
        }
        claims.run(
                settle,
                reserved.to(),
                reserved.name().orElse(""),
                reserved.from(),
                reserved.ends(),
                correction.name().toLowerCase(Locale.ROOT));
    }
}
