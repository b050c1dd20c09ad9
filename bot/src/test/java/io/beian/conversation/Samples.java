package io.beian.conversation;

import io.beian.dialogue.Case;
import io.beian.dialogue.Change;
import io.beian.dialogue.Choice;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Focus;
import io.beian.dialogue.Line;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Query;
import io.beian.dialogue.Reply;
import io.beian.dialogue.Searches;
import io.beian.dialogue.Shown;
import io.beian.dialogue.TrayPhoto;
import io.beian.dialogue.Verifier;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up conversations that use every property there is. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    public static final Reply REPLY =
            new Reply(
                    7,
                    List.of(Line.of("sponsor.name.ask").with("example", "云上(杭州)有限公司")),
                    List.of(new Choice("上一步", "上一步")),
                    Optional.of("sponsor.name"));

    private static final List<Problem> PROBLEMS =
            List.of(new Problem("sponsor.name", "tooShort", "名称不全", true, Map.of("min", "4")));

    private Samples() {}

    /** One of each phase. */
    public static List<Phase> phases() {
        return List.of(
                new Phase.Matching(
                        Optional.of(NOON),
                        Optional.of(Line.of("match.blocked")),
                        List.of("sponsor.certNo"),
                        List.of("旧证件")),
                new Phase.Filling(),
                new Phase.Reviewing(),
                new Phase.Submitting("sub-1", Optional.empty(), 0),
                new Phase.Tracking(
                        "T1",
                        3,
                        "SMS_PENDING",
                        NOON,
                        List.of("withdraw"),
                        Optional.of(NOON),
                        Optional.of("https://example.com/verify"),
                        List.of(new Verifier("sponsor.person", "张*", "138****1234", true))),
                new Phase.Returned(
                        "T1",
                        4,
                        "RETURNED",
                        NOON,
                        PROBLEMS,
                        Optional.of(NOON),
                        Optional.of("https://example.com/verify"),
                        Map.of("site.s1.name", "样张网")),
                new Phase.Filed("T1", 5, NOON, Map.of("sponsor", "浙ICP备2026000001号")),
                new Phase.Withdrawn(NOON),
                new Phase.Expired(NOON));
    }

    /** One of each effect. */
    public static List<Effect> effects() {
        return List.of(
                new Effect.LookUp("c1"),
                new Effect.FetchPhoto("c1", "t1", "media-1"),
                new Effect.ImportCapture("c1", "202611230000000011"),
                new Effect.DrawPreview("c1"),
                new Effect.Submit("c1", "sub-1"),
                new Effect.Withdraw("c1", "T1"),
                new Effect.Refresh("T1"),
                new Effect.Search(new Query(Query.Kind.DOMAIN, "example.com")),
                new Effect.FetchOrders(),
                new Effect.Tell(REPLY, 7),
                new Effect.CatchUp("T1", 3),
                new Effect.CallAgent(REPLY),
                new Effect.FetchFiled("list"),
                new Effect.MakeFooter(List.of("浙ICP备2026000001号-1")),
                new Effect.Export(),
                new Effect.ErasePhotos(List.of("00ff")));
    }

    /** A conversation with one case in each phase. */
    public static Conversation full(ConversationId id) {
        List<Phase> phases = phases();
        List<Case> cases =
                java.util.stream.IntStream.range(0, phases.size())
                        .mapToObj(n -> filing("c" + n, phases.get(n)))
                        .toList();
        return new Conversation(
                id,
                7,
                cases,
                Optional.of("c1"),
                Optional.of(new Focus("sponsor.name", false)),
                new Shown(
                        7,
                        NOON,
                        Optional.of("sponsor.name"),
                        Optional.of("sponsor.nature"),
                        List.of(Choice.of("企业")),
                        Optional.of("tooShort"),
                        Optional.empty()),
                true,
                List.of(REPLY),
                NOON,
                true,
                Optional.of(NOON),
                new Searches("DOMAIN example.com", NOON, 6, List.of(NOON), NOON, 5));
    }

    private static Case filing(String id, Phase phase) {
        Fact typed = Fact.typed("云上(杭州)有限公司 😀", 3);
        Fact proposed = Fact.proposed("", Source.PHOTO, 4);
        return new Case(
                id,
                phase,
                new Facts(Map.of("sponsor.name", typed, "site.s1.domain", proposed)),
                List.of(new TrayPhoto("t1", Optional.of("photo.licence"), Optional.of("00ff"))),
                List.of(
                        new Change("sponsor.name", Optional.of(typed), 5),
                        new Change("site.s1.domain", Optional.empty(), 6)),
                NOON);
    }

    /** The conversation with one more answer, so that what was applied can be counted. */
    public static Conversation answered(Conversation before, String path) {
        Facts facts = before.cases().isEmpty() ? Facts.NONE : before.cases().get(0).facts();
        long turn = before.turn() + 1;
        Case next =
                new Case(
                        "c1",
                        new Phase.Filling(),
                        facts.with(path, Fact.typed("x", turn)),
                        List.of(),
                        List.of(),
                        NOON);
        return new Conversation(
                before.id(),
                turn,
                List.of(next),
                Optional.of("c1"),
                before.focus(),
                before.shown(),
                before.paused(),
                before.missed(),
                before.heard(),
                before.hushed(),
                before.agent(),
                before.searches());
    }

    /** A write of one more answer. */
    public static Conversations.Write write(String key, Conversation before, Effect... effects) {
        return new Conversations.Write(
                key,
                Optional.empty(),
                answered(before, key),
                "reply to " + key,
                List.of(effects),
                Optional.empty(),
                "accepted");
    }
}
