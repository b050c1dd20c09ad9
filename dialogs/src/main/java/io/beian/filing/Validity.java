package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.value.Flaw;
import io.beian.value.ValidUntil;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Until when a certificate is valid. Only 长期 or a day to come is ever taken; what may mean several
 * things is asked about, with each of them offered.
 */
final class Validity {

    private static final String PREFIX = "valid";
    private static final String NO_END = ValidUntil.LONG_TERM.text();
    private static final String NO_IT_IS_NOT = "不是，我重发";

    /** 居民身份证法 §5: valid 5, 10 or 20 years, or for good; other cards are valid for less. */
    private static final int YEARS_OF_A_CARD = 20;

    /** Longer terms of a licence are rarer than mistyped years. */
    private static final int YEARS_OF_A_LICENCE = 50;

    private final Predicate<Scope> card;
    private final String advice;

    private Validity(Predicate<Scope> card, String advice) {
        this.card = card;
        this.advice = advice;
    }

    /** Of a person's card, which always says until when. */
    static Parser ofCard(String advice) {
        return of(scope -> true, advice);
    }

    /**
     * Of a licence, which may leave its end open; advice is given where the end is near.
     *
     * @param card where it is a person's card after all
     */
    static Parser of(Predicate<Scope> card, String advice) {
        Validity validity = new Validity(card, advice);
        return (answer, scope) ->
                answer instanceof Answer.Text typed
                        ? validity.read(typed.text(), scope)
                        : new Parsed.NotMine();
    }

    private Parsed read(String raw, Scope scope) {
        return ValidUntil.check(raw, scope.today())
                .<Parsed>fold(until -> taken(until, scope), flaw -> asked(raw, flaw, scope));
    }

    private Parsed taken(ValidUntil until, Scope scope) {
        int years = card.test(scope) ? YEARS_OF_A_CARD : YEARS_OF_A_LICENCE;
        Optional<Flaw> far = until.beyond(years, scope.today());
        if (far.isPresent()) {
            return Parsers.refused(PREFIX, far.get()).unlessSure(until.text());
        }
        int months = People.months(scope);
        List<Advice> near =
                until.expiresWithin(months, scope.today())
                        ? List.of(new Advice(advice, Map.of("value", Integer.toString(months))))
                        : List.of();
        return new Parsed.Accepted(until.text(), near);
    }

    private Parsed asked(String raw, Flaw flaw, Scope scope) {
        Parsed.Refused refused = Parsers.refused(PREFIX, flaw);
        boolean ofCard = card.test(scope);
        return switch (flaw.code()) {
            case "unclear" -> either(refused, ValidUntil.meant(raw, scope.today()));
            case "begins" ->
                    ofCard
                            ? new Parsed.Refused("valid.cardBegins", refused.args(), List.of())
                            : refused.offering(List.of(NO_END, NO_IT_IS_NOT)).yesMeans(NO_END);
            case "blank" ->
                    ofCard
                            ? new Parsed.Refused("valid.empty", refused.args(), List.of())
                            : refused.offering(List.of(NO_END, NO_IT_IS_NOT)).yesMeans(NO_END);
            default -> refused;
        };
    }

    private static Parsed either(Parsed.Refused refused, List<String> meant) {
        Parsed.Refused offering = refused.offering(meant);
        return meant.size() == 1 ? offering.yesMeans(meant.get(0)) : offering;
    }
}
