package io.beian.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 人工: somebody of customer service talks here. The bot says nothing meanwhile; what it would have
 * told waits, and afterwards the same question is asked.
 */
final class Agents {

    /** WeChat ends a conversation with an agent after so much silence and does not say so. */
    private static final Duration SILENCE = Duration.ofMinutes(30);

    private Agents() {}

    /** When the agent counts as gone, if there is one. */
    static Optional<Instant> over(Conversation now) {
        return now.agent().map(since -> since.plus(SILENCE));
    }

    static boolean talking(Conversation now, Instant at) {
        return over(now).filter(at::isBefore).isPresent();
    }

    /** Asks for somebody; how the case stands goes along, without anything personal. */
    static void call(Draft draft) {
        draft.effect(new Effect.CallAgent(summary(draft)));
        draft.say("agent.calling");
    }

    private static Reply summary(Draft draft) {
        List<Line> lines = new ArrayList<>();
        draft.current()
                .ifPresentOrElse(
                        of -> {
                            lines.add(new Line("agent.summary", Cases.row(draft, of, "·").args()));
                            Edits.open(draft)
                                    .ifPresent(
                                            step ->
                                                    lines.add(
                                                            Line.of("agent.summary.asks")
                                                                    .about(
                                                                            step.entry(),
                                                                            draft.scope())));
                            if (of.phase() instanceof Phase.Returned back) {
                                lines.add(
                                        Line.of("agent.summary.returned")
                                                .with("count", back.problems().size()));
                            }
                        },
                        () -> lines.add(Line.of("agent.summary.none")));
        draft.now()
                .shown()
                .refusal()
                .ifPresent(code -> lines.add(Line.of("agent.summary.refused").with("code", code)));
        return new Reply(draft.turn(), lines, List.of(), Optional.empty());
    }

    static Turn came(Draft draft, Input.AgentCame came) {
        draft.outcome("agent:came");
        draft.now(draft.now().agent(Optional.of(draft.at)));
        if (!came.called()) {
            return draft.silent();
        }
        draft.say("agent.came");
        return draft.news();
    }

    static Turn none(Draft draft) {
        draft.outcome("agent:none");
        draft.say("agent.none");
        Asking.next(draft);
        return draft.spoken();
    }

    static Turn left(Draft draft) {
        draft.outcome("agent:left");
        if (draft.now().agent().isEmpty()) {
            return draft.silent();
        }
        resume(draft);
        Asking.next(draft);
        return draft.spoken();
    }

    /** What waited is told first, then where things stood. */
    static void resume(Draft draft) {
        draft.now(draft.now().agent(Optional.empty()));
        draft.say("agent.left");
        draft.now().missed().forEach(reply -> reply.lines().forEach(draft::say));
        draft.now(draft.now().missed(List.of()));
    }

    /** A message that comes all the same while an agent talks is not ours. */
    static Turn overheard(Draft draft) {
        draft.now(draft.now().agent(Optional.of(draft.at)));
        draft.outcome("agent:talks");
        return draft.silent();
    }

    /** What would be told now waits until the agent is done. */
    static Turn held(Conversation before, Turn turn) {
        if (turn.reply().silent()) {
            return turn;
        }
        Conversation next = turn.next().looking(before.shown());
        return new Turn(
                World.missing(next, turn.reply()),
                Reply.NONE,
                turn.effects(),
                turn.outcome(),
                turn.reminder(),
                turn.forgets());
    }
}
