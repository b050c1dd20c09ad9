package io.beian.preview;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect.MakeFooter;
import io.beian.dialogue.Input;
import io.beian.outbox.EffectHandler;
import java.net.URI;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the address of the page with the lines for the foot of a home page. */
final class MakeFooterHandler implements EffectHandler<MakeFooter> {

    private final URI publicBaseUrl;

    MakeFooterHandler(URI publicBaseUrl) {
        this.publicBaseUrl = publicBaseUrl;
    }

    @Override
    public Class<MakeFooter> handles() {
        return MakeFooter.class;
    }

    /** Licence numbers are public, so they may stand in the address: it can be sent on. */
    @Override
    public Result run(ConversationId id, MakeFooter make, int attempt) {
        List<String> licences =
                make.licences().subList(0, Math.min(FooterPage.MOST, make.licences().size()));
        URI link =
                UriComponentsBuilder.fromUri(publicBaseUrl)
                        .path(FooterPage.PATH)
                        .queryParam("n", licences.toArray())
                        .encode()
                        .build()
                        .toUri();
        return new Result.Done(new Input.FooterReady(link.toString()));
    }
}
