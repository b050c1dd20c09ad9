package io.beian.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beian.dialogue.Case;
import io.beian.filing.IcpFiling;
import io.beian.paper.Sheet;
import io.beian.talk.EngineStage;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import io.beian.wording.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SheetsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Sheets sheets =
            new Sheets(
                    new IcpFiling(),
                    new Wording(),
                    sha256 -> Optional.of(new byte[] {1}),
                    Clock.fixed(NOON, ZoneOffset.UTC));
    private final EngineStage stage = new EngineStage();

    private Case filled() {
        List<Talk> talks = Talk.all();
        new TalkPlayer(stage, talks)
                .play(
                        talks.stream()
                                .filter(talk -> talk.file().equals("公司首次备案填到照片.talk"))
                                .findFirst()
                                .orElseThrow());
        return stage.conversation().current().orElseThrow();
    }

    private Case ofThreeSites() {
        filled();
        stage.say("复制网站 beian-demo-two.cn beian-demo-three.cn");
        stage.say("样张科技商城网站");
        return stage.conversation().current().orElseThrow();
    }

    private static List<String> headings(Sheet sheet) {
        return sheet.parts().stream().map(Sheet.Part::heading).toList();
    }

    @Test
    void showsOneSiteAsPartOfTheOrder() {
        assertThat(headings(sheets.sheet(filled())))
                .contains("域名", "网站")
                .noneMatch(heading -> heading.startsWith("网站1"));
    }

    @Test
    void showsEachOfSeveralSitesAsABlockOfItsOwn() {
        Sheet sheet = sheets.sheet(ofThreeSites());

        assertThat(headings(sheet))
                .endsWith("网站1/3（例子.中国）", "网站2/3（beian-demo-two.cn）", "网站3/3（beian-demo-three.cn）")
                .doesNotContain("域名", "网站", "核验照片");
        assertThat(sheet.parts().get(sheet.parts().size() - 2).rows())
                .extracting(Sheet.Row::label, Sheet.Row::value)
                .contains(tuple("域名", "beian-demo-two.cn"), tuple("网站名称", "样张科技商城网站"));
    }
}
