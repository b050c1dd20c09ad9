package io.beian.dialogue;

import io.beian.form.Picture;
import io.beian.form.Source;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands about pictures: 归到, 不要这张, 再发一张, 删照片, 重拍, 用 … 的照片. */
final class PhotoEdits {

    private static final Pattern NTH = Pattern.compile("(.*?)\\s*(?:第\\s*([\\d一二三四五六])\\s*张|(全部))");
    private static final String ALL = "全部";
    private static final Map<String, String> NUMBERS =
            Map.of("一", "1", "二", "2", "三", "3", "四", "4", "五", "5", "六", "6");
    private static final int MOST_OFFERED = 9;

    private PhotoEdits() {}

    /** The slots a filer means by a name or a number of the preview. */
    static List<Step> called(Walk walk, String name) {
        if (name.matches("\\d+")) {
            return new Naming(walk).called(name).stream().filter(Slots::takesPictures).toList();
        }
        return new Naming(new Walk(walk.steps().stream().filter(Slots::takesPictures).toList()))
                .called(name);
    }

    /** The name in "营业执照 第2张". */
    static String name(String rest) {
        Matcher nth = NTH.matcher(rest);
        return nth.matches() ? nth.group(1) : rest;
    }

    /** 归到 …: the filer says what a picture from the tray is. */
    static void toSlot(Draft draft, String name) {
        Optional<TrayPhoto> photo = Tray.waiting(draft.active());
        List<Step> meant = called(draft.walk(draft.active()), name);
        if (photo.isPresent() && meant.size() == 1) {
            draft.put(draft.active().with(Tray.without(draft.active(), photo.get().id())));
            Photos.arrive(draft, meant.get(0), photo.get());
        } else {
            draft.say(photo.isEmpty() ? "tray.empty" : "tray.noSlot");
        }
        Asking.next(draft);
    }

    static void discard(Draft draft) {
        Optional<TrayPhoto> photo = Tray.waiting(draft.active());
        if (photo.isPresent()) {
            draft.put(draft.active().with(Tray.without(draft.active(), photo.get().id())));
        }
        draft.say(photo.isPresent() ? "tray.discarded" : "tray.empty");
        Asking.next(draft);
    }

    /** 也用在这里: a picture that serves for one kind already is filed under another as well. */
    static void alsoHere(Draft draft) {
        Case of = draft.active();
        Optional<TrayPhoto> photo = Tray.waiting(of);
        Optional<Step> kind = photo.flatMap(TrayPhoto::target).flatMap(draft.walk(of)::at);
        if (kind.isPresent()) {
            draft.put(of.with(Tray.without(of, photo.get().id())));
            Photos.file(draft, kind.get(), photo.get().sha256().orElseThrow(), Source.COPIED);
        } else {
            draft.say("tray.empty");
        }
        Asking.next(draft);
    }

    /** 换一张: the picture that was asked about is not meant here; without one, the last is. */
    static void another(Draft draft) {
        Optional<TrayPhoto> photo = Tray.waiting(draft.active());
        if (photo.flatMap(TrayPhoto::target).isPresent()) {
            discard(draft);
        } else {
            replace(draft, "");
        }
    }

    /** 再发一张: the next picture goes beside those of the kind. */
    static void addTo(Draft draft, String name) {
        focus(draft, "再发一张", name, true);
    }

    /** 重拍, 换照片: the next picture takes the place of all of the kind. */
    static void replace(Draft draft, String name) {
        focus(draft, "重拍", name, false);
    }

    private static void focus(Draft draft, String verb, String name, boolean adding) {
        Walk walk = draft.walk(draft.active());
        List<Step> meant = name.isEmpty() ? latest(draft).stream().toList() : called(walk, name);
        if (meant.size() > 1) {
            which(draft, verb, meant);
            return;
        }
        if (meant.isEmpty()) {
            draft.say("photo.noSlot");
        } else if (adding && new Slots(draft.active(), walk).home(meant.get(0)).isEmpty()) {
            draft.say(Photos.full(draft, meant.get(0)));
        } else {
            draft.now(draft.now().focus(Optional.of(new Focus(meant.get(0).path(), adding))));
        }
        Asking.next(draft);
    }

    /** The kind that was filed last. */
    private static Optional<Step> latest(Draft draft) {
        Case of = draft.active();
        Walk walk = draft.walk(of);
        Slots slots = new Slots(of, walk);
        return slots.all().stream()
                .filter(step -> !slots.at(step.path()).isEmpty())
                .max(
                        (a, b) ->
                                Long.compare(
                                        of.facts().at(a.path()).orElseThrow().turn(),
                                        of.facts().at(b.path()).orElseThrow().turn()))
                .map(step -> host(walk, slots, step));
    }

    /** What was put last into a supplementary slot may belong to another kind. */
    private static Step host(Walk walk, Slots slots, Step step) {
        List<Picture> pictures = slots.at(step.path());
        return pictures.get(pictures.size() - 1).of().flatMap(walk::at).orElse(step);
    }

