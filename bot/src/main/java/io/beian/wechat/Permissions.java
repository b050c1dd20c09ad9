package io.beian.wechat;

import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.redis.FireAndForget;
import io.beian.redis.Keys;
import io.beian.redis.LuaReply;
import io.beian.redis.LuaScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * How often each person still lets each subscription notice come. A permission is given by a tap
 * and good for one notice, without any limit of time; several add up.
 */
final class Permissions {

    private final Keys keys;
    private final FireAndForget notes;
    private final LuaScript take;
    private final LuaScript permit;

    Permissions(RedisConnectionFactory redis, Keys keys) {
        this.keys = keys;
        this.notes = new FireAndForget(redis);
        this.take = new LuaScript(redis, "take");
        this.permit = new LuaScript(redis, "permit");
    }

    /** What became of a permission. */
    enum Change {
        ADD,
        CLEAR
    }

    /** Whether a notice may go out. */
    enum Verdict {
        OK,
        /** This very notice has left before. */
        LEFT_BEFORE,
        /** Another process has claimed this notice, or had until it died. */
        UNDER_WAY,
        NONE
    }

    /**
     * A permission for one notice.
     *
     * @param claim on the notice, if the verdict is OK
     */
    record Taken(Verdict verdict, Optional<Claim> claim) {}

    /** Claims a notice, and takes one permission for it. */
    Taken take(ConversationId from, String templateId, String message) {
        long begun = System.nanoTime();
        LuaReply reply =
                run(
                        take,
                        from,
                        templateId,
                        message,
                        QuotaLedger.NAMES_KEPT,
                        Claim.RENEWABLE_AFTER.toMillis());
        Verdict verdict = Verdict.valueOf(reply.text(0));
        if (verdict != Verdict.OK) {
            return new Taken(verdict, Optional.empty());
        }
        String slot = reply.text(1);
        String claimed = reply.text(2);
        return new Taken(
                verdict,
                Optional.of(
                        new Claim(
                                System::nanoTime,
                                begun,
                                left -> mark(from, message, left ? slot : claimed))));
    }

    private void mark(ConversationId to, String message, String mark) {
        notes.set(keys.conversation(to.value()), "b:" + message, mark);
    }

    /** The message never left; the permission is there again. */
    void giveBack(ConversationId to, String templateId, String message) {
        run(permit, to, message, "undo", QuotaLedger.NAMES_KEPT, templateId, "add");
    }

    /** WeChat says there is none, whatever we thought. */
    void refused(ConversationId by, String templateId, String message) {
        run(permit, by, message, "undo", QuotaLedger.NAMES_KEPT, templateId, "clear");
    }

    /** Enters what an event tells, once however often it is delivered. */
    void enter(ConversationId of, String event, Map<String, Change> changes) {
        List<Object> args = new ArrayList<>(List.of(event, "begin", QuotaLedger.NAMES_KEPT));
        changes.forEach(
                (template, change) -> {
                    args.add(template);
                    args.add(change == Change.ADD ? "add" : "clear");
                });
        run(permit, of, args.toArray());
    }

    private LuaReply run(LuaScript script, ConversationId of, Object... args) {
        try {
            return script.run(List.of(keys.conversation(of.value())), args);
        } catch (DataAccessException e) {
            throw new StorageException("Redis does not answer", e);
        }
    }
}
