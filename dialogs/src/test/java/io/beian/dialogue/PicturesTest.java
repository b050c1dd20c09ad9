package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of pictures where a talk cannot look: what is kept, and for whom. */
class PicturesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String OLD = "aa";
    private static final String NEW = "bb";

    private final Dialogue dialogue = new Dialogue(new IcpFiling());

    private static Conversation filling(Fact licence) {
        Facts facts =
                Facts.NONE
                        .with("site", Fact.system("s1", 1))
                        .with("sponsor.nature", Fact.typed("4", 1))
                        .with("photo.licence", licence);
        Case of = new Case("c1", new Phase.Filling(), facts, List.of(), List.of(), NOON);
        return Conversation.start(new ConversationId("someone")).put(of).active(Optional.of("c1"));
    }

    private static Conversation filling() {
        return filling(Fact.typed(OLD, 1));
    }

    private Turn decide(Conversation now, Input in) {
        return dialogue.decide(now, in, NOON);
    }

    private Turn say(Conversation now, String text) {
        return decide(now, new Input.Said(text));
    }

    private Turn send(Conversation now, String sha256) {
        Turn sent = decide(now, new Input.SentPhoto("media"));
        Effect.FetchPhoto fetch = (Effect.FetchPhoto) sent.effects().get(0);
        return decide(sent.next(), new Input.PhotoKept("c1", fetch.tray(), sha256, List.of()));
    }

    private static Optional<String> licence(Turn turn) {
        return turn.next().find("c1").flatMap(of -> of.facts().text("photo.licence"));
    }

    @Test
    void keepsAReplacedPictureAsLongAsItCanBeTakenBack() {
        Turn replaced = send(say(filling(), "重拍 营业执照").next(), NEW);

        assertThat(licence(replaced)).contains(NEW);
        assertThat(replaced.effects()).noneMatch(Effect.ErasePhotos.class::isInstance);

        Turn undone = say(replaced.next(), "撤回");

        assertThat(licence(undone)).contains(OLD);
        assertThat(undone.effects()).contains(new Effect.ErasePhotos(List.of(NEW)));
    }

    @Test
    void erasesADeletedPictureOnceItCannotBeTakenBackAnyMore() {
        Turn deleted = say(filling(), "删照片 营业执照");
        assertThat(licence(deleted)).isEmpty();
        assertThat(deleted.effects()).isEmpty();

        Turn left = decide(deleted.next(), new Input.Left());

        assertThat(left.effects()).containsExactly(new Effect.ErasePhotos(List.of(OLD)));
    }

    @Test
    void keepsAPictureThatAnotherFilingNeedsToo() {
        Conversation both =
                filling()
                        .put(
                                new Case(
                                        "c2",
                                        new Phase.Filling(),
                                        Facts.NONE.with("photo.licence", Fact.typed(OLD, 1)),
                                        List.of(),
                                        List.of(),
                                        NOON));
        Conversation deleted = say(both, "删照片 营业执照").next();
        Case one = deleted.find("c1").orElseThrow();

        Turn late =
                decide(
                        deleted.put(one.remembering(List.of())),
                        new Input.PhotoKept("c1", "gone", OLD, List.of()));

        assertThat(late.effects()).isEmpty();
    }

    @Test
    void erasesAPictureNobodyWaitsFor() {
        Turn late = decide(filling(), new Input.PhotoKept("c1", "gone", NEW, List.of()));

        assertThat(late.reply().silent()).isTrue();
        assertThat(late.effects()).containsExactly(new Effect.ErasePhotos(List.of(NEW)));
    }

    @Test
    void putsAPictureOfAFilingThatIsNotTalkedAboutInItsTray() {
        Conversation sent = decide(filling(), new Input.SentPhoto("media")).next();
        String tray = sent.find("c1").orElseThrow().tray().get(0).id();
        Conversation elsewhere = sent.active(Optional.empty());

        Turn kept = decide(elsewhere, new Input.PhotoKept("c1", tray, NEW, List.of()));

        assertThat(kept.next().find("c1").orElseThrow().tray())
                .containsExactly(new TrayPhoto(tray, Optional.empty(), Optional.of(NEW)));
    }

    @Test
    void takesACaptureOnlyWherePicturesAreWanted() {
        Conversation withdrawn =
                filling().put(filling().find("c1").orElseThrow().in(new Phase.Withdrawn(NOON)));
        Input.Captured taken = new Input.Captured("photo.idFront", NEW, List.of());

        Turn late = decide(withdrawn, new Input.CaptureImported("c1", List.of(taken), List.of()));

        assertThat(late.reply().silent()).isTrue();
        assertThat(late.effects()).containsExactly(new Effect.ErasePhotos(List.of(NEW)));
    }

    @Test
    void asksWhereAPictureBelongsThatWasTakenForNothingKnown() {
        Input.Captured strange = new Input.Captured("photo.cat", NEW, List.of());
        Input.NotCaptured bad = new Input.NotCaptured("photo.idBack", "photo.broken", Map.of());

        Turn turn =
                decide(filling(), new Input.CaptureImported("c1", List.of(strange), List.of(bad)));

        assertThat(turn.next().shown().asks()).contains("tray");
        assertThat(turn.reply().lines()).extracting(Line::key).contains("refused.photo.broken");
    }

    @Test
    void passesOverPicturesOfASiteThatIsGone() {
        Facts facts =
                filling()
                        .find("c1")
                        .orElseThrow()
                        .facts()
                        .with("photo.extra", Fact.typed("cc@site.s9.photo.verify " + NEW, 1));
        Case of = filling().find("c1").orElseThrow().with(facts);
        LocalDate today = LocalDate.parse("2026-11-23");

        assertThat(CheckList.of(new IcpFiling(), of, today))
                .filteredOn(row -> row.path().equals("photo.extra"))
                .flatExtracting(CheckList.Row::pictures)
                .containsExactly(new CheckList.Shot(NEW, Optional.empty()));
    }

    @Test
    void neverPrintsACode() {
        Effect effect = new Effect.ImportCapture("c1", "202611230000000011");
        Choice choice = new Choice("采集码", "采集码 110101199003070011");

        assertThat(effect.toString() + choice).doesNotContain("2026").doesNotContain("1101");
    }
}
