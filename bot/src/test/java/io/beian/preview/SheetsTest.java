package io.beian.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beian.dialogue.Case;
import io.beian.dialogue.Phase;
import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.paper.Sheet;
import io.beian.talk.EngineStage;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import io.beian.wording.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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

    private static Case in(Phase phase, Case of) {
        return new Case(
                of.id(), phase, of.facts(), of.tray(), of.history(), of.opened(), of.reminded());
    }

    @Test
    void asksToCheckOnlyWhatIsStillToBeSubmitted() {
        Case of = filled();
        Phase tracking = new Phase.Tracking("TY1", 1, "PRE_REVIEW", NOON, List.of());
        Phase filed = new Phase.Filed("TY1", 9, NOON, Map.of());

        assertThat(sheets.sheet(of).note()).contains("提交前请逐项核对").containsPattern("改 \\d+");
        Sheet submitted = sheets.sheet(in(tracking, of));
        assertThat(submitted.note()).contains("正在审核").doesNotContain("提交前", "改");
        assertThat(submitted.imprint()).contains("订单号 TY1", "2026年11月23日 12:00");
        assertThat(sheets.sheet(in(filed, of)).note()).contains("已经通过").doesNotContain("提交前");
    }

    @Test
    void namesAnAnswerThatCanBeChangedAsTheExample() {
        Sheet sheet = sheets.sheet(filled());
        Sheet.Row email =
                sheet.parts().stream()
                        .flatMap(part -> part.rows().stream())
                        .filter(row -> row.label().contains("邮箱"))
                        .findFirst()
                        .orElseThrow();

        assertThat(sheet.note()).contains("改 " + email.number());
    }

    @Test
    void givesTheSameAnswersTheSameVersionAndOthersAnother() {
        Case of = filled();
        Case other =
                new Case(
                        of.id(),
                        of.phase(),
                        of.facts().with("site.s1.name", Fact.typed("样张科技产品网站", 99)),
                        of.tray(),
                        of.history(),
                        of.opened(),
                        of.reminded());

        assertThat(sheets.sheet(of).imprint())
                .isEqualTo(sheets.sheet(in(new Phase.Reviewing(), of)).imprint());
        assertThat(sheets.sheet(other).imprint()).isNotEqualTo(sheets.sheet(of).imprint());
    }

    @Test
    void hasAPlaceForTheSealOfAUnit() {
        assertThat(sheets.sheet(filled()).seal().places())
                .containsExactly("主办单位（盖公章）", "主体负责人（签字）", "日期");
    }

    @Test
    void marksWhatWasLeftEmpty() {
        assertThat(sheets.sheet(filled()).parts())
                .flatMap(Sheet.Part::rows)
                .filteredOn(row -> !row.filled())
                .isNotEmpty()
                .allMatch(row -> row.value().equals("未填写"));
    }
}
