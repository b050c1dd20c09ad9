package io.beian.backend;

import io.beian.conversation.Conversations;
import io.beian.dialogue.Case;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.form.Facts;
import io.beian.outbox.EffectHandler;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the backend what is filed under the sponsor's certificate and the domain. */
final class LookUpHandler implements EffectHandler<Effect.LookUp> {

    private static final Logger LOG = LoggerFactory.getLogger(LookUpHandler.class);
    private static final int ATTEMPTS = 3;

    /** A business licence: code 1 of the bureau's certificate types. */
    private static final String LICENCE = "1";

    private final Conversations conversations;
    private final FilingBackend backend;

    LookUpHandler(Conversations conversations, FilingBackend backend) {
        this.conversations = conversations;
        this.backend = backend;
    }

    @Override
    public Class<Effect.LookUp> handles() {
        return Effect.LookUp.class;
    }

    @Override
    public Result run(ConversationId id, Effect.LookUp effect, int attempt) {
        Optional<Case> open = conversations.fresh(id).conversation().find(effect.caseId());
        if (open.isEmpty()) {
            return new Result.Done();
        }
        Optional<MatchQuery> query = query(id, open.get().facts());
        if (query.isEmpty()) {
            LOG.warn("nothing to look up: an answer it needs is gone");
            return failed(effect);
        }
        try {
            return new Result.Done(new Input.LookedUp(effect.caseId(), backend.match(query.get())));
        } catch (BackendException e) {
            LOG.warn("look-up, attempt {}: {}", attempt, e.getMessage());
            return e.passing() && attempt < ATTEMPTS
                    ? new Result.Later(Optional.empty())
                    : failed(effect);
        }
    }

    private static Result failed(Effect.LookUp effect) {
        return new Result.Done(new Input.LookUpFailed(effect.caseId()));
    }

    private static Optional<MatchQuery> query(ConversationId id, Facts facts) {
        Optional<String> province = facts.text("sponsor.province");
        Optional<String> certNo = facts.text("sponsor.certNo");
        Optional<String> domain =
                facts.instances("site").stream()
                        .findFirst()
                        .flatMap(site -> facts.text("site." + site + ".domain"));
        if (province.isEmpty() || certNo.isEmpty() || domain.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new MatchQuery(
                        province.get(),
                        facts.text("sponsor.certType").orElse(LICENCE),
                        certNo.get(),
                        domain.get(),
                        FilerReference.of(id).value(),
                        facts.text("match.proof")));
    }
}
