package io.beian.dialogue;

import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures that have arrived and wait for a word of the filer: which kind, or whether again. */
final class Tray {

    /** What is asked about them; not the path of a question. */
    static final String ASKS = "tray";

    /** The slots that are offered for tapping; others can be named. */
    private static final int MOST_OFFERED = 20;

    private Tray() {}

    static Optional<TrayPhoto> find(Case of, String id) {
        return of.tray().stream().filter(photo -> photo.id().equals(id)).findFirst();
    }

    static List<TrayPhoto> without(Case of, String id) {
        return of.tray().stream().filter(photo -> !photo.id().equals(id)).toList();
    }

    /** The tray with a picture in it, once. */
    static List<TrayPhoto> with(Case of, TrayPhoto photo) {
        List<TrayPhoto> tray = new ArrayList<>(without(of, photo.id()));
        tray.add(photo);
        return tray;
    }

    /** The next picture to ask about, unless another answer is being given. */
    static Optional<TrayPhoto> asked(Draft draft) {
        Case of = draft.active();
        Optional<String> focus = draft.now().focus().map(Focus::path);
        return waiting(of).filter(photo -> focus.isEmpty() || photo.target().equals(focus));
    }

    static Optional<TrayPhoto> waiting(Case of) {
        return of.tray().stream().filter(photo -> !photo.fetching()).findFirst();
    }

    /** The kind a picture was sent for, if it serves for another one already. */
    static Optional<Step> twin(Case of, Walk walk, TrayPhoto photo) {
        return photo.target()
                .flatMap(path -> new Slots(of, walk).elsewhere(photo.sha256().orElseThrow(), path));
    }

    static void ask(Draft draft, TrayPhoto photo) {
        Case of = draft.active();
        Walk walk = draft.walk(of);
        Optional<Step> twin = twin(of, walk, photo);
        Optional<Step> kind = photo.target().flatMap(walk::at);
        if (twin.isPresent() && kind.isPresent()) {
            draft.say(
                    Line.of("photo.twin")
                            .with("slot", Naming.name(twin.get()))
                            .about(kind.get().entry(), draft.scope()));
            draft.offer("也用在这里");
            draft.offer("换一张");
        } else {
            which(draft, of, walk, photo);
        }
        draft.asks(ASKS);
    }

    private static void which(Draft draft, Case of, Walk walk, TrayPhoto photo) {
        draft.say(Line.of("tray.which").with("nth", nth(photo)).with("waiting", unfiled(of)));
        Slots slots = new Slots(of, walk);
        List<Step> free = new ArrayList<>(slots.all().stream().filter(s -> !s.done()).toList());
        slots.all().stream().filter(Step::done).filter(slots::hasRoom).forEach(free::add);
        free.stream()
                .limit(MOST_OFFERED)
                .forEach(
                        step ->
                                draft.offer(
                                        new Choice(Naming.label(step), "归到 " + Naming.name(step))));
        draft.offer("不要这张");
    }

    private static String nth(TrayPhoto photo) {
        return photo.id().substring(photo.id().lastIndexOf('.') + 1);
    }

    private static long unfiled(Case of) {
        return of.tray().stream().filter(photo -> photo.target().isEmpty()).count();
    }
}
