package io.beian.filing;

import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.value.Checked;
import io.beian.value.CreditCode;
import io.beian.value.HkMacaoPermit;
import io.beian.value.Passport;
import io.beian.value.PermanentResidenceCard;
import io.beian.value.ResidencePermit;
import io.beian.value.ResidentId;
import io.beian.value.TaiwanPermit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the number of a person's card, and knows the number of one card when it is given for
 * another: then the type is changed and the number kept, if the filer says so.
 */
final class PersonCards {

    private static final String HK_MACAO = "14";
    private static final String TAIWAN = "11";
    private static final String PERMANENT = "30";

    /** Numbered like identity cards, with one check for all. */
    private static final Set<String> LIKE_IDS = Set.of(Tables.RESIDENT_CARD, "41", "42");

    private final Key<String> typeKey;
    private final String typeName;
    private final Function<Scope, String> type;

    /**
     * The number of a card.
     *
     * @param typeKey of the question which card it is
     * @param typeName what that question is called
     * @param type the card as said or usual
     */
    PersonCards(Key<String> typeKey, String typeName, Function<Scope, String> type) {
        this.typeKey = typeKey;
        this.typeName = typeName;
        this.type = type;
    }

    Parser number() {
        Parser own = Certificates.number(scope -> Optional.of(type.apply(scope)));
        return (answer, scope) ->
                answer instanceof Answer.Text typed
                        ? judged(own.parse(answer, scope), typed, scope)
                        : own.parse(answer, scope);
    }

    private Parsed judged(Parsed parsed, Answer.Text typed, Scope scope) {
        String asked = type.apply(scope);
        Optional<String> other =
                typeOf(typed.text(), asked, scope.today()).filter(found -> !found.equals(asked));
        return parsed.<Parsed>fold(
                taken -> unlessOther(taken, asked, other, typed, scope),
                refused ->
                        other.flatMap(found -> change(found, asked, typed, scope))
                                .orElseGet(() -> unlessCode(refused, asked, typed)),
                notMine -> notMine);
    }

    /** Of whichever card it plainly is; a passport may be numbered like anything. */
    private Parsed unlessOther(
            Parsed.Accepted taken,
            String asked,
            Optional<String> other,
            Answer.Text typed,
            Scope scope) {
        Optional<Parsed.Refused> change =
                other.flatMap(found -> change(found, asked, typed, scope));
        if (change.isPresent() && asked.equals(Tables.PASSPORT)) {
            Parsed.Way kept = new Parsed.Way("", taken);
            return new Parsed.Refused("card.passport", change.get().args(), List.of())
                    .unless(kept, change.get().ways().get(0));
        }
        boolean permit = LIKE_IDS.contains(asked) && isPermit(taken.text(), scope.today());
        if (change.isPresent() && LIKE_IDS.contains(asked)) {
            return change.get();
        }
        return permit && asked.equals(Tables.RESIDENT_CARD)
                ? new Parsed.Refused("residence.region").offering(otherType())
                : taken;
    }

    /** Asks whether the other card is meant, whose number this is. */
    private Optional<Parsed.Refused> change(
            String found, String asked, Answer.Text typed, Scope scope) {
        String label = Tables.CERTIFICATES.label(found);
        Map<String, String> words =
                Map.of("card", label, "asked", Tables.CERTIFICATES.label(asked));
        Parsed read = Certificates.number(any -> Optional.of(found)).parse(typed, scope);
        return read instanceof Parsed.Accepted taken
                ? Optional.of(
                        new Parsed.Refused("card.other", words, otherType())
                                .unless(
                                        new Parsed.Way(
                                                "改成" + label,
                                                taken.with(typeKey.path(scope.instance()), found))))
                : Optional.empty();
    }

    private Parsed.Refused unlessCode(Parsed.Refused refused, String asked, Answer.Text typed) {
        if (!asked.equals(Tables.RESIDENT_CARD) && CreditCode.isMeant(typed.text())) {
            Map<String, String> words = Map.of("asked", Tables.CERTIFICATES.label(asked));
            return new Parsed.Refused("card.creditCode", words, otherType());
        }
        return refused.offers().isEmpty() ? refused.offering(otherType()) : refused;
    }

    /** Whoever has yet another card is led to the question that asks which. */
    private List<String> otherType() {
        return List.of("改 " + typeName);
    }

    /** The only card that is numbered so. */
    private static Optional<String> typeOf(String raw, String asked, LocalDate today) {
        return found(ResidencePermit.check(raw, today))
                .map(permit -> Integer.toString(permit.kind()))
                .or(
                        () ->
                                found(ResidentId.check(raw, today))
                                        .filter(id -> !id.isResidencePermit())
                                        .map(id -> Tables.RESIDENT_CARD))
                .or(() -> found(PermanentResidenceCard.check(raw, today)).map(id -> PERMANENT))
                .or(() -> found(HkMacaoPermit.check(raw)).map(permit -> HK_MACAO))
                .or(() -> found(TaiwanPermit.check(raw)).map(permit -> TAIWAN))
                .or(
                        () ->
                                found(Passport.check(raw))
                                        .filter(Passport::isUsual)
                                        .filter(number -> !ofHongKong(number, asked))
                                        .map(passport -> Tables.PASSPORT));
    }

    /** Who has a permit has an identity card of Hong Kong too, numbered like many a passport. */
    private static boolean ofHongKong(Passport number, String asked) {
        return asked.equals(HK_MACAO) && number.text().matches("[A-Z][0-9]{6}[0-9A]");
    }

    private static boolean isPermit(String number, LocalDate today) {
        return found(ResidentId.check(number, today))
                .filter(ResidentId::isResidencePermit)
                .isPresent();
    }

    private static <T> Optional<T> found(Checked<T> checked) {
        return checked.fold(Optional::of, flaw -> Optional.empty());
    }
}
