package io.beian.proof;

import io.beian.dialogue.Problem;
import io.beian.dialogue.Procedure;
import io.beian.form.Answer;
import io.beian.form.Entry;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Option;
import io.beian.form.Parsed;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Honest answers to a question, from nothing but the examples and options that ship with it. */
public final class Examples {

    private static final String PICTURE = "%064x";
    private static final int NEIGHBOURS = 60;

    private final Procedure procedure;
    private final LocalDate today;

    public Examples(Procedure procedure, LocalDate today) {
        this.procedure = procedure;
        this.today = today;
    }

    /**
     * An accepted answer.
     *
     * @param typed what a filer sends
     * @param stored its canonical form
     */
    public record Example(String typed, String stored) {}

    Scope scope(Facts facts) {
        return new Scope(facts, Optional.empty(), today);
    }

    /** What ships with a question and is accepted here, each canonical form once. */
    public List<Example> of(Entry entry, Facts facts) {
        Question<?> question = entry.question();
        if (question.has(Trait.PICTURE)) {
            String hash = PICTURE.formatted(entry.path().hashCode() & 0xffffffffL);
            return List.of(new Example(hash, hash));
        }
        Scope scope = entry.scope(scope(facts));
        Stream<String> shipped =
                Stream.of(
                                question.valid().stream(),
                                question.options().stream().map(Option::label),
                                question.suggested(scope).stream())
                        .flatMap(each -> each);
        return accepted(shipped, entry, facts);
    }

    private List<Example> accepted(Stream<String> texts, Entry entry, Facts facts) {
        Map<String, Example> found = new LinkedHashMap<>();
        texts.forEach(
                text -> {
                    if (entry.parse(new Answer.Text(text), scope(facts))
                            instanceof Parsed.Accepted ok) {
                        found.putIfAbsent(ok.text(), new Example(text, ok.text()));
                    }
                });
        return List.copyOf(found.values());
    }

    /** An answer that does not stand in the way of the order, preferably one that ships. */
    public Optional<Example> fitting(Entry entry, Facts facts) {
        return harmless(entry, facts).or(() -> of(entry, facts).stream().findFirst());
    }

    /** An answer after which less stands in the way than before, or nothing did. */
    Optional<Example> harmless(Entry entry, Facts facts) {
        List<Example> shipped = of(entry, facts);
        long before = blocking(facts).count();
        return shipped.stream()
                .filter(example -> harmless(entry, facts, example, before))
                .findFirst()
                .or(() -> neighbour(entry, facts, shipped, before));
    }

    private Optional<Example> neighbour(
            Entry entry, Facts facts, List<Example> shipped, long before) {
        Stream<String> near = shipped.stream().flatMap(each -> neighbours(each.typed()).stream());
        return accepted(near, entry, facts).stream()
                .filter(example -> harmless(entry, facts, example, before))
                .findFirst();
    }

    private boolean harmless(Entry entry, Facts facts, Example example, long before) {
        if (entry.question().has(Trait.PICTURE)) {
            return true;
        }
        Facts with = facts.with(entry.path(), Fact.typed(example.stored(), 1));
        long after = blocking(with).count();
        return after == 0 || after < before;
    }

    Stream<Problem> blocking(Facts facts) {
        return procedure.problems(facts, today).stream().filter(Problem::blocking);
    }

    /** The same text with one digit or small letter changed: another phone, another mailbox. */
    private static List<String> neighbours(String text) {
        List<String> near = new ArrayList<>();
        for (int at = text.length() - 1; at >= 0 && near.size() < NEIGHBOURS; at--) {
            char here = text.charAt(at);
            if (here >= '0' && here <= '9') {
                near.add(
                        text.substring(0, at) + (here == '9' ? '8' : '9') + text.substring(at + 1));
            }
        }
        int mailbox = text.indexOf('@');
        if (mailbox > 0) {
            near.add("b" + text);
        }
        return near;
    }
}
