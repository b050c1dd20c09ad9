package io.beian.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.form.Answer;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Parsed;
import io.beian.form.Question;
import io.beian.form.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String PICTURE = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    private static Facts former(String kinds) {
        return Facts.NONE
                .with("site", Fact.typed("s1 s2", 1))
                .with("site.s1.preApproval", Fact.typed(kinds, 2))
                .with("site.s1.approvalNo", Fact.typed("国新办〔2026〕0001号", 3))
                .with("site.s1.photo.approval", Fact.typed(PICTURE, 4))
                .with("photo.extra", Fact.typed(OTHER + "@site.s1.photo.approval", 5));
    }

    @Test
    void answersOfTheFormBeforeGoToTheFirstKindThatWasChosen() {
        Facts now = IcpForm.make().renamed(former("5 10"));

        assertThat(now.text("site.s1.approval.5.no")).contains("国新办〔2026〕0001号");
        assertThat(now.text("site.s1.photo.approval.5")).contains(PICTURE);
        assertThat(now.text("photo.extra")).contains(OTHER + "@site.s1.photo.approval.5");
        assertThat(now.byPath()).doesNotContainKeys("site.s1.approvalNo", "site.s1.photo.approval");
        assertThat(IcpForm.make().renamed(now)).isEqualTo(now);
    }

    @Test
    void whatBelongsToNoKindIsDropped() {
        assertThat(IcpForm.make().renamed(former("0")).byPath().keySet())
                .containsExactlyInAnyOrder("site", "site.s1.preApproval", "photo.extra");
    }

    @Test
    void everyChosenKindIsAskedForItsNumberAndItsPapers() {
        List<String> asked =
                IcpForm.make().walk(former("1 5 6 10"), TODAY, section -> true).steps().stream()
                        .map(step -> step.path())
                        .filter(path -> path.startsWith("site.s1.") && path.contains("approval."))
                        .toList();

        assertThat(asked)
                .containsExactly(
                        "site.s1.approval.1.no",
                        "site.s1.approval.5.no",
                        "site.s1.approval.6.no",
                        "site.s1.approval.10.no",
                        "site.s1.photo.approval.1",
                        "site.s1.photo.approval.5",
                        "site.s1.photo.approval.6",
                        "site.s1.photo.approval.10");
    }

    private static Parsed parsed(String text) {
        Question<?> number =
                IcpForm.make()
                        .questions()
                        .filter(question -> question.id().equals(Approvals.number("1")))
                        .findFirst()
                        .orElseThrow();
        Scope scope = new Scope(former("1"), Optional.of("s1"), TODAY);
        return number.parser().parse(new Answer.Text(text), scope);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "没有批文",
                "没有",
                "还没有批文",
                "没批文",
                "无",
                "暂无批文",
                "还没办下来",
                "批文还没下来",
                "正在办",
                "在办理中",
                "没有许可证",
                "我们没有这个批文",
                "不需要",
                "没办过",
                "没有，怎么办",
                "无许可证"
            })
    void thatThereIsNoneIsNoNumber(String text) {
        assertThat(parsed(text))
                .isInstanceOfSatisfying(
                        Parsed.Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo("approval.none");
                            assertThat(refused.offers()).containsExactly("改 网站1 前置审批");
                            assertThat(refused.ways()).isEmpty();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"国新办〔2026〕0001号", "京ICP证030173号", "(京)网文〔2026〕0001-001号", "无锡文审〔2026〕12号"})
    void numbersAreTaken(String text) {
        assertThat(parsed(text).accepted()).isTrue();
    }
}
