package io.beian.dialogue;

import io.beian.form.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes in what comes back from the world: look-ups, submissions, reviews, reminders. */
final class World {

    private static final int MOST_MISSED = 3;

    private World() {}

    static Turn take(Draft draft, Input.FromWorld input) {
        if (input instanceof Input.LookedUp found) {
            return LookUps.take(draft, found);
        }
        if (input instanceof Input.LookUpFailed failed) {
            return lookUpFailed(draft, failed);
        }
        if (input instanceof Input.PhotoKept kept) {
            return Photos.kept(draft, kept);
        }
        if (input instanceof Input.PhotoRefused refused) {
            return Photos.refused(draft, refused);
        }
        if (input instanceof Input.CaptureImported imported) {
            return Captures.imported(draft, imported);
        }
        if (input instanceof Input.CaptureUnknown unknown) {
            return Captures.unknown(draft, unknown);
        }
        if (input instanceof Input.CaptureFailed failed) {
            return Captures.failed(draft, failed);
        }
        if (input instanceof Input.OrderMoved moved) {
            return OrderNews.moved(draft, moved);
        }
        if (input instanceof Input.OrderCaughtUp news) {
            return OrderNews.caughtUp(draft, news);
        }
        if (input instanceof Input.Due) {
            return Reminding.due(draft);
        }
        if (input instanceof Input.Undelivered undelivered) {
            return undelivered(draft, undelivered);
        }
        if (input instanceof Input.FiledFound found) {
            return Search.found(draft, found);
        }
        if (input instanceof Input.SearchFailed failed) {
            return Search.failed(draft, failed);
        }
        if (input instanceof Input.OrdersKnown known) {
            return Cases.known(draft, known);
        }
        return aside(draft, input);
    }

    /** What comes beside the filings themselves. */
    private static Turn aside(Draft draft, Input.FromWorld input) {
        if (input instanceof Input.AgentCame came) {
            return Agents.came(draft, came);
        }
        if (input instanceof Input.NoAgent) {
            return Agents.none(draft);
        }
        if (input instanceof Input.AgentLeft) {
            return Agents.left(draft);
        }
        if (input instanceof Input.FiledKnown known) {
            return OwnFilings.known(draft, known);
        }
        if (input instanceof Input.FiledUnknown) {
            return OwnFilings.unknown(draft);
        }
        if (input instanceof Input.Exported exported) {
            draft.say(
                    Line.of("export.ready")
                            .with("link", exported.link())
                            .with("minutes", exported.lives().toMinutes()));
            return draft.news();
        }
        if (input instanceof Input.FooterReady ready) {
            draft.say(Line.of("footer.ready").with("link", ready.link()));
            return draft.news();
        }
        return submission(draft, input);
    }

    private static Turn submission(Draft draft, Input.FromWorld input) {
        if (input instanceof Input.Submitted submitted) {
            return submitted(draft, submitted);
        }
        if (input instanceof Input.SubmitRefused refused) {
            return submitRefused(draft, refused);
        }
        if (input instanceof Input.SubmitDelayed delayed) {
            return submitDelayed(draft, delayed);
        }
        if (input instanceof Input.SubmitGivenUp givenUp) {
            return submitGivenUp(draft, givenUp);
        }
        if (input instanceof Input.Drawn drawn) {
            return drawn(draft, drawn);
        }
        return withdrawn(draft, (Input.Withdrawn) input);
    }

    private static Turn lookUpFailed(Draft draft, Input.LookUpFailed failed) {
        Optional<Case> of = LookUps.looking(draft, failed.caseId());
        if (of.isEmpty()) {
            return draft.silent();
        }
        draft.put(of.get().in(Phase.Matching.OPEN));
        draft.outcome("match:failed");
        draft.say("match.failed");
        draft.offer("重新核对");
        return draft.spoken();
    }

    private static Turn drawn(Draft draft, Input.Drawn drawn) {
        boolean wanted =
                draft.now()
                        .find(drawn.caseId())
                        .filter(of -> Reminders.unfinished(of.phase()))
                        .isPresent();
        draft.outcome("preview:drawn");
        if (!wanted) {
            return draft.silent();
        }
        draft.say(Line.of("preview.link").with("link", drawn.link()));
        draft.offer("提交");
        return draft.spoken();
    }

