package io.beian.preview;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect.Export;
import io.beian.dialogue.Input;
import io.beian.link.Links;
import io.beian.outbox.EffectHandler;
import java.time.Duration;

/** Opens a link to all that is kept of a person. */
final class ExportHandler implements EffectHandler<Export> {

    /** There is no filing of this name: a link opens all of them. */
    private static final String ALL = "-";

    private final Links links;
    private final Duration lives;

    ExportHandler(Links links, Duration lives) {
        this.links = links;
        this.lives = lives;
    }

    @Override
    public Class<Export> handles() {
        return Export.class;
    }

    @Override
    public Result run(ConversationId id, Export export, int attempt) {
        String link = links.make(OwnDataPage.PATH, new Links.Link(id, ALL), lives);
        return new Result.Done(new Input.Exported(link, lives));
    }
}
