package io.beian.preview;

import io.beian.conversation.Conversations;
import io.beian.link.Links.Link;
import io.beian.paper.Paper;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All that is kept of a person (导出我的资料), behind a link of their own that expires. */
@RestController
@RequestMapping("/" + OwnDataPage.PATH + "/{token}")
class OwnDataPage {

    static final String PATH = "mine";

    private final Conversations conversations;
    private final OwnDataSheet sheets;
    private final Paper paper;

    OwnDataPage(Conversations conversations, OwnDataSheet sheets, Paper paper) {
        this.conversations = conversations;
        this.sheets = sheets;
        this.paper = paper;
    }

    @GetMapping
    ResponseEntity<byte[]> page(
            @PathVariable String token, @RequestAttribute(Link.ATTRIBUTE) Link link) {
        OwnDataSheet.Content all = content(link);
        String html = paper.phonePage(all.sheet(), urls(token, all), token + "/data.pdf");
        return Bodies.html(html);
    }

    private static List<String> urls(String token, OwnDataSheet.Content all) {
        return all.hashes().stream().map(hash -> token + "/photos/" + hash + ".jpg").toList();
    }

    @GetMapping("/data.pdf")
    ResponseEntity<byte[]> pdf(@RequestAttribute(Link.ATTRIBUTE) Link link) {
        return Bodies.of(MediaType.APPLICATION_PDF, paper.pdf(content(link).sheet()));
    }

    /** Only this person's own pictures. */
    @GetMapping("/photos/{hash}.jpg")
    ResponseEntity<byte[]> photo(
            @RequestAttribute(Link.ATTRIBUTE) Link link, @PathVariable String hash) {
        OwnDataSheet.Content all = content(link);
        int place = all.hashes().indexOf(hash);
        return place < 0
                ? ResponseEntity.status(HttpStatus.GONE).build()
                : Bodies.of(MediaType.IMAGE_JPEG, all.sheet().pictures().get(place).bytes());
    }

    private OwnDataSheet.Content content(Link link) {
        return sheets.of(conversations.fresh(link.owner()).conversation());
    }
}