    private static Optional<Case> submitting(Draft draft, String caseId, String submission) {
        return draft.now()
                .find(caseId)
                .filter(
                        of ->
                                of.phase() instanceof Phase.Submitting phase
                                        && phase.submissionId().equals(submission));
    }

    private static Turn submitted(Draft draft, Input.Submitted done) {
        Optional<Case> of = submitting(draft, done.caseId(), done.submissionId());
        if (of.isEmpty()) {
            draft.outcome("submit:known");
            return draft.silent();
        }
        draft.put(
                of.get()
                        .with(List.<TrayPhoto>of())
                        .remembering(List.of())
                        .in(
                                new Phase.Tracking(
                                        done.orderNumber(),
                                        Math.max(of.get().phase().seen(), done.seq()),
                                        done.state(),
                                        draft.at,
                                        List.of("withdraw"))));
        draft.outcome("submit:done");
        draft.say(Line.of("submitted").with("order", done.orderNumber()));
        draft.say("next." + done.state());
        done.noticesLink()
                .ifPresent(link -> draft.say(Line.of("notices.allow").with("link", link)));
        draft.offer("进度");
        return draft.spoken();
    }

    private static Turn submitRefused(Draft draft, Input.SubmitRefused refused) {
        Optional<Case> of = submitting(draft, refused.caseId(), refused.submissionId());
        if (of.isEmpty()) {
            return draft.silent();
        }
        draft.outcome("submit:refused");
        draft.put(of.get().in(new Phase.Reviewing()));
        draft.say("submit.refused");
        for (Problem problem : refused.problems()) {
            Line row = Line.of("submit.refused.row").with("text", problem.text());
            Optional<Step> step = draft.walk(of.get()).at(problem.field());
            draft.say(
                    step.map(s -> row.about(s.entry(), draft.scope(of.get())))
                            .orElse(row.with("question", "order")));
            step.ifPresent(s -> draft.offer("改 " + Naming.name(s)));
        }
        draft.offer("提交");
        return draft.spoken();
    }

    private static Turn submitDelayed(Draft draft, Input.SubmitDelayed delayed) {
        if (submitting(draft, delayed.caseId(), delayed.submissionId()).isEmpty()) {
            return draft.silent();
        }
        draft.outcome("submit:delayed");
        draft.say("submit.delayed");
        draft.offer("进度");
        return draft.spoken();
    }

    /** It had been promised to go by itself, so it is said that it did not. */
    private static Turn submitGivenUp(Draft draft, Input.SubmitGivenUp givenUp) {
        Optional<Case> of = submitting(draft, givenUp.caseId(), givenUp.submissionId());
        if (of.isEmpty()) {
            return draft.silent();
        }
        draft.outcome("submit:givenUp");
        draft.put(of.get().in(new Phase.Reviewing()));
        draft.say("submit.givenUp");
        draft.offer("提交");
        return draft.spoken();
    }

    private static Turn withdrawn(Draft draft, Input.Withdrawn withdrawn) {
        Optional<Case> of = draft.now().byOrder(withdrawn.orderNumber());
        boolean open =
                of.filter(
                                c ->
                                        c.phase() instanceof Phase.Tracking
                                                || c.phase() instanceof Phase.Returned)
                        .isPresent();
        if (of.isEmpty() || !open) {
            return draft.silent();
        }
        draft.outcome("withdraw:" + withdrawn.done());
        if (withdrawn.done()) {
            return Returning.withdrawn(draft, of.get());
        }
        draft.say("withdraw.late");
        return goOn(draft, of.get().id());
    }

    private static Turn undelivered(Draft draft, Input.Undelivered undelivered) {
        draft.now(missing(draft.now(), undelivered.reply()));
        draft.outcome("undelivered");
        return draft.silent();
    }

    /** Remembers what could not be told; of much the latest. */
    static Conversation missing(Conversation now, Reply reply) {
        List<Reply> missed = new ArrayList<>(now.missed());
        missed.add(reply);
        int from = Math.max(0, missed.size() - MOST_MISSED);
        return now.missed(missed.subList(from, missed.size()));
    }

    static Turn goOn(Draft draft, String caseId) {
        if (draft.now().active().filter(caseId::equals).isPresent()) {
            Asking.next(draft);
        }
        return draft.hasLines() ? draft.spoken() : draft.silent();
    }
}
