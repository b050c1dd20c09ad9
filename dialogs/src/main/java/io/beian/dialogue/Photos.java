package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Question.Trait;
import io.beian.form.Source;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures on their way from the chat into the order. None is ever dropped without a word. */
final class Photos {

    /** 每个图片类型最多3张. */
    static final int MOST_PER_KIND = 3;

    /** More than this at once is no longer a burst but a flood. */
    private static final int MOST_IN_TRAY = 30;

    private static final int MOST_OFFERED = 20;

    private Photos() {}

    static boolean hasRoom(Case of, Step step) {
        return step.entry().question().has(Trait.PICTURE)
                && hashes(of, step.path()).size() < MOST_PER_KIND;
    }

    static List<String> hashes(Case of, String path) {
        return of.facts()
                .text(path)
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(text.split(" ")))
                .orElse(List.of());
    }

    static void sent(Draft draft, String mediaId) {
        Optional<Case> current = draft.current();
        if (current.isEmpty() || !wanted(current.get().phase())) {
            draft.say(current.isEmpty() ? "photo.early" : "photo.notNow");
            draft.outcome("photo:unwanted");
            Asking.next(draft);
            return;
        }
        Case of = current.get();
        if (of.tray().size() >= MOST_IN_TRAY) {
            draft.say(Line.of("photo.flood").with("most", MOST_IN_TRAY));
            draft.outcome("photo:flood");
            return;
        }
        Optional<String> target = target(draft, of);
        String id = draft.turn() + "." + (unassigned(of) + (target.isPresent() ? 0 : 1));
        List<TrayPhoto> tray = new ArrayList<>(of.tray());
        tray.add(new TrayPhoto(id, target, Optional.empty()));
        draft.put(of.with(tray));
        draft.effect(new Effect.FetchPhoto(of.id(), id, mediaId));
        draft.say("photo.checking");
        draft.outcome("photo:sent");
    }

    private static boolean wanted(Phase phase) {
        return phase instanceof Phase.Filling
                || phase instanceof Phase.Reviewing
                || phase instanceof Phase.Returned;
    }

    private static long unassigned(Case of) {
        return of.tray().stream().filter(photo -> photo.target().isEmpty()).count();
    }

    /** A single picture is meant for the open question; one of a burst has to be asked about. */
    private static Optional<String> target(Draft draft, Case of) {
        if (!of.tray().isEmpty() || draft.crossed) {
            return Optional.empty();
        }
        return Asking.open(of, draft.walk(of), draft.now().focus())
                .filter(step -> step.entry().question().has(Trait.PICTURE))
                .map(Step::path);
    }

    static Turn kept(Draft draft, Input.PhotoKept kept) {
        Optional<Case> found = draft.now().find(kept.caseId());
        Optional<TrayPhoto> waiting = found.flatMap(of -> inTray(of, kept.tray()));
        if (waiting.isEmpty()) {
            draft.effect(new Effect.ErasePhotos(List.of(kept.sha256())));
            draft.outcome("photo:late");
            return draft.silent();
        }
        Case of = found.get();
        draft.outcome("photo:kept");
        TrayPhoto photo = waiting.get().kept(kept.sha256());
        boolean talkedAbout = draft.now().active().filter(of.id()::equals).isPresent();
        Optional<String> target =
                photo.target().filter(path -> talkedAbout && room(draft, of, path));
        if (target.isPresent()) {
            draft.put(of.with(others(of, photo.id())));
            file(draft, target.get(), kept.sha256());
        } else {
            List<TrayPhoto> tray = others(of, photo.id());
            tray.add(photo.unassigned());
            draft.put(of.with(tray));
            draft.say("photo.kept");
        }
        kept.advice().forEach(code -> draft.say("advice." + code));
        return answered(draft, kept.caseId());
    }

    private static boolean room(Draft draft, Case of, String path) {
        return draft.walk(of)
                .at(path)
                .filter(step -> replacing(draft, path) || hasRoom(of, step))
                .isPresent();
    }

    private static boolean replacing(Draft draft, String path) {
        return draft.now().focus().filter(f -> f.path().equals(path) && !f.adding()).isPresent();
    }

    static Turn refused(Draft draft, Input.PhotoRefused refused) {
        Optional<Case> found = draft.now().find(refused.caseId());
        if (found.flatMap(of -> inTray(of, refused.tray())).isEmpty()) {
            draft.outcome("photo:late");
            return draft.silent();
        }
        draft.put(found.get().with(others(found.get(), refused.tray())));
        draft.say(new Line("refused." + refused.code(), refused.args()));
        draft.refused(refused.code());
        return answered(draft, refused.caseId());
    }

    /** Only the last of a burst asks on; the others would ask about things still in the air. */
    private static Turn answered(Draft draft, String caseId) {
        boolean current = draft.now().active().filter(caseId::equals).isPresent();
        boolean more =
                draft.now().find(caseId).orElseThrow().tray().stream()
                        .anyMatch(TrayPhoto::fetching);
        if (current && !more) {
            Asking.next(draft);
        }
        return draft.spoken();
    }

    /** Puts a kept picture under its question, beside the others or instead of them. */
    private static void file(Draft draft, String path, String sha256) {
        Case of = draft.active();
        List<String> hashes = new ArrayList<>(hashes(of, path));
        if (replacing(draft, path)) {
            hashes.clear();
        }
        boolean again = hashes.contains(sha256);
        if (!again) {
            hashes.add(sha256);
        }
        draft.store(path, new Fact(String.join(" ", hashes), Source.TYPED, true, draft.turn()));
        Returning.mended(draft, path);
        draft.now(draft.now().focus(Optional.empty()));
        Step step = draft.walk(draft.active()).at(path).orElseThrow();
        draft.say(
                Line.of(again ? "photo.again" : "photo.filed")
                        .about(step.entry(), draft.scope())
                        .with("count", hashes.size()));
    }

    /** 归到 …: the filer says what a picture from the tray is. */
    static void toSlot(Draft draft, String name) {
        Case of = draft.active();
        Optional<TrayPhoto> photo = Asking.unfiled(of);
        List<Step> slots =
                new Naming(draft.walk(of))
                        .called(name).stream().filter(step -> hasRoom(of, step)).toList();
        if (photo.isPresent() && slots.size() == 1) {
            draft.put(of.with(others(of, photo.get().id())));
            file(draft, slots.get(0).path(), photo.get().sha256().orElseThrow());
        } else {
            draft.say(photo.isEmpty() ? "tray.empty" : "tray.noSlot");
        }
    }

    static void discard(Draft draft) {
        Case of = draft.active();
        Optional<TrayPhoto> photo = Asking.unfiled(of);
        if (photo.isEmpty()) {
            draft.say("tray.empty");
            return;
        }
        draft.put(of.with(others(of, photo.get().id())));
        String sha256 = photo.get().sha256().orElseThrow();
        if (!used(draft.now(), sha256)) {
            draft.effect(new Effect.ErasePhotos(List.of(sha256)));
        }
        draft.say("tray.discarded");
    }

    /** 再发一张: the next picture goes beside those of the kind filed last. */
    static void addTo(Draft draft, String name) {
        Case of = draft.active();
        Walk walk = draft.walk(of);
        List<Step> slots =
                name.isEmpty() ? latest(of, walk).stream().toList() : new Naming(walk).called(name);
        List<Step> free = slots.stream().filter(step -> hasRoom(of, step)).toList();
        if (free.size() == 1) {
            draft.now(draft.now().focus(Optional.of(new Focus(free.get(0).path(), true))));
        } else if (free.size() > 1) {
            which(draft, free);
            return;
        } else {
            draft.say(Line.of("photo.full").with("most", MOST_PER_KIND));
        }
        Asking.next(draft);
    }

    private static void which(Draft draft, List<Step> slots) {
        draft.say("change.which");
        slots.stream()
                .limit(MOST_OFFERED)
                .forEach(
                        step ->
                                draft.offer(
                                        new Choice(
                                                Naming.label(step), "再发一张 " + Naming.name(step))));
    }

    private static Optional<Step> latest(Case of, Walk walk) {
        return walk.steps().stream()
                .filter(step -> step.entry().question().has(Trait.PICTURE))
                .filter(step -> of.facts().at(step.path()).isPresent())
                .max(
                        (a, b) ->
                                Long.compare(
                                        of.facts().at(a.path()).orElseThrow().turn(),
                                        of.facts().at(b.path()).orElseThrow().turn()));
    }

    /** Every picture hash a conversation still needs. */
    private static boolean used(Conversation now, String sha256) {
        return now.cases().stream()
                .flatMap(of -> of.facts().byPath().entrySet().stream())
                .map(Map.Entry::getValue)
                .anyMatch(fact -> fact.value().contains(sha256));
    }

    static List<String> all(Case of) {
        List<String> all = new ArrayList<>();
        of.facts().byPath().entrySet().stream()
                .filter(fact -> fact.getKey().contains("photo."))
                .forEach(fact -> all.addAll(hashes(of, fact.getKey())));
        of.tray().forEach(photo -> photo.sha256().ifPresent(all::add));
        return all;
    }

    private static Optional<TrayPhoto> inTray(Case of, String id) {
        return of.tray().stream().filter(photo -> photo.id().equals(id)).findFirst();
    }

    private static List<TrayPhoto> others(Case of, String id) {
        return new ArrayList<>(of.tray().stream().filter(photo -> !photo.id().equals(id)).toList());
    }
}
