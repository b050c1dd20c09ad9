package io.beian.dialogue;

import io.beian.form.Answer;
import io.beian.form.Parsed;
import io.beian.form.Place;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds several answers in one message: a business card, a row of a table, "公司名称:… 手机 138…".
 *
 * <ol>
 *   <li>Whatever a licence or card prints is offered to the question its label is of.
 *   <li>Whatever stands behind a known name and a colon is offered to the question of that name.
 *   <li>Of the rest, each word is offered to the questions whose answers speak for themselves.
 *   <li>What is still left is offered to the open question, if it is one piece.
 * </ol>
 */
final class Block {

    /** Longer messages are not taken apart. */
    private static final int LONGEST = 4000;

    /** What asks for the sponsor's name, and for that of somebody who answers for a unit. */
    private static final String SPONSOR = "主办单位名称";

    private static final String PERSON = "姓名";

    /** 网站2 before a name: which of several records it belongs to. */
    private static final String RECORD = "(?:网站\\s*\\d{1,3}|第\\s*\\S{1,3}\\s*个网站)\\s*的?\\s*";

    private final List<Step> wanted;
    private final Scope scope;
    private final Map<String, String> found = new LinkedHashMap<>();
    private int labelled;

    private Block(List<Step> wanted, Scope scope) {
        this.wanted = wanted;
        this.scope = scope;
    }

    /**
     * Reads a message.
     *
     * @param open the question that is asked now
     * @return canonical texts by path; empty if there is nothing to take apart
     */
    static Map<String, String> read(
            String text, List<Step> steps, Optional<Step> open, Scope scope) {
        if (text.length() > LONGEST) {
            return Map.of();
        }
        List<Step> inOrder =
                Stream.concat(
                                steps.stream().filter(step -> beside(step, open)),
                                steps.stream().filter(step -> !beside(step, open)))
                        .toList();
        List<Step> wanted =
                inOrder.stream()
                        .filter(step -> !step.done())
                        .filter(step -> !step.entry().question().has(Trait.PICTURE))
                        .filter(step -> !step.entry().question().has(Trait.INTERNAL))
                        .toList();
        return printed(text, steps, wanted, scope)
                .orElseGet(() -> typed(text, wanted, open, scope));
    }

    private static Map<String, String> typed(
            String text, List<Step> wanted, Optional<Step> open, Scope scope) {
        Block block = new Block(wanted, scope);
        List<String> rest = block.words(block.labels(text));
        block.leftover(rest, open);
        return block.labelled > 0 || block.found.size() > 1 ? block.found : Map.of();
    }

    /**
     * What a copied paper says; empty if the message is none, or too little of it is understood.
     */
    private static Optional<Map<String, String>> printed(
            String text, List<Step> steps, List<Step> wanted, Scope scope) {
        Printed printed = Printed.read(text);
        Block block = new Block(wanted, scope);
        if (printed.paper()) {
            List<String> rest = block.labels(printed.rest());
            block.pieces(printed.pieces(), names(steps), rest);
            block.words(rest);
        }
        boolean enough = printed.sure() == Printed.Sure.YES || block.found.size() > 1;
        return printed.paper() && enough ? Optional.of(block.found) : Optional.empty();
    }

    private static Set<String> names(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.entry().question().names().stream())
                .collect(Collectors.toSet());
    }

    /** What no question asks is dropped; what is answered already is not asked for again. */
    private void pieces(List<Printed.Piece> pieces, Set<String> names, List<String> rest) {
        boolean individual = names.contains(SPONSOR) && !names.contains(PERSON);
        for (Printed.Piece piece : pieces) {
            String name = piece.name(individual);
            if (names.contains(name)) {
                read(piece, name, rest);
            } else if (!name.equals(Printed.NOWHERE)) {
                rest.add(piece.value());
            }
        }
    }

    private void read(Printed.Piece piece, String name, List<String> rest) {
        Optional<Step> step =
                wanted.stream()
                        .filter(each -> each.entry().question().names().contains(name))
                        .filter(each -> !found.containsKey(each.path()))
                        .findFirst();
        for (String reading : piece.readings()) {
            if (step.filter(each -> store(each, reading)).isPresent()) {
                boolean leading = piece.value().startsWith(reading);
                rest.add(leading ? piece.value().substring(reading.length()) : "");
                return;
            }
        }
    }

    /** Of several records the one that is asked about comes first. */
    private static boolean beside(Step step, Optional<Step> open) {
        Optional<String> record = step.entry().instance();
        return record.isPresent() && record.equals(open.flatMap(o -> o.entry().instance()));
    }

    private List<String> labels(String text) {
        Pattern labels = labels();
        Matcher matcher = labels.matcher(text);
        List<String> rest = new ArrayList<>();
        int last = 0;
        Optional<String> label = Optional.empty();
        while (matcher.find()) {
            piece(label, text.substring(last, matcher.start()), rest);
            label = Optional.of(matcher.group());
            last = matcher.end();
        }
        piece(label, text.substring(last), rest);
        return rest;
    }

    private Pattern labels() {
        String names =
                wanted.stream()
                        .flatMap(step -> step.entry().question().names().stream())
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .reduce((a, b) -> a + "|" + b)
                        .orElse("(?!)");
        return Pattern.compile("(?<![\\p{IsHan}])(?:" + RECORD + ")?(?:" + names + ")\\s*[:：]");
    }

    private void piece(Optional<String> label, String text, List<String> rest) {
        String[] lines = text.strip().split("[\\n\\r\\t；;]+", 2);
        if (label.isPresent() && take(label.get(), lines[0].strip())) {
            labelled++;
            if (lines.length > 1) {
                rest.add(lines[1]);
            }
        } else if (!text.isBlank()) {
            rest.add(text);
        }
    }

    private boolean take(String label, String value) {
        String said = label.replaceFirst("\\s*[:：]$", "");
        Optional<RecordName> record = RecordName.leading(said, places());
        String name = record.map(RecordName::rest).orElse(said);
        return wanted.stream()
                .filter(step -> step.entry().question().names().contains(name))
                .filter(step -> record.isEmpty() || in(record.get(), step))
                .filter(step -> !found.containsKey(step.path()))
                .findFirst()
                .filter(step -> store(step, value))
                .isPresent();
    }

    private static boolean in(RecordName record, Step step) {
        return step.entry().instance().filter(record.id()::equals).isPresent();
    }

    private List<Place> places() {
        return wanted.stream().flatMap(step -> step.entry().place().stream()).distinct().toList();
    }

    private boolean store(Step step, String value) {
        Parsed parsed = step.entry().parse(new Answer.Text(value), scope);
        if (parsed instanceof Parsed.Accepted accepted) {
            found.put(step.path(), accepted.text());
            return true;
        }
        return false;
    }

    private List<String> words(List<String> texts) {
        List<String> rest = new ArrayList<>();
        for (String text : texts) {
            for (String word : text.strip().split("[\\s,，、;；]+")) {
                if (!word.isEmpty() && !speaksForItself(word)) {
                    rest.add(word);
                }
            }
        }
        return rest;
    }

    private boolean speaksForItself(String word) {
        return wanted.stream()
                .filter(step -> step.entry().question().has(Question.Trait.SELF_EVIDENT))
                .filter(step -> !found.containsKey(step.path()))
                .anyMatch(step -> store(step, word));
    }

    private void leftover(List<String> rest, Optional<Step> open) {
        if (rest.size() == 1 && !found.isEmpty()) {
            open.filter(step -> !found.containsKey(step.path()))
                    .ifPresent(step -> store(step, rest.get(0)));
        }
    }
}
