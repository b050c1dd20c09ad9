package io.beian.filing;

import io.beian.form.Facts;
import io.beian.form.Form;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Step;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Leads what a table or a reviewer names to answers of this very order, and never anywhere else.
 *
 * <p>Targets are question ids parted by blanks: {@code site.*.name} of the sites meant, {@code
 * person.mobile} and {@code person.photo.idFront} of the people meant; {@code holder.certNo} of the
 * sponsor or the people meant, of all if nobody is named; with a question mark behind only where
 * there is an answer. {@code @pictures} are all pictures of the order, {@code @odd} the texts the
 * bureau's GBK cannot carry, {@code @ip} the addresses that stand in place of domains.
 */
final class Targets {

    private static final String PERSON = "person.";
    private static final String HOLDER = "holder.";
    private static final String PHOTO = "photo.";
    private static final String EVERY_SITE = "site.*.";
    private static final Charset GBK = Charset.forName("GBK");

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Form form;
    private final Facts facts;
    private final Situation now;

    Targets(Form form, Facts answers, LocalDate today) {
        this.form = form;
        this.facts = form.renamed(answers);
        this.now = new Situation(new Scope(facts, Optional.empty(), today));
        form.walk(answers, today, section -> true)
                .steps()
                .forEach(step -> steps.put(step.path(), step));
    }

    Facts facts() {
        return facts;
    }

    Situation now() {
        return now;
    }

    boolean asked(String path) {
        return steps.containsKey(path);
    }

    /** Whether the answer cannot be changed within this order. */
    boolean frozen(String path) {
        return Optional.ofNullable(steps.get(path))
                .filter(step -> step.entry().question().has(Trait.FROZEN))
                .isPresent();
    }

    /** The answers a named field means: a path, a question id of a group, one of former days. */
    List<String> field(String field) {
        String present = form.renamed(field.strip());
        return asked(present) ? List.of(present) : paths(present, Whom.ANYBODY);
    }

    /** The answers some targets mean, in the order of the targets, each once. */
    List<String> paths(String targets, Whom whom) {
        Set<String> paths = new LinkedHashSet<>();
        for (String target : targets.split(" ")) {
            boolean answered = target.endsWith("?");
            String id = answered ? target.substring(0, target.length() - 1) : target;
            one(id, whom)
                    .filter(path -> !answered || facts.text(path).isPresent())
                    .forEach(paths::add);
        }
        return List.copyOf(paths);
    }

    private Stream<String> one(String id, Whom whom) {
        if (id.startsWith("@")) {
            return special(id);
        }
        if (id.startsWith(PERSON)) {
            return person(id.substring(PERSON.length()), whom);
        }
        if (id.startsWith(HOLDER)) {
            return holder(id.substring(HOLDER.length()), whom);
        }
        if (id.startsWith(EVERY_SITE)) {
            return sites(whom).stream().flatMap(site -> found(id.replace("*", site)).stream());
        }
        return found(id).stream();
    }

    private List<String> sites(Whom whom) {
        return whom.sites().isEmpty() ? now.sites() : whom.sites();
    }

    private Stream<String> special(String id) {
        return steps.values().stream().filter(step -> special(id, step)).map(Step::path);
    }

    private boolean special(String id, Step step) {
        Optional<String> text = facts.text(step.path());
        boolean picture = step.entry().question().has(Trait.PICTURE);
        return switch (id) {
            case "@pictures" -> picture && (text.isPresent() || !onRequest(step));
            case "@odd" -> !picture && text.filter(value -> !sent(value)).isPresent();
            default -> step.path().endsWith(".domain") && text.filter(Targets::ip).isPresent();
        };
    }

    private static boolean onRequest(Step step) {
        return step.entry().question().has(Trait.ON_REQUEST);
    }

