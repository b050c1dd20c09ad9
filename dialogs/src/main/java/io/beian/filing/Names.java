package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.value.PersonName;
import io.beian.value.UnitName;
import java.util.List;
import java.util.Optional;

/** Reads the names of people and organisations; an unlikely one is asked about once. */
final class Names {

    /** A longer text that is no person is a company. */
    private static final int LONGEST_PERSON = 4;

    private static final Parser UNIT =
            Parsers.value(
                    "unit",
                    (raw, scope) -> UnitName.check(raw),
                    UnitName::text,
                    (name, scope) -> gbk(name.fitsGbk()),
                    (name, scope) -> name.doubt());

    private static final Parser ABROAD =
            Parsers.value("unit", UnitName::checkOverseas, UnitName::text);

    private Names() {}

    /** The name of a person. */
    static Parsed person(Answer answer, Scope scope) {
        return answer instanceof Answer.Text typed
                ? PersonName.check(typed.text())
                        .<Parsed>fold(
                                name -> person(name, typed.text()),
                                flaw -> Parsers.refused("name", flaw))
                : new Parsed.NotMine();
    }

    private static Parsed person(PersonName name, String typed) {
        return PersonName.doubt(typed)
                .<Parsed>map(odd -> Parsers.refused("name", odd).unlessSure(name.text()))
                .orElseGet(() -> new Parsed.Accepted(name.text(), gbk(name.fitsGbk())));
    }

    /** The name of the sponsor, in the way of its nature. */
    static Parsed sponsor(Answer answer, Scope scope) {
        Situation now = new Situation(scope);
        if (now.nature().equals(Tables.ABROAD)) {
            return ABROAD.parse(answer, scope);
        }
        return now.individual() ? person(answer, scope) : unit(answer, scope, now.nature());
    }

    private static Parsed unit(Answer answer, Scope scope, String nature) {
        if (!(answer instanceof Answer.Text typed)) {
            return new Parsed.NotMine();
        }
        boolean small = nature.equals(Tables.SELF_EMPLOYED);
        if (UnitName.isNone(typed.text())) {
            return new Parsed.Refused(small ? "unit.nameless" : "unit.namelessUnit");
        }
        Optional<PersonName> operator = small ? usualPerson(typed.text()) : Optional.empty();
        return operator.<Parsed>map(
                        name ->
                                new Parsed.Accepted(
                                        name.text(), List.of(Advice.of("operatorName"))))
                .orElseGet(() -> UNIT.parse(answer, scope));
    }

    /**
     * Licences of a business without a name of its own (无字号) are registered under the operator's.
     */
    private static Optional<PersonName> usualPerson(String typed) {
        return PersonName.check(typed)
                .<Optional<PersonName>>fold(
                        name ->
                                Optional.of(name)
                                        .filter(PersonName::usual)
                                        .filter(n -> PersonName.doubt(typed).isEmpty())
                                        .filter(n -> !isUnit(typed)),
                        flaw -> Optional.empty());
    }

    private static boolean isUnit(String typed) {
        return UnitName.check(typed).fold(unit -> unit.doubt().isEmpty(), flaw -> false);
    }

    /** A person or an organisation: who is no likely person and a likely organisation is one. */
    static Parsed investor(Answer answer, Scope scope) {
        Parsed person = person(answer, scope);
        if (person.accepted() || !(answer instanceof Answer.Text typed)) {
            return person;
        }
        Parsed unit = UNIT.parse(answer, scope);
        boolean likely = unit.accepted() && typed.text().strip().length() > LONGEST_PERSON;
        return likely || isAboutUnits(person) ? unit : person;
    }

    private static boolean isAboutUnits(Parsed person) {
        return person instanceof Parsed.Refused refused && refused.code().equals("name.unit");
    }

    private static List<Advice> gbk(boolean fits) {
        return fits ? List.of() : List.of(Advice.of("gbk"));
    }
}
