package io.beian.backend;

import io.beian.conversation.Conversations;
import io.beian.dialogue.Case;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Problem;
import io.beian.filing.Filing;
import io.beian.outbox.EffectHandler;
import io.beian.outbox.NoticeLinks;
import io.beian.outbox.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards a finished order: first the pictures the backend does not have, then the order itself.
 * An order of the same case that was returned is handed in again under its number.
 */
final class SubmitHandler implements EffectHandler<Effect.Submit> {

    private static final Logger LOG = LoggerFactory.getLogger(SubmitHandler.class);

    private final Conversations conversations;
    private final Filings filings;
    private final Pictures pictures;
    private final FilingBackend backend;
    private final OrderIndex index;
    private final NoticeLinks links;

    SubmitHandler(
            Conversations conversations,
            Filings filings,
            Pictures pictures,
            FilingBackend backend,
            OrderIndex index,
            NoticeLinks links) {
        this.conversations = conversations;
        this.filings = filings;
        this.pictures = pictures;
        this.backend = backend;
        this.index = index;
        this.links = links;
    }

    @Override
    public Class<Effect.Submit> handles() {
        return Effect.Submit.class;
    }

    @Override
    public Result run(ConversationId id, Effect.Submit effect, int attempt) {
        Optional<Case> waiting =
                conversations
                        .fresh(id)
                        .conversation()
                        .find(effect.caseId())
                        .filter(open -> waits(open, effect));
        if (waiting.isEmpty()) {
            return new Result.Done();
        }
        Optional<Filing> filing = filings.complete(waiting.get());
        if (filing.isEmpty()) {
            return refused(effect, List.of(problem("", "incomplete", "")));
        }
        try {
            return forward(id, effect, filing.get());
        } catch (BackendException e) {
            return failed(effect, attempt, e);
        }
    }

    @Override
    public List<Input.FromWorld> givenUp(Effect.Submit effect) {
        return List.of(new Input.SubmitGivenUp(effect.caseId(), effect.submissionId()));
    }

    private static boolean waits(Case open, Effect.Submit effect) {
        return open.phase() instanceof Phase.Submitting now
                && now.submissionId().equals(effect.submissionId());
    }

    private Result forward(ConversationId id, Effect.Submit effect, Filing filing) {
        List<Problem> gone = putMaterials(filing);
        if (!gone.isEmpty()) {
            return refused(effect, gone);
        }
        FilerReference filer = FilerReference.of(id);
        String key = filer.key(effect.submissionId());
        OrderForm form = new OrderForm(filer.value(), effect.caseId(), filing);
        return submit(key, form)
                .fold(
                        taken -> taken(id, effect, taken),
                        refused -> refused(effect, refused.problems()),
                        other -> refused(effect, List.of(openOrder(other))));
    }

    private Submission submit(String key, OrderForm form) {
        Submission first = backend.submit(key, form);
        if (first instanceof Submission.InTheWay inTheWay) {
            return inTheWay.own()
                    .filter(own -> own.caseId().equals(form.caseId()))
                    .map(own -> backend.resubmit(key, own.number(), own.version(), form))
                    .orElse(first);
        }
        return first;
    }

    /** Returns what cannot be handed in because the picture is not kept any more. */
    private List<Problem> putMaterials(Filing filing) {
        List<Problem> gone = new ArrayList<>();
        for (Map.Entry<String, List<String>> slot : filing.pictures().entrySet()) {
            for (String sha256 : slot.getValue()) {
                if (!put(sha256)) {
                    gone.add(problem(slot.getKey(), "missing", ""));
                }
            }
        }
        return gone;
    }

    private boolean put(String sha256) {
        if (backend.hasMaterial(sha256)) {
            return true;
        }
        Optional<byte[]> jpeg = pictures.get(sha256);
        jpeg.ifPresent(bytes -> backend.putMaterial(sha256, bytes));
        return jpeg.isPresent();
    }

    /**
     * The index is written before the result is told, so that an event finds its conversation. One
     * that came before was passed over: after a repeated call the order is therefore read again.
     */
    private Result taken(ConversationId id, Effect.Submit effect, Submission.Taken taken) {
        OrderStatus order = taken.order();
        index.put(order.number(), id);
        List<Input.FromWorld> results = new ArrayList<>();
        results.add(
                new Input.Submitted(
                        effect.caseId(),
                        effect.submissionId(),
                        order.number(),
                        order.state(),
                        order.seq(),
                        links.linkFor(id)));
        if (taken.replayed()) {
            backend.order(order.number())
                    .filter(now -> now.seq() > order.seq())
                    .ifPresent(now -> results.add(now.moved()));
        }
        return new Result.Done(List.copyOf(results));
    }

    private static Result refused(Effect.Submit effect, List<Problem> problems) {
        return new Result.Done(
                new Input.SubmitRefused(effect.caseId(), effect.submissionId(), problems));
    }

    private static Result failed(Effect.Submit effect, int attempt, BackendException e) {
        if (e.category() == BackendException.Category.REFUSED) {
            LOG.error("order not taken: {}", e.getMessage());
            return refused(effect, List.of(problem("", "refused", "")));
        }
        LOG.warn("order not forwarded, attempt {}: {}", attempt, e.getMessage());
        return new Result.Later(
                Optional.of(new Input.SubmitDelayed(effect.caseId(), effect.submissionId())));
    }

    private static Problem openOrder(Submission.InTheWay inTheWay) {
        return problem("", "openOrder", inTheWay.text());
    }

    private static Problem problem(String field, String code, String text) {
        return new Problem(field, code, text, true, Map.of());
    }
}
