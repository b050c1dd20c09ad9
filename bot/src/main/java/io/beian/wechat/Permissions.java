package io.beian.wechat;

import io.beian.dialogue.ConversationId;
import io.beian.redis.LuaReply;
import io.beian.redis.LuaScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often each person still lets each subscription notice come. A permission is given by a tap
 * and good for one notice, without any limit of time; several add up.
 */
final class Permissions {

    private final Claims claims;
    private final LuaScript take;
    private final LuaScript permit;

    Permissions(Claims claims) {
        this.claims = claims;
        this.take = claims.script("take");
        this.permit = claims.script("permit");
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
        long asked = claims.now();
        LuaReply reply =
                claims.run(
                        take,
                        from,
                        templateId,
                        message,
                        Claims.NAMES_KEPT,
                        Claim.RENEWABLE_AFTER.toMillis());
        Verdict verdict = Verdict.valueOf(reply.text(0));
        return new Taken(
                verdict,
                verdict == Verdict.OK
                        ? Optional.of(claims.granted(from, message, asked, reply.text(1)))
                        : Optional.empty());
    }

    /** The message never left; the permission is there again. */
    void giveBack(ConversationId to, String templateId, String message) {
        claims.run(permit, to, message, "undo", Claims.NAMES_KEPT, templateId, "add");
    }

    /** WeChat says there is none, whatever we thought. */
    void refused(ConversationId by, String templateId, String message) {
        claims.run(permit, by, message, "undo", Claims.NAMES_KEPT, templateId, "clear");
    }

    /** Enters what an event tells, once however often it is delivered. */
    void enter(ConversationId of, String event, Map<String, Change> changes) {
        List<Object> args = new ArrayList<>(List.of(event, "begin", Claims.NAMES_KEPT));
        changes.forEach(
                (template, change) -> {
                    args.add(template);
                    args.add(change == Change.ADD ? "add" : "clear");
                });
        claims.run(permit, of, args.toArray());
    }
}
