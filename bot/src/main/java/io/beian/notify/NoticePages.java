package io.beian.notify;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Notice;
import io.beian.link.Links;
import io.beian.outbox.NoticeLinks;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/** Links to the page where a person allows notices. */
final class NoticePages implements NoticeLinks {

    /** WeChat's element takes no more. */
    private static final int MOST = 3;

    /** In the order they matter to a person. */
    private static final List<Notice.Kind> BY_WEIGHT =
            List.of(
                    Notice.Kind.VERIFICATION,
                    Notice.Kind.RESULT,
                    Notice.Kind.TODO,
                    Notice.Kind.PROGRESS);

    /** There is one such page for each person. */
    private static final String THE_PAGE = "-";

    private final Links links;
    private final NotifySettings settings;

    NoticePages(Links links, NotifySettings settings) {
        this.links = links;
        this.settings = settings;
    }

    /** A notice one can allow. */
    record Offer(Notice.Kind kind, String templateId) {}

    List<Offer> offers() {
        return BY_WEIGHT.stream()
                .flatMap(
                        kind ->
                                settings.of(kind)
                                        .flatMap(NotifySettings.Template::subscriptionId)
                                        .filter(id -> !id.isBlank())
                                        .map(id -> Stream.of(new Offer(kind, id)))
                                        .orElseGet(Stream::empty))
                .limit(MOST)
                .toList();
    }

    @Override
    public Optional<String> linkFor(ConversationId id) {
        if (offers().isEmpty()) {
            return Optional.empty();
        }
        try {
            Links.Link link = new Links.Link(id, THE_PAGE);
            return Optional.of(links.make(NoticesPage.PATH, link, settings.linkLives()));
        } catch (DataAccessException e) {
            // Whatever the link was to go with matters more.
            return Optional.empty();
        }
    }

    /** Where the page is in a browser; what is signed for WeChat must be exactly this. */
    String address(String token) {
        return links.address(NoticesPage.PATH, token).toString();
    }
}
