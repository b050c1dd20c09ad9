package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final IcpFiling filing = new IcpFiling();

    private static Facts facts(String sites) {
        Facts facts = Facts.NONE.with("site", Fact.system(sites, 1));
        for (String site : sites.split(" ")) {
            facts =
                    facts.with("site." + site + ".domain", Fact.typed(site + "-demo.cn", 1))
                            .with("site." + site + ".preApproval", Fact.typed("1", 1))
                            .with("site." + site + ".person.same", Fact.typed("other", 1));
        }
        return facts;
    }

    private Walk walk(Facts facts) {
        LocalDate today = LocalDate.ofInstant(NOON, ZoneId.of("Asia/Shanghai"));
        return filing.form().walk(facts, today, section -> true);
    }

    private List<String> called(String said) {
        return paths(new Naming(walk(facts("s1 s4 s7"))).called(said));
    }

    private static List<String> paths(List<Step> steps) {
        return steps.stream().map(Step::path).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s1", "s5", "s1 s4 s7", "s3 s2"})
    void leadsFromEveryNameToItsOwnAnswer(String sites) {
        Naming naming = new Naming(walk(facts(sites)));

        for (Step step : naming.rows()) {
            assertThat(paths(naming.called(Naming.name(step)))).containsExactly(step.path());
            assertThat(paths(naming.called(Naming.label(step)))).containsExactly(step.path());
            assertThat(paths(naming.called(Integer.toString(naming.number(step)))))
                    .containsExactly(step.path());
            Naming.Meant meant = naming.meant(Naming.name(step) + " 新的 内容");
            assertThat(paths(meant.steps())).containsExactly(step.path());
            assertThat(meant.value()).isEqualTo("新的 内容");
        }
    }

    @Test
    void namesNoSiteWhereThereIsOnlyOne() {
        assertThat(new Naming(walk(facts("s1"))).rows())
                .allSatisfy(step -> assertThat(Naming.label(step)).doesNotContain("网站1"));
    }

    @ParameterizedTest
    @CsvSource({
        "网站2 网站名称, site.s4.name",
        "网站2网站名称, site.s4.name",
        "网站 2 的 网站名称, site.s4.name",
        "网站2的名称, site.s4.name",
        "第2个网站 名称, site.s4.name",
        "第二个网站的网站名称, site.s4.name",
        "第3个 域名, site.s7.domain",
        "2号网站 名称, site.s4.name",
        "s4-demo.cn 网站名称, site.s4.name",
        "S4-Demo.CN的网站名称, site.s4.name",
        "网站3 网站名称（s7-demo.cn）, site.s7.name",
        "网站3 核验照, site.s7.photo.verify"
    })
    void understandsHowPeopleNameASite(String said, String path) {
        assertThat(called(said)).containsExactly(path);
    }

    @Test
    void leavesItOpenWhereTheSiteIsNotSaid() {
        assertThat(called("网站名称")).containsExactly("site.s1.name", "site.s4.name", "site.s7.name");
        assertThat(called("网站2")).hasSizeGreaterThan(5).allMatch(path -> path.contains(".s4."));
        assertThat(called("网站4 网站名称")).isEmpty();
        assertThat(called("第零个网站 网站名称")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"改 ", "归到 ", "再发一张 "})
    void leadsEveryChoiceToOneAnswer(String verb) {
        Naming naming = new Naming(walk(facts("s1 s4 s7")));

        for (Step step : naming.rows()) {
            Command command = Command.read(verb + Naming.name(step)).orElseThrow();
            assertThat(paths(naming.called(command.rest()))).containsExactly(step.path());
        }
    }

    @Test
    void readsWhatStandsInsideOrBehindACommand() {
        assertThat(Command.read("复制第2个网站 a.cn"))
                .contains(new Command(Command.Kind.COPY_RECORD, "第2个 a.cn"));
        assertThat(Command.read("复制上一个网站")).contains(new Command(Command.Kind.COPY_RECORD, "上一个"));
        assertThat(Command.read("删除网站12")).contains(new Command(Command.Kind.REMOVE_RECORD, "12"));
        assertThat(Command.read("继续新增网站：a.cn\nb.cn"))
                .contains(new Command(Command.Kind.ADD_RECORD, "a.cn\nb.cn"));
        assertThat(Command.read("新增网站 a.cn"))
                .contains(new Command(Command.Kind.ADD_RECORD, "a.cn"));
        assertThat(Command.read("新增网站")).contains(new Command(Command.Kind.START, ""));
        assertThat(Command.read("复制粘贴来的")).isEmpty();
    }
}