    private static void which(Draft draft, String verb, List<Step> meant) {
        draft.say("photo.which");
        meant.stream()
                .limit(MOST_OFFERED)
                .forEach(
                        step ->
                                draft.offer(
                                        new Choice(
                                                Naming.label(step),
                                                verb + " " + Naming.name(step))));
        draft.offer("继续");
        draft.asks(Tray.ASKS);
    }

    /** 删照片 …, also 删照片 … 第2张 and 删照片 … 全部. */
    static void delete(Draft draft, String rest) {
        Slots slots = new Slots(draft.active(), draft.walk(draft.active()));
        Matcher nth = NTH.matcher(rest);
        boolean numbered = nth.matches();
        String name = name(rest);
        List<Step> meant =
                name.isEmpty()
                        ? slots.all().stream().filter(s -> !slots.at(s.path()).isEmpty()).toList()
                        : called(draft.walk(draft.active()), name);
        if (meant.size() > 1) {
            which(draft, "删照片", meant);
        } else if (meant.isEmpty()) {
            draft.say("photo.noSlot");
            Asking.next(draft);
        } else {
            delete(draft, slots, meant.get(0), numbered ? number(nth) : "");
        }
    }

    private static String number(Matcher nth) {
        return nth.group(3) != null ? ALL : NUMBERS.getOrDefault(nth.group(2), nth.group(2));
    }

    private static void delete(Draft draft, Slots slots, Step kind, String which) {
        List<Slots.Placed> rest = new ArrayList<>(slots.kind(kind.path()));
        int number = which.matches("\\d") ? Integer.parseInt(which) : 0;
        if (rest.isEmpty()) {
            draft.say(Line.of("photo.none").about(kind.entry(), draft.scope()));
        } else if (which.equals(ALL) || (which.isEmpty() && rest.size() == 1)) {
            deleted(draft, kind, List.of());
        } else if (number >= 1 && number <= rest.size()) {
            rest.remove(number - 1);
            deleted(draft, kind, rest);
        } else {
            whichOf(draft, kind, rest.size());
            return;
        }
        Asking.next(draft);
    }

    private static void deleted(Draft draft, Step kind, List<Slots.Placed> rest) {
        Photos.lay(draft, kind.path(), rest);
        draft.now(draft.now().focus(Optional.empty()));
        draft.say(
                Line.of(rest.isEmpty() ? "photo.deletedAll" : "photo.deleted")
                        .about(kind.entry(), draft.scope())
                        .with("count", rest.size()));
    }

    private static void whichOf(Draft draft, Step kind, int count) {
        draft.say(Line.of("photo.whichOf").about(kind.entry(), draft.scope()).with("count", count));
        String delete = "删照片 " + Naming.name(kind) + " ";
        for (int n = 1; n <= Math.min(count, MOST_OFFERED - 1); n++) {
            draft.offer(new Choice("第" + n + "张", delete + "第" + n + "张"));
        }
        draft.offer(new Choice("全部删掉", delete + ALL));
        draft.offer("继续");
        draft.asks(Tray.ASKS);
    }

    /** 用 … 的照片: the pictures of another kind serve for the open question as well. */
    static void take(Draft draft, String name) {
        Optional<Step> here = Photos.open(draft);
        List<Step> meant =
                called(draft.walk(draft.active()), name).stream()
                        .filter(step -> here.filter(h -> h.path().equals(step.path())).isEmpty())
                        .toList();
        if (here.isEmpty() || meant.isEmpty()) {
            draft.say(here.isEmpty() ? "photo.takeNot" : "photo.noSlot");
            Asking.next(draft);
        } else if (meant.size() > 1) {
            which(draft, "用照片", meant);
        } else {
            take(draft, here.get(), meant.get(0));
            Asking.next(draft);
        }
    }

    private static void take(Draft draft, Step here, Step from) {
        Slots slots = new Slots(draft.active(), draft.walk(draft.active()));
        List<String> hashes = hashes(slots, from.path());
        boolean adding = draft.now().focus().filter(Focus::adding).isPresent();
        List<String> all = new ArrayList<>(adding ? hashes(slots, here.path()) : List.of());
        hashes.stream().filter(sha256 -> !all.contains(sha256)).forEach(all::add);
        if (hashes.isEmpty()) {
            draft.say(Line.of("photo.none").about(from.entry(), draft.scope()));
        } else if (adding && slots.at(here.path()).size() == Slots.MOST) {
            draft.say(Photos.full(draft, here));
        } else {
            List<String> fitting = all.subList(0, Math.min(Slots.MOST, all.size()));
            List<Picture> pictures = fitting.stream().map(Picture::plain).toList();
            Photos.store(draft, here.path(), pictures, Source.COPIED);
            Returning.mended(draft, here.path());
            draft.now(draft.now().focus(Optional.empty()));
            draft.say(
                    Line.of("photo.taken")
                            .about(here.entry(), draft.scope())
                            .with("slot", Naming.name(from))
                            .with("count", pictures.size()));
        }
    }

    private static List<String> hashes(Slots slots, String kind) {
        return slots.kind(kind).stream().map(p -> p.picture().sha256()).distinct().toList();
    }
}
