package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Picture;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the pictures of a case stand. A kind of picture has a slot of its own for three; what is
 * more stands in a supplementary slot, labelled with the kind.
 */
final class Slots {

    /** 每个图片类型最多3张, 多的可以传至其他空白位置. */
    static final int MOST = 3;

    private final Case of;
    private final Walk walk;

    /** A picture and the slot it stands in. */
    record Placed(String slot, Picture picture) {}

    Slots(Case of, Walk walk) {
        this.of = of;
        this.walk = walk;
    }

    List<Step> all() {
        return walk.steps().stream().filter(Slots::takesPictures).toList();
    }

    static boolean takesPictures(Step step) {
        return step.entry().question().has(Trait.PICTURE);
    }

    List<Picture> at(String path) {
        return of.facts().text(path).map(walk::pictures).orElse(List.of());
    }

    boolean hasRoom(Step step) {
        return takesPictures(step) && at(step.path()).size() < MOST;
    }

    /** All pictures of a kind: those in its own slot first, then those it has elsewhere. */
    List<Placed> kind(String path) {
        List<Placed> pictures = new ArrayList<>();
        at(path).forEach(picture -> pictures.add(new Placed(path, picture)));
        for (Step step : all()) {
            at(step.path()).stream()
                    .filter(picture -> picture.of().filter(path::equals).isPresent())
                    .forEach(picture -> pictures.add(new Placed(step.path(), picture)));
        }
        return pictures;
    }

    /**
     * The slot the next picture of a kind goes to: its own, else a supplementary one of the same
     * site, else the sponsor's, else any that may stay empty and is; empty if all are taken.
     */
    Optional<Step> home(Step kind) {
        if (hasRoom(kind)) {
            return Optional.of(kind);
        }
        return all().stream()
                .filter(step -> !step.path().equals(kind.path()) && hasRoom(step))
                .filter(step -> rank(kind, step) < STRANGE || mayStayEmpty(step))
                .min(Comparator.comparingInt(step -> rank(kind, step)));
    }

    private static final int STRANGE = 2;

    private static int rank(Step kind, Step slot) {
        boolean supplement = slot.entry().question().has(Trait.SUPPLEMENT);
        Optional<String> place = slot.entry().instance();
        if (supplement && place.equals(kind.entry().instance())) {
            return 0;
        }
        return supplement && place.isEmpty() ? 1 : STRANGE;
    }

    /** One that would be asked for yet is no place for others: it would be passed over then. */
    private boolean mayStayEmpty(Step step) {
        Question<?> question = step.entry().question();
        boolean optional = question.has(Trait.OPTIONAL) || question.has(Trait.ON_REQUEST);
        return optional && step.done() && at(step.path()).isEmpty();
    }

    /** The other kind under which this very picture is filed already. */
    Optional<Step> elsewhere(String sha256, String path) {
        return all().stream()
                .flatMap(step -> at(step.path()).stream().map(p -> placed(step, p, sha256)))
                .flatMap(Optional::stream)
                .filter(step -> !step.path().equals(path))
                .findFirst();
    }

    private Optional<Step> placed(Step slot, Picture picture, String sha256) {
        return picture.sha256().equals(sha256)
                ? picture.of().flatMap(walk::at).or(() -> Optional.of(slot))
                : Optional.empty();
    }

    /**
     * The slot meant by a path, or by a question id where only one slot or only one open slot of
     * that question is there.
     */
    Optional<Step> meant(String slot) {
        List<Step> same =
                all().stream()
                        .filter(
                                step ->
                                        step.path().equals(slot)
                                                || step.entry().question().id().equals(slot))
                        .toList();
        List<Step> open = same.stream().filter(step -> at(step.path()).isEmpty()).toList();
        List<Step> one = same.size() == 1 ? same : open;
        return one.size() == 1 ? Optional.of(one.get(0)) : Optional.empty();
    }

    /** How many pictures there are, and of which kinds those are that stand here as guests. */
    static String told(Walk walk, String text) {
        List<Picture> pictures = walk.pictures(text);
        List<String> guests =
                pictures.stream()
                        .flatMap(picture -> picture.of().flatMap(walk::at).stream())
                        .map(Naming::name)
                        .distinct()
                        .toList();
        if (pictures.isEmpty()) {
            return "";
        }
        return pictures.size()
                + "张"
                + (guests.isEmpty() ? "" : "（" + String.join("、", guests) + "）");
    }

    /**
     * Every picture a case still needs: for an answer, to take one back, or waiting to be filed.
     */
    static Set<String> needed(Case of) {
        Set<String> hashes = new HashSet<>();
        of.facts().byPath().forEach((path, fact) -> hashes(path, fact).forEach(hashes::add));
        for (Change change : of.history()) {
            change.before().ifPresent(fact -> hashes(change.path(), fact).forEach(hashes::add));
        }
        of.tray().forEach(photo -> photo.sha256().ifPresent(hashes::add));
        return hashes;
    }

    private static Stream<String> hashes(String path, Fact fact) {
        return path.startsWith("photo.") || path.contains(".photo.")
                ? Picture.list(fact.value()).stream().map(Picture::sha256)
                : Stream.empty();
    }
}
