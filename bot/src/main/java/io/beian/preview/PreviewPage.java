package io.beian.preview;

import io.beian.conversation.Conversations;
import io.beian.dialogue.Case;
import io.beian.dialogue.CheckList;
import io.beian.outbox.Pictures;
import io.beian.paper.Paper;
import io.beian.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The order on the phone, behind a link that expires. Nothing of it is kept by a browser. */
@RestController
@RequestMapping("/preview/{token}")
class PreviewPage {

    private final PreviewLinks links;
    private final Conversations conversations;
    private final Sheets sheets;
    private final Paper paper;
    private final Pictures pictures;
    private final Wording wording;

    PreviewPage(
            @Qualifier("previewLinks") PreviewLinks links,
            Conversations conversations,
            Sheets sheets,
            Paper paper,
            Pictures pictures,
            Wording wording) {
        this.links = links;
        this.conversations = conversations;
        this.sheets = sheets;
        this.paper = paper;
        this.pictures = pictures;
        this.wording = wording;
    }

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String token) {
        return order(token)
                .map(of -> paper.phonePage(sheets.sheet(of), urls(token, of), token + "/order.pdf"))
                .map(html -> Private.page(html.getBytes(StandardCharsets.UTF_8)))
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
    ResponseEntity<byte[]> pdf(@PathVariable String token) {
        return order(token)
                .map(of -> Private.body(MediaType.APPLICATION_PDF, paper.pdf(sheets.sheet(of))))
                .orElseGet(this::gone);
    }

    /** Only pictures of this very order can be fetched with its link. */
    @GetMapping("/photos/{hash}.jpg")
    ResponseEntity<byte[]> photo(@PathVariable String token, @PathVariable String hash) {
        return order(token)
                .filter(of -> hashes(of).anyMatch(hash::equals))
                .flatMap(of -> pictures.get(hash))
                .map(jpeg -> Private.body(MediaType.IMAGE_JPEG, jpeg))
                .orElseGet(this::gone);
    }

    private Optional<Case> order(String token) {
        return links.find(token)
                .flatMap(
                        target ->
                                conversations
                                        .fresh(target.conversation())
                                        .conversation()
                                        .find(target.caseId()));
    }

    private ResponseEntity<byte[]> gone() {
        return Private.gone(wording.plain("preview.gone"));
    }
}
