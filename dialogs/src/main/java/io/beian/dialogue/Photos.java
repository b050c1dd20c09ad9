package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Picture;
import io.beian.form.Source;
import io.beian.form.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures on their way from the chat into the order. None is ever dropped without a word. */
final class Photos {

    /** More than this at once is no longer a burst but a flood. */
    private static final int MOST_IN_TRAY = 30;

    private Photos() {}

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
        draft.put(of.with(Tray.with(of, new TrayPhoto(id, target, Optional.empty()))));
        draft.effect(new Effect.FetchPhoto(of.id(), id, mediaId));
        draft.say("photo.checking");
        draft.outcome("photo:sent");
    }

    static boolean wanted(Phase phase) {
        return phase instanceof Phase.Filling
                || phase instanceof Phase.Reviewing
                || phase instanceof Phase.Returned;
    }

    private static long unassigned(Case of) {
        return of.tray().stream().filter(photo -> photo.target().isEmpty()).count();
    }

    /** A single picture is meant for the open question; one of a burst has to be asked about. */
    private static Optional<String> target(Draft draft, Case of) {
        return of.tray().isEmpty() && !draft.crossed
                ? open(draft).map(Step::path)
                : Optional.empty();
    }

    /** The open question, if it is pictures it wants. */
    static Optional<Step> open(Draft draft) {
        return draft.current()
                .filter(of -> wanted(of.phase()))
                .flatMap(of -> Asking.open(of, draft.walk(of), draft.now().focus()))
                .filter(Slots::takesPictures);
    }

    static Turn kept(Draft draft, Input.PhotoKept kept) {
        Optional<Case> found = draft.now().find(kept.caseId());
        Optional<TrayPhoto> waiting = found.flatMap(of -> Tray.find(of, kept.tray()));
        if (waiting.isEmpty()) {
            eraseUnneeded(draft, List.of(kept.sha256()));
            draft.outcome("photo:late");
            return draft.silent();
        }
        Case of = found.get();
        draft.outcome("photo:kept");
        TrayPhoto photo = waiting.get().kept(kept.sha256());
        Optional<Step> target = target(draft, of, photo);
        draft.put(of.with(Tray.without(of, photo.id())));
        if (target.isPresent()) {
            arrive(draft, target.get(), photo);
        } else {
            draft.put(of.with(Tray.with(of, photo.unassigned())));
            draft.say("photo.kept");
        }
        kept.advice().forEach(code -> draft.say("advice." + code));
        return answered(draft, kept.caseId());
    }

    /** Pictures of a filing that is not talked about any more wait until it is. */
    private static Optional<Step> target(Draft draft, Case of, TrayPhoto photo) {
        boolean here = draft.now().active().filter(of.id()::equals).isPresent();
        return here && wanted(of.phase())
                ? photo.target().flatMap(draft.walk(of)::at).filter(Slots::takesPictures)
                : Optional.empty();
    }

    /** Pictures that came for nobody are not kept, unless they are needed anyway. */
    static void eraseUnneeded(Draft draft, List<String> hashes) {
        List<String> unneeded =
                hashes.stream()
                        .distinct()
                        .filter(
                                sha256 ->
                                        draft.now().cases().stream()
                                                .noneMatch(of -> Slots.needed(of).contains(sha256)))
                        .toList();
        if (!unneeded.isEmpty()) {
            draft.effect(new Effect.ErasePhotos(unneeded));
        }
    }

    static Turn refused(Draft draft, Input.PhotoRefused refused) {
        Optional<Case> found = draft.now().find(refused.caseId());
        if (found.flatMap(of -> Tray.find(of, refused.tray())).isEmpty()) {
            draft.outcome("photo:late");
            return draft.silent();
        }
        draft.put(found.get().with(Tray.without(found.get(), refused.tray())));
        draft.say(new Line("refused." + refused.code(), refused.args()));
        draft.refused(refused.code());
        return answered(draft, refused.caseId());
    }

    /** Only the last of a burst asks on; the others would ask about things still in the air. */
    private static Turn answered(Draft draft, String caseId) {
        if (draft.now().active().filter(caseId::equals).isEmpty()) {
            return draft.news();
        }
        if (draft.active().tray().stream().noneMatch(TrayPhoto::fetching)) {
            Asking.next(draft);
        }
        return draft.spoken();
    }

    /** Files a picture, or asks first if it serves for another kind already. */
    static void arrive(Draft draft, Step kind, TrayPhoto photo) {
        Case of = draft.active();
        String sha256 = photo.sha256().orElseThrow();
        Slots slots = new Slots(of, draft.walk(of));
        boolean known = known(slots, kind.path(), sha256);
        if (!known && slots.elsewhere(sha256, kind.path()).isPresent()) {
            draft.put(of.with(Tray.with(of, photo.meantFor(kind.path()))));
        } else {
            file(draft, kind, sha256, Source.TYPED);
        }
    }

    private static boolean known(Slots slots, String kind, String sha256) {
        return slots.kind(kind).stream().anyMatch(p -> p.picture().sha256().equals(sha256));
    }

    /** What became of a picture. */
    sealed interface Filed {

        /** Filed in its own slot or, labelled, in another one. */
        record In(Step slot, int count) implements Filed {}

        record Again() implements Filed {}

        /** There is no room for it anywhere; it waits in the tray. */
        record NoRoom() implements Filed {}
    }

    static void file(Draft draft, Step kind, String sha256, Source source) {
        Filed filed = put(draft, kind, sha256, source);
        Line line = Line.of("photo.again").about(kind.entry(), draft.scope());
        if (filed instanceof Filed.In in) {
            line = told(draft, kind, in);
        } else if (filed instanceof Filed.NoRoom) {
            line = full(draft, kind);
        }
        draft.say(line);
    }

    static Line told(Draft draft, Step kind, Filed.In in) {
        boolean own = in.slot().path().equals(kind.path());
        return Line.of(own ? "photo.filed" : "photo.overflow")
                .about(kind.entry(), draft.scope())
                .with("slot", Naming.name(in.slot()))
                .with("most", Slots.MOST)
                .with("count", in.count());
    }

    static Line full(Draft draft, Step kind) {
        return Line.of("photo.allFull")
                .about(kind.entry(), draft.scope())
                .with("name", Naming.name(kind))
                .with("most", Slots.MOST);
    }

    /** Puts a picture beside the others of its kind or, when asked to, instead of them. */
    static Filed put(Draft draft, Step kind, String sha256, Source source) {
        Case of = draft.active();
        Slots slots = new Slots(of, draft.walk(of));
        boolean replacing = replacing(draft, kind.path());
        Optional<Step> home = replacing ? Optional.of(kind) : slots.home(kind);
        if (!replacing && known(slots, kind.path(), sha256)) {
            draft.now(draft.now().focus(Optional.empty()));
            return new Filed.Again();
        }
        if (home.isEmpty()) {
            String id = draft.turn() + "." + (unassigned(of) + 1);
            draft.put(
                    of.with(
                            Tray.with(
                                    of, new TrayPhoto(id, Optional.empty(), Optional.of(sha256)))));
            draft.now(draft.now().focus(Optional.empty()));
            return new Filed.NoRoom();
        }
        if (replacing) {
            lay(draft, kind.path(), List.of(new Slots.Placed(kind.path(), Picture.plain(sha256))));
        } else {
            add(draft, slots, home.get().path(), guest(kind, home.get(), sha256), source);
        }
        Returning.mended(draft, kind.path());
        draft.now(draft.now().focus(Optional.empty()));
        Slots after = new Slots(draft.active(), draft.walk(draft.active()));
        return new Filed.In(home.get(), after.kind(kind.path()).size());
    }

    private static Picture guest(Step kind, Step home, String sha256) {
        return home.path().equals(kind.path())
                ? Picture.plain(sha256)
                : new Picture(sha256, Optional.of(kind.path()));
    }

    private static void add(Draft draft, Slots slots, String path, Picture picture, Source source) {
        List<Picture> pictures = new ArrayList<>(slots.at(path));
        pictures.add(picture);
        store(draft, path, pictures, source);
    }

    static void store(Draft draft, String path, List<Picture> pictures, Source source) {
        draft.store(path, new Fact(Picture.text(pictures), source, true, draft.turn()));
    }

    static boolean replacing(Draft draft, String path) {
        return draft.now().focus().filter(f -> f.path().equals(path) && !f.adding()).isPresent();
    }

    /**
     * Lays the pictures of a kind out anew: the first three in its own slot, the others where they
     * stand; what is not among them any more leaves its slot.
     */
    static void lay(Draft draft, String kind, List<Slots.Placed> pictures) {
        Slots slots = new Slots(draft.active(), draft.walk(draft.active()));
        List<Slots.Placed> own = pictures.subList(0, Math.min(Slots.MOST, pictures.size()));
        List<Slots.Placed> others = pictures.subList(own.size(), pictures.size());
        for (String slot : slots.kind(kind).stream().map(Slots.Placed::slot).distinct().toList()) {
            if (!slot.equals(kind)) {
                change(
                        draft,
                        slot,
                        slots.at(slot).stream()
                                .filter(
                                        picture ->
                                                picture.of().filter(kind::equals).isEmpty()
                                                        || others.contains(
                                                                new Slots.Placed(slot, picture)))
                                .toList());
            }
        }
        change(
                draft,
                kind,
                own.stream()
                        .map(
                                placed ->
                                        placed.slot().equals(kind)
                                                ? placed.picture()
                                                : Picture.plain(placed.picture().sha256()))
                        .toList());
    }

    private static void change(Draft draft, String path, List<Picture> pictures) {
        Optional<Fact> before = draft.active().facts().at(path);
        if (before.map(Fact::value).orElse("").equals(Picture.text(pictures))) {
            return;
        }
        if (pictures.isEmpty()) {
            draft.clear(path);
        } else {
            store(draft, path, pictures, before.map(Fact::source).orElse(Source.TYPED));
        }
    }
}
