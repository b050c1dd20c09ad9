package io.beian.dialogue;

import io.beian.form.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several pictures sent at once: filed in the order they came in, after one yes. */
final class Burst {

    private Burst() {}

    /** The pictures that wait to be sorted, in the order they came in. */
    private static List<TrayPhoto> waiting(Case of) {
        return of.tray().stream()
                .filter(photo -> !photo.fetching() && photo.target().isEmpty() && !photo.byHand())
                .toList();
    }

    /** The slots that are still to be filled, as many as there are pictures; else empty. */
    private static List<Step> slots(Draft draft, List<TrayPhoto> photos) {
        Case of = draft.active();
        List<Step> open =
                new Slots(of, draft.walk(of)).all().stream().filter(step -> !step.done()).toList();
        return photos.size() > 1 && photos.size() <= open.size()
                ? open.subList(0, photos.size())
                : List.of();
    }

    /** Proposes where the pictures belong; false if that cannot be guessed. */
    static boolean propose(Draft draft) {
        List<TrayPhoto> photos = waiting(draft.active());
        List<Step> slots = slots(draft, photos);
        if (slots.isEmpty()) {
            return false;
        }
        draft.say(Line.of("burst.head").with("count", photos.size()));
        for (int i = 0; i < slots.size(); i++) {
            draft.say(
                    Line.of("burst.row")
                            .with("nth", i + 1L)
                            .with("slot", Naming.spoken(slots.get(i), draft.scope())));
        }
        draft.say("burst.right");
        draft.offer(new Choice("对", "按这个归"));
        draft.offer("我来指定");
        draft.asks(Tray.ASKS);
        return true;
    }

    /** Files them as proposed. */
    static void file(Draft draft) {
        List<TrayPhoto> photos = waiting(draft.active());
        List<Step> slots = slots(draft, photos);
        if (slots.isEmpty()) {
            draft.say("tray.empty");
        }
        for (int i = 0; i < slots.size(); i++) {
            TrayPhoto photo = photos.get(i);
            draft.put(draft.active().with(Tray.without(draft.active(), photo.id())));
            Photos.arrive(draft, slots.get(i), photo);
        }
        Asking.next(draft);
    }

    /** The filer says of each what it is. */
    static void byHand(Draft draft) {
        List<TrayPhoto> tray = new ArrayList<>();
        draft.active().tray().forEach(photo -> tray.add(photo.askedAbout()));
        draft.put(draft.active().with(tray));
        draft.now(draft.now().focus(Optional.empty()));
        Asking.next(draft);
    }
}
