package io.beian.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.outbox.EffectHandler.Result;
import io.beian.paper.Paper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

class FooterPageTest {

    private static final String LICENCE = "京ICP备2026000001号-1";

    private final FooterPage page = new FooterPage(new Paper());

    private static String html(ResponseEntity<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
    }

    @Test
    void givesTheCodeToCopyForEachNumber() {
        String html = html(page.page(List.of(LICENCE, "京ICP备2026000001号-2")));

        assertThat(html)
                .contains(
                        "&lt;a href=\"https://beian.miit.gov.cn/\" target=\"_blank\"&gt;"
                                + LICENCE
                                + "&lt;/a&gt;")
                .contains("京ICP备2026000001号-2");
    }

    @Test
    void showsNothingElseThatStandsInTheAddress() {
        String html = html(page.page(List.of("<script>x()</script>", LICENCE, "某某某号")));

        assertThat(html).doesNotContain("x()").doesNotContain("某某某号");
        assertThat(page.page(List.of("http://example.com")).getStatusCode().value()).isEqualTo(404);
    }

    @Test
    void makesAnAddressThatLeadsThere() {
        Result made =
                new MakeFooterHandler(URI.create("https://example.com/bot"))
                        .run(new ConversationId("o"), new Effect.MakeFooter(List.of(LICENCE)), 1);

        Input.FooterReady ready = (Input.FooterReady) ((Result.Done) made).results().get(0);
        URI link = URI.create(ready.link());
        assertThat(link.getPath()).isEqualTo("/bot/footer");
        assertThat(UriComponentsBuilder.fromUri(link).build(true).getQueryParams().get("n"))
                .hasSize(1);
        assertThat(link.getQuery()).isEqualTo("n=" + LICENCE);
    }
}
