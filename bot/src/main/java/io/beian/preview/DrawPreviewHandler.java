package io.beian.preview;

import io.beian.conversation.Conversations;
import io.beian.dialogue.Case;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect.DrawPreview;
import io.beian.dialogue.Input;
import io.beian.link.Links;
import io.beian.outbox.Channel;
import io.beian.outbox.EffectHandler;
import io.beian.paper.Paper;
import java.util.Optional;

/** Draws the order, sends its first pages to the chat and opens a link to the whole of it. */
final class DrawPreviewHandler implements EffectHandler<DrawPreview> {

    private final Conversations conversations;
    private final Sheets sheets;
    private final Paper paper;
    private final Links links;
    private final Channel channel;
    private final PreviewSettings settings;

    DrawPreviewHandler(
            Conversations conversations,
            Sheets sheets,
            Paper paper,
            Links links,
            Channel channel,
            PreviewSettings settings) {
        this.conversations = conversations;
        this.sheets = sheets;
        this.paper = paper;
        this.links = links;
        this.channel = channel;
        this.settings = settings;
    }

    @Override
    public Class<DrawPreview> handles() {
        return DrawPreview.class;
    }

    @Override
    public Result run(ConversationId id, DrawPreview draw, int attempt) {
        Optional<Case> found = conversations.fresh(id).conversation().find(draw.caseId());
        if (found.isEmpty()) {
            return new Result.Done();
        }
        sendPages(id, found.get());
        String link =
                links.make(
                        PreviewPage.PATH, new Links.Link(id, draw.caseId()), settings.linkLives());
        return new Result.Done(new Input.Drawn(draw.caseId(), link));
    }

    /** The link tells everything the pages do, so a page that cannot be sent is no loss. */
    private void sendPages(ConversationId id, Case of) {
        for (byte[] page : paper.pageImages(paper.pdf(sheets.sheet(of)), settings.pagesInChat())) {
            if (channel.sendImage(id, page) != Channel.Sent.DELIVERED) {
                return;
            }
        }
    }
}
