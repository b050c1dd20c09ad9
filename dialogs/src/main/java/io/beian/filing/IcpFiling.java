package io.beian.filing;

import io.beian.dialogue.FiledRecord;
import io.beian.dialogue.Line;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Procedure;
import io.beian.dialogue.Query;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Form;
import io.beian.form.Key;
import io.beian.form.Picture;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Source;
import io.beian.form.Step;
import io.beian.form.Walk;
import io.beian.value.CaptureCode;
import io.beian.value.ValidUntil;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The website filing as the dialogue needs it. */
public final class IcpFiling implements Procedure {

    private static final String FIRST_SITE = "s1";
    private static final String CERT_VALID = ".certValid";

    /** Who the sponsor is: what is matched by, beside the domain. */
    private static final List<Key<String>> IDENTITY =
            List.of(Keys.PROVINCE, Keys.NATURE, Keys.CERT_TYPE, Keys.CERT_NO);

    private final Form form = IcpForm.make();

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Facts begin(long turn) {
        return Facts.NONE.with(Keys.SITE, Fact.system(FIRST_SITE, turn));
    }

    @Override
    public Match match(Facts facts, Map<String, String> found, LocalDate today, long turn) {
        return new Matching(facts, found, today, turn).match();
    }

    @Override
    public Optional<Facts> withOldCertificate(Facts facts, long turn) {
        return Matching.reopened(facts, turn);
    }

    @Override
    public Facts noted(Facts facts, Map<String, String> found, long turn) {
        return Matching.noted(facts, found, turn);
    }

    @Override
    public List<String> unchecked(Facts facts) {
        return Matching.unchecked(facts);
    }

    @Override
    public Optional<String> exclusive(Facts facts) {
        return Matching.exclusive(facts);
    }

    @Override
    public Line leadingOn(Facts dropped) {
        return Matching.sameSponsor(dropped);
    }

    /** Of a sponsor of ours everything but the province may be changed after matching. */
    @Override
    public boolean changeable(Facts facts, String path) {
        boolean ours =
                facts.text(Keys.TYPE.id())
                        .filter(type -> FilingType.valueOf(type).ours())
                        .isPresent();
        return ours && path.startsWith("sponsor.") && !path.equals(Keys.PROVINCE.id());
    }

    @Override
    public Optional<Query> query(String text) {
        return Queries.read(text);
    }

    @Override
    public String title(Facts facts) {
        return Titles.of(facts);
    }

    @Override
    public List<String> names(Facts facts) {
        return Titles.names(facts);
    }

    @Override
    public Facts known(List<String> domains, long turn) {
        return Titles.known(domains, turn);
    }

    @Override
    public Facts domainsOf(Facts facts, long turn) {
        return Titles.known(Titles.domains(facts), turn);
    }

    @Override
    public List<Problem> problems(Facts facts, LocalDate today) {
        return new Checks(facts, today).run();
    }

    @Override
    public List<Problem> reasons(Facts facts, List<Problem> raw, LocalDate today) {
        return Reasons.mapped(form, facts, raw, today);
    }

    /** 证件有效期 of the sponsor and of everybody responsible; those without an end have none. */
    @Override
    public Map<String, LocalDate> expiries(Facts facts) {
        Map<String, LocalDate> ends = new TreeMap<>();
        facts.byPath().keySet().stream()
                .filter(path -> path.endsWith(CERT_VALID))
                .forEach(path -> end(facts, path).ifPresent(day -> ends.put(path, day)));
        return ends;
    }

    private static Optional<LocalDate> end(Facts facts, String path) {
        return facts.text(path)
                .flatMap(
                        text ->
                                ValidUntil.check(text, LocalDate.EPOCH)
                                        .<Optional<LocalDate>>fold(
                                                ValidUntil::date, flaw -> Optional.empty()));
    }

    @Override
    public Facts again(FiledRecord record, long turn) {
        Facts facts = begin(turn);
        for (Key<String> key : IDENTITY) {
            String filed = record.sponsor().getOrDefault(key.id(), "");
            if (!filed.isEmpty()) {
                facts = facts.with(key.id(), new Fact(filed, Source.PREFILLED, true, turn));
            }
        }
        return facts;
    }

    @Override
    public Optional<PictureCode> pictureCode(String text) {
        return CaptureCode.check(text)
                .fold(
                        code ->
                                Optional.of(
                                        new PictureCode(
                                                code.text(),
                                                code.mayBeResidentId() || code.mayBeCreditCode())),
                        flaw -> Optional.empty());
    }

    @Override
    public Optional<String> copied(String question, String value, String from) {
        return SitePeople.copied(question, value, from);
    }

    @Override
    public Map<String, Fact> heritage(Facts facts, String closed, long turn) {
        return SitePeople.heritage(facts, closed, turn);
    }

    /** The order, if every relevant question is answered and nothing stands in the way. */
    public Optional<Filing> complete(Facts given, LocalDate today) {
        Facts facts = form.renamed(given);
        Optional<FilingType> type = facts.text(Keys.TYPE.id()).map(FilingType::valueOf);
        Walk walk = form.walk(facts, today, section -> true);
        boolean blocked = problems(facts, today).stream().anyMatch(Problem::blocking);
        if (type.isEmpty() || !walk.complete() || blocked) {
            return Optional.empty();
        }
        return Optional.of(assemble(type.get(), facts, walk, today));
    }

    private static Filing assemble(FilingType type, Facts facts, Walk walk, LocalDate today) {
        Scope scope = new Scope(facts, Optional.empty(), today);
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, List<String>> pictures = new LinkedHashMap<>();
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        for (Step step : walk.steps()) {
            Question<?> question = step.entry().question();
            Optional<String> text = step.entry().value(scope);
            if (question.has(Trait.PICTURE)) {
                List<Picture> shots = text.map(walk::pictures).orElse(List.of());
                if (!shots.isEmpty()) {
                    pictures.put(step.path(), shots.stream().map(Picture::sha256).toList());
                }
                shots.forEach(
                        shot ->
                                shot.of()
                                        .ifPresent(
                                                kind ->
                                                        labels.computeIfAbsent(
                                                                        step.path(),
                                                                        slot ->
                                                                                new LinkedHashMap<>())
                                                                .put(shot.sha256(), kind)));
            } else if (!question.has(Trait.INTERNAL)) {
                text.ifPresent(value -> fields.put(step.path(), value));
            }
        }
        facts.text(Keys.SPONSOR_LICENCE.id())
                .ifPresent(licence -> fields.put("sponsor.licence", licence));
        for (String path : Keys.MATCH_RESULT) {
            facts.text(path).ifPresent(value -> fields.put(path, value));
        }
        return new Filing(type, fields, pictures, labels, facts.instances(Keys.SITE));
    }
}
