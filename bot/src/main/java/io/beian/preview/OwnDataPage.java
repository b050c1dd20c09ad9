package io.beian.preview;

import io.beian.conversation.Conversations;
import io.beian.paper.Paper;
import io.beian.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All that is kept of a person (导出我的资料), behind a link that expires. */
@RestController
@RequestMapping("/mine/{token}")
class OwnDataPage {

    private final PreviewLinks links;
    private final Conversations conversations;
    private final OwnDataSheet sheets;
    private final Paper paper;
    private final Wording wording;

    OwnDataPage(
            @Qualifier("ownDataLinks") PreviewLinks links,
            Conversations conversations,
            OwnDataSheet sheets,
            Paper paper,
            Wording wording) {
        this.links = links;
        this.conversations = conversations;
        this.sheets = sheets;
        this.paper = paper;
        this.wording = wording;
    }

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String token) {
        return content(token)
                .map(all -> paper.phonePage(all.sheet(), urls(token, all), token + "/data.pdf"))
                .map(html -> Private.page(html.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(this::gone);
    }

    private static List<String> urls(String token, OwnDataSheet.Content all) {
        return all.hashes().stream().map(hash -> token + "/photos/" + hash + ".jpg").toList();
    }

    @GetMapping("/data.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String token) {
        return content(token)
                .map(all -> Private.body(MediaType.APPLICATION_PDF, paper.pdf(all.sheet())))
                .orElseGet(this::gone);
    }

    /** Only this person's own pictures. */
    @GetMapping("/photos/{hash}.jpg")
    ResponseEntity<byte[]> photo(@PathVariable String token, @PathVariable String hash) {
        return content(token)
                .flatMap(
                        all ->
                                IntStream.range(0, all.hashes().size())
                                        .filter(i -> all.hashes().get(i).equals(hash))
                                        .mapToObj(i -> all.sheet().pictures().get(i).bytes())
                                        .findFirst())
                .map(jpeg -> Private.body(MediaType.IMAGE_JPEG, jpeg))
                .orElseGet(this::gone);
    }

    private Optional<OwnDataSheet.Content> content(String token) {
        return links.find(token)
                .map(target -> conversations.fresh(target.conversation()).conversation())
                .map(sheets::of);
    }

    private ResponseEntity<byte[]> gone() {
        return Private.gone(wording.plain("export.gone"));
    }
}
