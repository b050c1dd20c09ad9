package io.beian.preview;

import io.beian.conversation.Conversations;
import io.beian.dialogue.Case;
import io.beian.dialogue.CheckList;
import io.beian.link.Links.Link;
import io.beian.outbox.Pictures;
import io.beian.paper.Paper;
import io.beian.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The order on the phone, behind a link that expires and opens for its filer only. */
@RestController
@RequestMapping("/" + PreviewPage.PATH + "/{token}")
class PreviewPage {

    static final String PATH = "preview";

    private final Conversations conversations;
    private final Sheets sheets;
    private final Paper paper;
    private final Pictures pictures;
    private final Wording wording;

    PreviewPage(
            Conversations conversations,
            Sheets sheets,
            Paper paper,
            Pictures pictures,
            Wording wording) {
        this.conversations = conversations;
        this.sheets = sheets;
        this.paper = paper;
        this.pictures = pictures;
        this.wording = wording;
    }

    @GetMapping
    ResponseEntity<byte[]> page(
            @PathVariable String token, @RequestAttribute(Link.ATTRIBUTE) Link link) {
        return order(link)
                .map(of -> paper.phonePage(sheets.sheet(of), urls(token, of), token + "/order.pdf"))
                .map(Bodies::html)
                .orElseGet(this::gone);
    }

    private List<String> urls(String token, Case of) {
        return hashes(of).map(hash -> token + "/photos/" + hash + ".jpg").toList();
    }

    private Stream<String> hashes(Case of) {
        return sheets.rows(of).stream()
                .map(CheckList.Row::pictures)
                .flatMap(List::stream)
                .map(CheckList.Shot::sha256)
                .filter(hash -> pictures.get(hash).isPresent());
    }

    @GetMapping("/order.pdf")
    ResponseEntity<byte[]> pdf(@RequestAttribute(Link.ATTRIBUTE) Link link) {
        return order(link)
                .map(of -> Bodies.of(MediaType.APPLICATION_PDF, paper.pdf(sheets.sheet(of))))
                .orElseGet(this::gone);
    }

    /** Only pictures of this very order can be fetched with its link. */
    @GetMapping("/photos/{hash}.jpg")
    ResponseEntity<byte[]> photo(
            @RequestAttribute(Link.ATTRIBUTE) Link link, @PathVariable String hash) {
        return order(link)
                .filter(of -> hashes(of).anyMatch(hash::equals))
                .flatMap(of -> pictures.get(hash))
                .map(jpeg -> Bodies.of(MediaType.IMAGE_JPEG, jpeg))
                .orElseGet(this::gone);
    }

    private Optional<Case> order(Link link) {
        return conversations.fresh(link.owner()).conversation().find(link.opens());
    }

    /** The filing was given up or erased since the link was made. */
    private ResponseEntity<byte[]> gone() {
        return Bodies.gone(
                paper.notePage(wording.plain("link.gone.title"), wording.plain("preview.gone")));
    }
}
