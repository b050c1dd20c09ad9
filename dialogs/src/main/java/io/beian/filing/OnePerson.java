package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Key;
import io.beian.form.Option;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Picture;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person is one: name, number, telephones, mail and pictures belong together. Whoever changes the
 * name is asked whether it is the same person; of another one all is asked anew.
 */
final class OnePerson {

    private static final String PERSON = ".person.";
    private static final String NAME = PERSON + "name";
    private static final String WHO = PERSON + "who";
    private static final String SAME = PERSON + "same";

    /**
     * The name before the first change that is not explained yet; its turn is that of the change.
     */
    private static final String WAS = ".was";

    private static final String OTHER = "other";

    private static final List<Option> ANSWERS =
            List.of(
                    new Option(
                            OTHER, "换了一个人", "换人", "换人了", "换了", "换了人", "另一个人", "另外一个人", "不是同一个人",
                            "不同的人", "新的人", "别人"),
                    new Option(
                            "same",
                            "同一个人，名字改对",
                            "同一个人",
                            "是同一个人",
                            "同一人",
                            "还是同一个人",
                            "原来那位",
                            "还是原来那位",
                            "没换人",
                            "名字写错了",
                            "写错了",
                            "打错了",
                            "改名字",
                            "改对名字"));

    private OnePerson() {}

    /** Asked only while a change of the name is not explained. */
    static Question<String> who(String owner, String called) {
        Parser one = Parsers.oneOf(ANSWERS);
        Parser parser =
                (Answer answer, Scope scope) ->
                        one.parse(answer, scope) instanceof Parsed.Accepted taken
                                ? new Parsed.Accepted(
                                        taken.text(), List.of(Advice.of("person." + taken.text())))
                                : one.parse(answer, scope);
        return Question.ask(Key.text(owner + ".who"), Sensitivity.OPEN, parser)
                .when(scope -> scope.facts().at(path(owner, scope) + WAS).isPresent())
                .offering(ANSWERS)
                .named(called + "是不是同一个人")
                .takes("换了一个人", "同一个人，名字改对")
                .refuses("option", "随便")
                .being(Trait.INTERNAL);
    }

    private static String path(String owner, Scope scope) {
        return scope.instance().map(site -> owner.replace("*", site)).orElse(owner);
    }

    /** What else changes when an answer is changed. */
    static Facts following(Facts before, Facts after, String path, long turn) {
        if (path.endsWith(NAME)) {
            return named(before, after, path, turn);
        }
        if (path.endsWith(WHO)) {
            return explained(after, path);
        }
        return path.endsWith(SAME) && before.text(path).isPresent()
                ? pictured(before, after)
                : after;
    }

    private static Facts named(Facts before, Facts after, String path, long turn) {
        String person = owner(path);
        Optional<String> was = before.at(path).filter(fact -> !fact.skipped()).map(Fact::value);
        Optional<String> is = after.at(path).filter(fact -> !fact.skipped()).map(Fact::value);
        if (was.isEmpty() || is.isEmpty() || was.equals(is)) {
            return after;
        }
        Optional<String> first = before.text(person + WAS);
        boolean back = first.equals(is);
        boolean alone = belongings(after, person).isEmpty();
        return back || alone
                ? after.without(person + WAS)
                : after.with(person + WAS, Fact.system(first.orElse(was.get()), turn));
    }

    private static Facts explained(Facts after, String path) {
        String person = owner(path);
        Facts next = after;
        Optional<Fact> was = after.at(person + WAS);
        if (was.isPresent() && after.text(path).filter(OTHER::equals).isPresent()) {
            for (String belonging : belongings(after, person)) {
                boolean earlier =
                        after.at(belonging)
                                .filter(fact -> fact.turn() < was.get().turn())
                                .isPresent();
                next = earlier ? withoutGuests(next, belonging).without(belonging) : next;
            }
        }
        return next.without(path).without(person + WAS);
    }

    private static String owner(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** Everything that is of this person and no other. */
    private static Set<String> belongings(Facts facts, String person) {
        boolean principal = person.equals(Situation.PRINCIPAL);
        String pictures = principal ? "photo." : person.replaceFirst("person$", "photo.");
        Situation now = situation(facts);
        Stream<String> verified =
                now.sites().stream()
                        .filter(site -> now.responsible(site).equals(person))
                        .map(OnePerson::verify);
        Stream<String> said =
                facts.byPath().keySet().stream()
                        .filter(path -> path.startsWith(person + "."))
                        .filter(
                                path ->
                                        !List.of("name", "same", "who", "was")
                                                .contains(path.substring(person.length() + 1)));
        Stream<String> pictured =
                Stream.of("idFront", "idBack", "authorization").map(kind -> pictures + kind);
        return Stream.of(said, pictured, verified)
                .flatMap(paths -> paths)
                .filter(path -> facts.at(path).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String verify(String site) {
        return "site." + site + ".photo.verify";
    }

    private static Situation situation(Facts facts) {
        return new Situation(new Scope(facts, Optional.empty(), LocalDate.MIN));
    }

    /** Pictures of a kind that found no room in its slot go with those that did. */
    private static Facts withoutGuests(Facts facts, String kind) {
        Facts next = facts;
        for (String slot : facts.byPath().keySet()) {
            Fact fact = facts.at(slot).orElseThrow();
            boolean pictures = slot.startsWith("photo.") || slot.contains(".photo.");
            List<Picture> all = pictures ? Picture.list(fact.value()) : List.of();
            List<Picture> left =
                    all.stream()
                            .filter(picture -> picture.of().filter(kind::equals).isEmpty())
                            .toList();
            if (left.size() < all.size()) {
                next =
                        left.isEmpty()
                                ? next.without(slot)
                                : next.with(
                                        slot,
                                        new Fact(
                                                Picture.text(left),
                                                fact.source(),
                                                fact.confirmed(),
                                                fact.turn()));
            }
        }
        return next;
    }

    /** A picture shows one person: it goes along to a site of that person, or it goes. */
    private static Facts pictured(Facts before, Facts after) {
        Situation then = situation(before);
        Situation now = situation(after);
        Facts next = after;
        for (String site : now.sites()) {
            String person = then.responsible(site);
            Optional<Fact> picture = after.at(verify(site));
            if (picture.isEmpty() || person.equals(now.responsible(site))) {
                continue;
            }
            Facts left = next.without(verify(site));
            next =
                    now.sites().stream()
                            .filter(other -> now.responsible(other).equals(person))
                            .filter(other -> after.at(verify(other)).isEmpty())
                            .findFirst()
                            .map(other -> left.with(verify(other), picture.get()))
                            .orElse(left);
        }
        return next;
    }
}
