package io.beian.link;

import io.beian.paper.Paper;
import io.beian.wording.Wording;
import java.net.URI;
import org.springframework.http.HttpStatus;

/** The pages that are shown instead of the one asked for. */
final class Notes {

    private final Paper paper;
    private final Wording wording;

    Notes(Paper paper, Wording wording) {
        this.paper = paper;
        this.wording = wording;
    }

    /** Why a page is not shown. */
    enum Why {
        GONE("gone", HttpStatus.GONE),
        OTHER("other", HttpStatus.FORBIDDEN),
        OUTSIDE("outside", HttpStatus.FORBIDDEN),
        UNSURE("unsure", HttpStatus.FORBIDDEN),
        BUSY("busy", HttpStatus.SERVICE_UNAVAILABLE);

        private final String key;
        private final HttpStatus status;

        Why(String key, HttpStatus status) {
            this.key = key;
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    String html(Why why, OwnPage page, URI link) {
        String title = wording.plain("link." + why.key + ".title");
        return switch (why) {
            case GONE -> paper.notePage(title, page.gone());
            case OTHER -> paper.notePage(title, page.other());
            case OUTSIDE -> paper.notePage(title, wording.plain("link.outside"));
            case UNSURE, BUSY ->
                    paper.notePage(
                            title,
                            wording.plain("link." + why.key),
                            wording.plain("link.again"),
                            link.toString());
        };
    }
}
