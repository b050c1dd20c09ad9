package io.beian.backend;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.outbox.EffectHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks what is filed under a domain, a name or a licence number. Somebody waits for the answer and
 * can ask again, so a backend that stays away after the client's own attempts is told at once.
 */
final class SearchHandler implements EffectHandler<Effect.Search> {

    private static final Logger LOG = LoggerFactory.getLogger(SearchHandler.class);

    private final FilingBackend backend;

    SearchHandler(FilingBackend backend) {
        this.backend = backend;
    }

    @Override
    public Class<Effect.Search> handles() {
        return Effect.Search.class;
    }

    @Override
    public Result run(ConversationId id, Effect.Search effect, int attempt) {
        try {
            FiledInformation found = backend.filings(effect.query());
            return new Result.Done(
                    new Input.FiledFound(effect.query(), found.units(), found.more()));
        } catch (BackendException e) {
            LOG.warn("search, attempt {}: {}", attempt, e.getMessage());
            return new Result.Done(new Input.SearchFailed(effect.query()));
        }
    }
}
