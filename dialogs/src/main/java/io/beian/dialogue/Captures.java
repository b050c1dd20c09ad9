package io.beian.dialogue;

import io.beian.form.Source;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures taken in the mini program, fetched with the code it gives out (采集码). */
final class Captures {

    /** What is asked about a number that may be a code; not the path of a question. */
    static final String ASKS = "capture";

    private static final int MISSING_SHOWN = 9;

    private Captures() {}

    static void fetch(Draft draft, String text) {
        Case of = draft.active();
        Optional<Procedure.PictureCode> code = draft.procedure.pictureCode(text);
        if (!Photos.wanted(of.phase())) {
            draft.say("photo.notNow");
            Asking.next(draft);
        } else if (code.isEmpty()) {
            draft.say(text.isEmpty() ? "capture.how" : "refused.capture.format");
            if (!text.isEmpty()) {
                draft.refused("capture.format");
            }
            Asking.next(draft);
        } else {
            draft.effect(new Effect.ImportCapture(of.id(), code.get().text()));
            draft.say("capture.fetching");
            draft.outcome("capture:fetching");
        }
    }

    /** It may as well be the number of a card: nothing is made of it before the filer says so. */
    static void ask(Draft draft, String code) {
        draft.say("capture.which");
        draft.offer(new Choice("采集码", "采集码 " + code));
        draft.offer(new Choice("不是", "不是采集码"));
        draft.asks(ASKS);
        draft.outcome("capture:which");
    }

    static void not(Draft draft) {
        draft.say("capture.not");
        Asking.next(draft);
    }

    static Turn imported(Draft draft, Input.CaptureImported in) {
        Optional<Case> of = draft.now().find(in.caseId());
        if (of.isEmpty() || !Photos.wanted(of.get().phase())) {
            Photos.eraseUnneeded(
                    draft, in.pictures().stream().map(Input.Captured::sha256).toList());
            draft.outcome("capture:late");
            return draft.silent();
        }
        draft.outcome("capture:imported");
        if (draft.now().active().filter(in.caseId()::equals).isEmpty()) {
            in.pictures().forEach(each -> toTray(draft, in.caseId(), each));
            draft.say("photo.kept");
            return draft.news();
        }
        place(draft, in);
        in.refused().forEach(each -> refused(draft, each));
        missing(draft);
        Asking.next(draft);
        return draft.spoken();
    }

    private static void place(Draft draft, Input.CaptureImported in) {
        Map<String, Integer> filed = new LinkedHashMap<>();
        draft.say(Line.of("capture.done").with("count", in.pictures().size()));
        for (Input.Captured each : in.pictures()) {
            Slots slots = new Slots(draft.active(), draft.walk(draft.active()));
            Optional<Step> kind = slots.meant(each.slot());
            if (kind.isEmpty()) {
                toTray(draft, in.caseId(), each);
                continue;
            }
            Photos.Filed how = Photos.put(draft, kind.get(), each.sha256(), Source.PHOTO);
            if (how instanceof Photos.Filed.In placed
                    && !placed.slot().path().equals(kind.get().path())) {
                draft.say(Photos.told(draft, kind.get(), placed));
            } else if (how instanceof Photos.Filed.NoRoom) {
                draft.say(Photos.full(draft, kind.get()));
            } else {
                filed.merge(kind.get().path(), 1, Integer::sum);
            }
            each.advice().forEach(code -> about(draft, kind.get(), "advice." + code, Map.of()));
        }
        filed.forEach(
                (path, count) ->
                        draft.walk(draft.active())
                                .at(path)
                                .ifPresent(
                                        kind ->
                                                draft.say(
                                                        Line.of("capture.row")
                                                                .about(kind.entry(), draft.scope())
                                                                .with("count", count))));
    }

    private static void about(Draft draft, Step kind, String key, Map<String, String> args) {
        draft.say(Line.of("capture.about").about(kind.entry(), draft.scope()));
        draft.say(new Line(key, args));
    }

    private static void toTray(Draft draft, String caseId, Input.Captured picture) {
        Case of = draft.now().find(caseId).orElseThrow();
        String id = draft.turn() + "." + (of.tray().size() + 1);
        TrayPhoto photo = new TrayPhoto(id, Optional.empty(), Optional.of(picture.sha256()));
        draft.put(of.with(Tray.with(of, photo)));
    }

    private static void refused(Draft draft, Input.NotCaptured picture) {
        Walk walk = draft.walk(draft.active());
        new Slots(draft.active(), walk)
                .meant(picture.slot())
                .ifPresentOrElse(
                        kind -> about(draft, kind, "refused." + picture.code(), picture.args()),
                        () -> draft.say(new Line("refused." + picture.code(), picture.args())));
    }

    /** What is still to be sent, all at once. */
    private static void missing(Draft draft) {
        List<Step> open =
                new Slots(draft.active(), draft.walk(draft.active()))
                        .all().stream().filter(step -> !step.done()).toList();
        draft.say(
                Line.of(open.isEmpty() ? "capture.complete" : "capture.missing")
                        .with("count", open.size()));
        open.stream()
                .limit(MISSING_SHOWN)
                .forEach(
                        step ->
                                draft.say(
                                        Line.of("missing.row").about(step.entry(), draft.scope())));
    }

    /** The backend knows the code but will not give pictures for it, or does not know it. */
    static Turn unknown(Draft draft, Input.CaptureUnknown in) {
        return nothing(draft, in.caseId(), "refused.capture." + in.why(), "capture." + in.why());
    }

    static Turn failed(Draft draft, Input.CaptureFailed in) {
        return nothing(draft, in.caseId(), "capture.failed", "capture.failed");
    }

    private static Turn nothing(Draft draft, String caseId, String key, String code) {
        boolean here = draft.now().active().filter(caseId::equals).isPresent();
        if (!here || !Photos.wanted(draft.active().phase())) {
            draft.outcome("capture:late");
            return draft.silent();
        }
        draft.say(key);
        draft.refused(code);
        Asking.next(draft);
        return draft.spoken();
    }
}
