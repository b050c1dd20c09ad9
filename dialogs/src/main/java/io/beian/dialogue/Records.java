package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Place;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Source;
import io.beian.form.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Opens, copies and closes the records of the group that repeats in an order: its sites.
 *
 * <p>A record is open as long as its id is in the group's list. Closing one takes the id off that
 * list and nothing else, so that one step back brings all of it again; what can no longer be
 * brought back is forgotten when the list changes the next time. An id is never given twice.
 */
final class Records {

    /** The provider sets no limit; this one keeps a conversation within what is read at once. */
    static final int MOST = 200;

    private final Draft draft;
    private final Question<?> title;
    private final String group;

    /** Walked once a turn, however many copies are made. */
    private final Map<String, List<Step>> copied = new HashMap<>();

    Records(Draft draft) {
        this.draft = draft;
        this.title =
                draft.procedure
                        .form()
                        .questions()
                        .filter(question -> question.has(Trait.OPENS_RECORDS))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no group of records"));
        this.group = title.key().group().orElseThrow();
    }

    List<Place> places() {
        return draft.procedure.form().records(group, facts());
    }

    Question<?> title() {
        return title;
    }

    String titlePath(String id) {
        return title.key().path(Optional.of(id));
    }

    boolean full() {
        return ids().size() >= MOST;
    }

    /** The first record that nobody has named yet. */
    Optional<String> unnamed() {
        return ids().stream().filter(id -> facts().at(titlePath(id)).isEmpty()).findFirst();
    }

    List<Step> steps(String id) {
        return draft.walk(draft.active()).steps().stream()
                .filter(step -> step.entry().instance().filter(id::equals).isPresent())
                .toList();
    }

    /** Opens a record; its id is new even if others were closed meanwhile. */
    String open() {
        int number = Math.max(last(), ids().stream().mapToInt(Records::number).max().orElse(0)) + 1;
        String id = "s" + number;
        list(Stream.concat(ids().stream(), Stream.of(id)).toList());
        draft.facts(
                facts().with(group + ".last", Fact.system(String.valueOf(number), draft.turn())));
        return id;
    }

    /** Names a record: together with its opening this is one step back. */
    void name(String id, String text) {
        draft.facts(facts().with(titlePath(id), Fact.typed(text, draft.turn())));
    }

    /** Names a record that was there before. */
    void rename(String id, String text) {
        draft.store(titlePath(id), Fact.typed(text, draft.turn()));
        matchAnew();
    }

    private void matchAnew() {
        if (draft.active().phase() instanceof Phase.Matching) {
            draft.phase(Phase.Matching.OPEN);
        }
    }

    /**
     * Takes over what need not differ, as proposals; what was skipped stays skipped.
     *
     * @return how many answers were taken over
     */
    int copy(String from, String to) {
        Facts facts = facts();
        int count = 0;
        for (Step step : copied.computeIfAbsent(from, this::steps)) {
            Question<?> question = step.entry().question();
            Optional<Fact> fact = facts.at(step.path()).filter(Fact::confirmed);
            if (fact.isEmpty() || alone(question)) {
                continue;
            }
            Optional<Fact> taken = taken(question, fact.get(), from);
            if (taken.isPresent()) {
                facts = facts.with(question.key().path(Optional.of(to)), taken.get());
                count += taken.get().skipped() ? 0 : 1;
            }
        }
        draft.facts(facts);
        return count;
    }

    private Optional<Fact> taken(Question<?> question, Fact fact, String from) {
        return fact.skipped()
                ? Optional.of(new Fact("", Source.SKIPPED, true, draft.turn()))
                : draft.procedure
                        .copied(question.id(), fact.value(), from)
                        .map(value -> Fact.proposed(value, Source.COPIED, draft.turn()));
    }

    private boolean alone(Question<?> question) {
        return question.has(Trait.OWN) || question.has(Trait.PICTURE) || question.equals(title);
    }

    void close(String id) {
        draft.procedure.heritage(facts(), id, draft.turn()).forEach(draft::store);
        list(ids().stream().filter(other -> !other.equals(id)).toList());
    }

    private void list(List<String> ids) {
        draft.store(group, Fact.system(String.join(" ", ids), draft.turn()));
        matchAnew();
        forget();
    }

    /** Drops the answers of closed records that no step back can open again. */
    private void forget() {
        Set<String> wanted = new HashSet<>(ids());
        for (Change change : draft.active().history()) {
            if (change.path().equals(group)) {
                change.before().ifPresent(f -> wanted.addAll(List.of(f.value().split(" "))));
            }
        }
        for (String id : facts().remembered(group)) {
            if (!wanted.contains(id)) {
                draft.facts(facts().without(group, id));
            }
        }
    }

    private Facts facts() {
        return draft.active().facts();
    }

    private List<String> ids() {
        return facts().instances(group);
    }

    private int last() {
        return facts().text(group + ".last").map(Integer::parseInt).orElse(0);
    }

    private static int number(String id) {
        return id.matches("s\\d{1,6}") ? Integer.parseInt(id.substring(1)) : 0;
    }
}