    private static boolean sent(String text) {
        return GBK.newEncoder().canEncode(text)
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean ip(String domain) {
        return domain.codePoints().allMatch(c -> c == '.' || Character.isDigit(c));
    }

    /**
     * Of the people named; with nobody named of everybody in the order, where what nobody was ever
     * asked for stays out.
     */
    private Stream<String> person(String what, Whom whom) {
        if (!whom.people().isEmpty()) {
            return whom.people().stream().flatMap(who -> found(owned(who, what)).stream());
        }
        List<String> here =
                everybody().stream()
                        .map(who -> owned(who, what))
                        .filter(this::asked)
                        .filter(this::wanted)
                        .toList();
        return here.isEmpty() ? found(owned(Situation.PRINCIPAL, what)).stream() : here.stream();
    }

    /** Units and people have certificates; which of them is meant only a name beside it tells. */
    private Stream<String> holder(String what, Whom whom) {
        Stream<String> unit = found("sponsor." + what).stream();
        if (whom.unit()) {
            return unit;
        }
        return whom.people().isEmpty()
                ? Stream.concat(unit, person(what, whom))
                : person(what, whom);
    }

    private boolean wanted(String path) {
        return facts.text(path).isPresent()
                || Optional.ofNullable(steps.get(path)).filter(Targets::onRequest).isEmpty();
    }

    private Set<String> everybody() {
        Set<String> people = new LinkedHashSet<>();
        people.add(Situation.PRINCIPAL);
        now.sites().forEach(site -> people.add(now.responsible(site)));
        return people;
    }

    /** Pictures of a person stand with the sponsor or the site, not with the person. */
    private static String owned(String person, String what) {
        String owner =
                what.startsWith(PHOTO)
                        ? person.replaceFirst("^sponsor\\.person$", "")
                                .replaceFirst("\\.person$", ".")
                        : person + ".";
        return owner + what;
    }

    /** The answer itself, or where this order has it instead; empty if it has none. */
    private List<String> found(String path) {
        if (asked(path)) {
            return List.of(path);
        }
        return instead(path).filter(this::asked).distinct().toList();
    }

    private Stream<String> instead(String path) {
        List<String> parts = List.of(path.split("\\.", 3));
        if (parts.get(0).equals(Keys.SITE) && parts.size() > 2) {
            return now.sites().contains(parts.get(1))
                    ? ofSite(parts.get(1), parts.get(2))
                    : Stream.of();
        }
        if (path.startsWith(PHOTO)) {
            return paper(path);
        }
        boolean individual = path.startsWith(Situation.PRINCIPAL + ".") && now.individual();
        return individual ? Stream.of("sponsor." + parts.get(2)) : Stream.of();
    }

    private Stream<String> ofSite(String site, String what) {
        String person = now.responsible(site);
        if (what.startsWith(PERSON)) {
            String path = person + what.substring(PERSON.length() - 1);
            return asked(path) ? Stream.of(path) : principal(path);
        }
        return switch (what) {
            case "photo.idFront", "photo.idBack" ->
                    Stream.of(owned(person, what), owned(person, "photo.idFront"))
                            .filter(this::asked)
                            .limit(1);
            case "photo.verify" ->
                    now.sites().stream()
                            .filter(other -> now.responsible(other).equals(person))
                            .map(other -> "site." + other + "." + what);
            case "approvalNo", "photo.approval" -> Stream.of("site." + site + ".preApproval");
            default ->
                    what.startsWith(PHOTO)
                            ? Stream.of("site." + site + ".photo.extra")
                            : Stream.of();
        };
    }

    private Stream<String> principal(String path) {
        return path.startsWith(Situation.PRINCIPAL) ? instead(path) : Stream.of();
    }

    /** An individual has a card for a licence; a paper nobody was asked for is a supplement. */
    private static Stream<String> paper(String path) {
        return switch (path) {
            case "photo.licence" -> Stream.of("photo.idFront", "photo.idBack");
            case "photo.idBack" -> Stream.of("photo.idFront");
            default -> Stream.of("photo.extra");
        };
    }

    /** The people who answer for some sites; for all of them if none is named. */
    List<String> responsible(List<String> sites) {
        List<String> people = new ArrayList<>();
        for (String site : sites.isEmpty() ? now.sites() : sites) {
            people.add(now.responsible(site));
        }
        return people.stream().distinct().toList();
    }
}
