package io.beian.preview;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect.Export;
import io.beian.dialogue.Input;
import io.beian.outbox.EffectHandler;

/** Opens a link to all that is kept of a person. */
final class ExportHandler implements EffectHandler<Export> {

    /** There is no filing of this name: a link opens all of them. */
    private static final String ALL = "-";

    private final PreviewLinks links;

    ExportHandler(PreviewLinks links) {
        this.links = links;
    }

    @Override
    public Class<Export> handles() {
        return Export.class;
    }

    @Override
    public Result run(ConversationId id, Export export, int attempt) {
        String link = links.open(new PreviewLinks.Target(id, ALL));
        return new Result.Done(new Input.Exported(link, links.lives()));
    }
}
