package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Searches;
import io.beian.dialogue.Shown;
import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReaskReportTest {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.ofInstant(Samples.NOON, BUREAU);
    private static final String MOBILE = "13800138O0";

    @RegisterExtension
    static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.SETTINGS);

    @Test
    void namesQuestionsThatAreNewOrRefusedAndNoAnswers() {
        keep("o-known", filing("sponsor.province", Facts.NONE, new Phase.Filling()));
        keep(
                "o-refused",
                filing(
                        "sponsor.nature",
                        new IcpFiling()
                                .begin(1)
                                .with("consent", Fact.typed("2026-11", 2))
                                .with("sponsor.province", Fact.typed("nowhere", 3)),
                        Phase.Matching.OPEN));
        keep(
                "o-new",
                filing(
                        "sponsor.certNo",
                        new IcpFiling()
                                .begin(1)
                                .with("consent", Fact.typed("2026-11", 2))
                                .with("sponsor.nature", Fact.typed("4", 3))
                                .with("sponsor.person.mobile", Fact.typed(MOBILE, 4)),
                        Phase.Matching.OPEN));

        String report = report();

        assertThat(report)
                .contains("sponsor.province(province.unknown)")
                .contains("sponsor.province(new)")
                .contains("asked=sponsor.certNo")
                .contains("of 3 unfinished filings")
                .doesNotContain("o-new", "nowhere", MOBILE);
    }

    private static Conversation filing(String asked, Facts facts, Phase phase) {
        Case of = new Case("c1", phase, facts, List.of(), List.of(), Samples.NOON);
        Shown shown =
                new Shown(
                        9,
                        Samples.NOON,
                        Optional.of(asked),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        return new Conversation(
                new ConversationId("-"),
                9,
                List.of(of),
                Optional.of("c1"),
                Optional.empty(),
                shown,
                false,
                List.of(),
                Samples.NOON,
                false,
                Optional.empty(),
                Searches.NONE);
    }

    private static void keep(String openid, Conversation conversation) {
        ConversationId id = new ConversationId(openid);
        Conversations conversations =
                new RedisConversations(
                        SERVER.redis().connections(),
                        Replication.none(SERVER.redis().connections()),
                        new Keys(4),
                        new Node("a"),
                        TestConversations.SEALED,
                        TestRedis.SETTINGS,
                        java.time.Duration.ofDays(90));
        conversations.commit(
                id,
                0,
                new Conversations.Write(
                        "m1",
                        Optional.empty(),
                        conversation,
                        "",
                        List.of(),
                        Optional.empty(),
                        "kept"));
    }

    private static String report() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ReaskCommand.print(
                SERVER.redis().connections(),
                TestConversations.SEALED,
                new ReaskReport(new IcpFiling(), TODAY, out));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
