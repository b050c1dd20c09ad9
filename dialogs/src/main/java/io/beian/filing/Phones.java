package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.value.Checked;
import io.beian.value.Flaw;
import io.beian.value.Landline;
import io.beian.value.Mobile;
import io.beian.value.Telephones;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How the telephone numbers of a responsible person are read. */
final class Phones {

    private static final String MOBILE = "mobile";
    private static final String TEL = "tel";
    private static final String EMERGENCY = "emergency";

    /** What is wrong with a landline is told in the words of its own question where they fit. */
    private static final Set<String> TOLD_ALIKE =
            Set.of("areaCode", "area", "start", "length", "masked");

    private static final Set<String> TOLD_APART = Set.of("service", "foreign");
    private static final Pattern SAME =
            Pattern.compile("[和跟同与]?(?:上面|本人|手机|电话|上|前面)*(?:号码?)?(?:[是都]?一样|相同|同号|同上|就是手机)?的?");
    private static final Pattern LIKE_MOBILE = Pattern.compile("(?:\\+?86|0)?1[3-9][0-9]{8,10}");

    private Phones() {}

    static Parser mobile() {
        return text((raw, scope) -> mobile(raw));
    }

    private static Parsed mobile(String raw) {
        return Mobile.check(raw)
                .<Parsed>fold(
                        mobile -> taken(MOBILE, mobile.text(), mobile.oddity(), advice(mobile)),
                        flaw -> offering(MOBILE, flaw, found(raw, Phones::isMobile)));
    }

    private static List<Advice> advice(Mobile mobile) {
        return mobile.mayMissVerificationSms() ? List.of(Advice.of("virtualOperator")) : List.of();
    }

    static Parser tel() {
        return text(Phones::tel);
    }

    private static Parsed tel(String raw, Scope scope) {
        return Landline.check(raw)
                .<Parsed>fold(
                        line -> taken(TEL, line.text(), line.oddity(), List.of()),
                        flaw ->
                                flaw.code().equals("areaCode")
                                        ? completed(raw, flaw, scope)
                                        : offering(
                                                TEL,
                                                flaw,
                                                found(raw, number -> !isMobile(number))));
    }

    /**
     * Mobile or landline.
     *
     * @param own the person's mobile, which is no second way to reach it
     */
    static Parser emergency(Key<String> own) {
        return text((raw, scope) -> other(own, either(raw, scope), raw, scope));
    }

    /** For masking: a canonical number of either kind. */
    static Checked<?> any(String text) {
        return isMobile(text) ? Mobile.check(text) : Landline.check(text);
    }

    private static Parsed either(String raw, Scope scope) {
        Parsed mobile = mobile(raw);
        Parsed tel = tel(raw, scope);
        for (Parsed one : List.of(mobile, tel)) {
            if (one.accepted() || ((Parsed.Refused) one).sure().filter(s -> odd(one)).isPresent()) {
                return one;
            }
        }
        return LIKE_MOBILE.matcher(raw.replaceAll("[^0-9+]", "")).matches() ? mobile : tel;
    }

    private static boolean odd(Parsed parsed) {
        return !((Parsed.Refused) parsed).asksForOffer();
    }

    private static Parsed other(Key<String> own, Parsed parsed, String raw, Scope scope) {
        if (parsed instanceof Parsed.Accepted accepted) {
            return scope.is(own, accepted.text())
                    ? new Parsed.Refused(EMERGENCY + ".same")
                    : new Parsed.Accepted(accepted.text());
        }
        Parsed.Refused refused = (Parsed.Refused) parsed;
        if (refused.sure().isPresent() && odd(refused)) {
            return refused;
        }
        List<String> all = Telephones.in(raw);
        List<String> others = all.stream().filter(number -> !scope.is(own, number)).toList();
        boolean same = all.isEmpty() ? same(raw) : others.isEmpty();
        if (same) {
            return new Parsed.Refused(EMERGENCY + ".same");
        }
        return others.isEmpty() ? toldAs(refused) : among(others);
    }

    private static Parsed among(List<String> numbers) {
        Parsed.Refused which = new Parsed.Refused(EMERGENCY + ".which", Map.of(), numbers);
        return numbers.size() == 1
                ? new Parsed.Refused(EMERGENCY + ".meant", Map.of("offer", numbers.get(0)), numbers)
                        .yesMeans(numbers.get(0))
                : which;
    }

    private static Parsed toldAs(Parsed.Refused refused) {
        String code = refused.code().substring(refused.code().indexOf('.') + 1);
        boolean tel = refused.code().startsWith(TEL + ".");
        if (tel ? TOLD_ALIKE.contains(code) : !code.equals("empty")) {
            return refused;
        }
        String own = TOLD_APART.contains(code) ? code : "phone";
        return new Parsed.Refused(EMERGENCY + "." + own, refused.args(), refused.offers());
    }

    private static boolean same(String raw) {
        String said = Parsers.plain(raw);
        return !said.isEmpty() && SAME.matcher(said).matches();
    }

    private static Parser text(BiFunction<String, Scope, Parsed> read) {
        return (answer, scope) ->
                answer instanceof Answer.Text typed
                        ? read.apply(typed.text(), scope)
                        : new Parsed.NotMine();
    }

    private static Parsed taken(
            String prefix, String text, Optional<Flaw> oddity, List<Advice> advice) {
        return oddity.<Parsed>map(flaw -> Parsers.refused(prefix, flaw).unlessSure(text))
                .orElseGet(() -> new Parsed.Accepted(text, advice));
    }

    private static Parsed offering(String prefix, Flaw flaw, List<String> found) {
        Parsed.Refused refused = Parsers.refused(prefix, flaw);
        if (found.isEmpty()) {
            return oneOffer(refused);
        }
        return oneOffer(refused.offering(found));
    }

    private static Parsed oneOffer(Parsed.Refused refused) {
        return refused.offers().size() == 1 ? refused.yesMeans(refused.offers().get(0)) : refused;
    }

    /** The area code that was left out is mostly the one of the place of the filing. */
    private static Parsed completed(String raw, Flaw flaw, Scope scope) {
        Parsed.Refused refused = Parsers.refused(TEL, flaw);
        String place = place(scope);
        Map<String, String> args = new HashMap<>(refused.args());
        args.put("sample", Landline.sample(place));
        List<String> offers = Landline.completed(raw, place);
        return oneOffer(
                new Parsed.Refused(
                        refused.code(), args, offers.isEmpty() ? refused.offers() : offers));
    }

    private static String place(Scope scope) {
        return scope.text(Keys.REGION)
                .or(() -> Regions.ofAddress(scope))
                .orElseGet(() -> new Situation(scope).province());
    }

    private static List<String> found(String raw, Predicate<String> wanted) {
        return Telephones.in(raw).stream().filter(wanted).toList();
    }

    private static boolean isMobile(String number) {
        return number.startsWith("1");
    }
}
