package io.beian.dialogue;

import io.beian.form.Place;
import io.beian.form.Question.Trait;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Commands about whole sites: 继续新增网站, 复制网站, 删除网站, 网站列表. */
final class RecordCommands {

    /** So many sites fit a reply. */
    private static final int A_PAGE = 12;

    /** So many of them are offered to be tapped. */
    private static final int OFFERED = 12;

    private final Draft draft;
    private final Records records;

    private RecordCommands(Draft draft) {
        this.draft = draft;
        this.records = new Records(draft);
    }

    /** Runs a command while the answers are open and the filer has agreed to be asked. */
    static void run(Draft draft, Command command) {
        Case of = draft.active();
        if (!Edits.editable(of.phase())) {
            draft.say("record.closed");
            Asking.next(draft);
        } else if (undecided(draft.walk(of))) {
            Asking.next(draft);
        } else {
            new RecordCommands(draft).run(command);
        }
    }

    /** Nothing is taken down before the first question, the consent, is answered. */
    private static boolean undecided(Walk walk) {
        return walk.steps().stream()
                .findFirst()
                .filter(step -> step.entry().question().has(Trait.INTERNAL) && !step.done())
                .isPresent();
    }

    private void run(Command command) {
        switch (command.kind()) {
            case ADD_RECORD -> add(command.rest());
            case COPY_RECORD -> copy(command.rest());
            case REMOVE_RECORD -> remove(command.rest());
            case REMOVE_RECORD_SURE -> removeForSure(command.rest());
            default -> list(command.rest());
        }
    }

    private void add(String rest) {
        if (!rest.isEmpty()) {
            new RecordIntake(draft, records, Optional.empty()).take(RecordIntake.pieces(rest));
            return;
        }
        Optional<String> unnamed = records.unnamed().filter(id -> records.places().size() > 1);
        if (unnamed.isPresent()) {
            about("record.unnamed", place(unnamed.get()));
        } else if (room()) {
            about("record.added", place(records.open()));
        }
        goOn();
    }

    private boolean room() {
        if (records.full()) {
            draft.say(Line.of("record.full").with("most", Records.MOST));
        }
        return !records.full();
    }

    /** The site to copy comes first, if it is named; new domains follow. */
    private void copy(String rest) {
        List<String> words = new ArrayList<>(RecordIntake.pieces(rest));
        Optional<Place> source = source(words);
        if (source.isEmpty()) {
            which("record.copy.which", "复制网站 ", " " + String.join(" ", words));
        } else if (!words.isEmpty()) {
            new RecordIntake(draft, records, source).take(words);
        } else {
            if (room()) {
                String id = records.open();
                int copied = records.copy(source.get().id(), id);
                draft.say(
                        Line.of("record.copied")
                                .with("record", RecordName.of(source.get()))
                                .with("added", RecordName.of(place(id)))
                                .with("count", copied));
            }
            goOn();
        }
    }

    private Optional<Place> source(List<String> words) {
        List<Place> places = records.places();
        Optional<Place> named = words.isEmpty() ? Optional.empty() : find(words.get(0));
        if (named.isPresent()) {
            words.remove(0);
            return named;
        }
        return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
    }

    private Optional<Place> find(String said) {
        return RecordName.only(said, records.places()).map(name -> place(name.id()));
    }

    private void remove(String rest) {
        Optional<Place> meant = find(rest);
        if (records.places().size() == 1) {
            draft.say("record.remove.last");
            draft.offer("放弃这次备案");
            draft.offer("继续");
        } else if (meant.isEmpty()) {
            which("record.remove.which", "删除网站 ", "");
        } else {
            sure(meant.get());
        }
    }

    /** Says what would go. */
    private void sure(Place place) {
        List<Step> done = records.steps(place.id()).stream().filter(this::answered).toList();
        long photos = done.stream().filter(step -> has(step, Trait.PICTURE)).count();
        draft.say(
                Line.of("record.remove.sure")
                        .with("record", RecordName.row(place))
                        .with("answers", done.size() - photos)
                        .with("photos", photos));
        draft.offer("确认删除网站 " + place.number());
        draft.offer("继续");
    }

    private boolean answered(Step step) {
        return draft.active().facts().at(step.path()).filter(fact -> !fact.skipped()).isPresent();
    }

    private static boolean has(Step step, Trait trait) {
        return step.entry().question().has(trait);
    }

    private void removeForSure(String rest) {
        Optional<Place> meant = find(rest);
        if (meant.isEmpty() || records.places().size() == 1) {
            remove(rest);
            return;
        }
        List<Step> gone = records.steps(meant.get().id());
        records.close(meant.get().id());
        gone.forEach(step -> Returning.mended(draft, step.path()));
        draft.say(
                Line.of("record.removed")
                        .with("record", RecordName.row(meant.get()))
                        .with("total", records.places().size()));
        goOn();
    }

    private void which(String ask, String verb, String rest) {
        draft.say(ask);
        records.places().stream()
                .limit(OFFERED)
                .forEach(
                        place ->
                                draft.offer(
                                        new Choice(
                                                RecordName.row(place),
                                                (verb + place.number() + rest).strip())));
        draft.offer("继续");
    }

    /** The sites with what each of them still lacks. */
    private void list(String page) {
        List<Place> places = records.places();
        int pages = (places.size() + A_PAGE - 1) / A_PAGE;
        int shown = page.matches("\\d{1,2}") ? Integer.parseInt(page) : 1;
        shown = Math.max(1, Math.min(shown, pages));
        draft.say(Line.of("record.head").with("total", places.size()));
        places.subList((shown - 1) * A_PAGE, Math.min(places.size(), shown * A_PAGE))
                .forEach(this::row);
        draft.offer("继续");
        if (shown < pages) {
            draft.offer(new Choice("下一页网站", "网站列表 " + (shown + 1)));
        }
        draft.offer("继续新增网站");
        draft.offer("复制网站");
        if (places.size() > 1) {
            draft.offer("删除网站");
        }
    }

    private void row(Place place) {
        List<Step> open = records.steps(place.id()).stream().filter(step -> !step.done()).toList();
        String names =
                open.stream()
                        .limit(3)
                        .map(step -> step.entry().question().names().get(0))
                        .collect(Collectors.joining("、"));
        String key = open.isEmpty() ? "full" : open.size() > 3 ? "more" : "row";
        draft.say(
                Line.of("record.list." + key)
                        .with("record", RecordName.row(place))
                        .with("names", names)
                        .with("count", open.size()));
    }

    /** What a step back did to the list. */
    static void undone(Draft draft, List<Place> before) {
        List<Place> now = new Records(draft).places();
        tell(draft, "record.back", without(now, before));
        tell(draft, "record.gone", without(before, now));
    }

    private static List<Place> without(List<Place> these, List<Place> those) {
        return these.stream()
                .filter(place -> those.stream().noneMatch(other -> other.id().equals(place.id())))
                .toList();
    }

    private static void tell(Draft draft, String key, List<Place> places) {
        if (!places.isEmpty()) {
            String names =
                    places.stream()
                            .limit(A_PAGE)
                            .map(RecordName::row)
                            .collect(Collectors.joining("、"));
            draft.say(Line.of(key).with("records", names));
        }
    }

    private void about(String key, Place place) {
        draft.say(Line.of(key).with("record", RecordName.of(place)).with("total", place.total()));
    }

    private Place place(String id) {
        return records.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void goOn() {
        draft.now(draft.now().focus(Optional.empty()));
        Asking.next(draft);
    }
}
