package io.beian.filing;

import io.beian.form.Facts;
import io.beian.value.Checked;
import io.beian.value.CreditCode;
import io.beian.value.OrganizationCode;
import io.beian.value.ResidentId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A sponsor is one, whatever number it is called by: the credit code and the organisation code in
 * its characters 9 to 17 (GB 32100-2015), the 18 and the 15 digits of one identity card. A number
 * of registration holds nothing of the others; who knows that they belong together says so.
 */
public final class SponsorNumbers {

    /** Numbers are read without regard to the day they are looked at. */
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    private static final String CODE = "code ";

    private SponsorNumbers() {}

    /** The sponsors some numbers stand for: two have one in common if they are the same. */
    public static Set<String> names(Collection<String> numbers) {
        Set<String> names = new TreeSet<>();
        numbers.stream()
                .map(number -> number.strip().toUpperCase(Locale.ROOT))
                .filter(number -> !number.isEmpty())
                .map(SponsorNumbers::name)
                .forEach(names::add);
        return names;
    }

    /** Whether some names and others are of one sponsor. */
    public static boolean same(Collection<String> names, Collection<String> others) {
        return !Collections.disjoint(names, others);
    }

    /** The sponsor of a filing, by every number that is known of it. */
    static Set<String> of(Facts facts) {
        String others = facts.text(Keys.MATCH_NUMBERS).orElse("");
        return names(
                Stream.of(
                                facts.text(Keys.CERT_NO.id()).stream(),
                                facts.text(Keys.MATCH_CERT_NO).stream(),
                                Arrays.stream(others.split(" ")))
                        .flatMap(number -> number)
                        .toList());
    }

    private static String name(String number) {
        return value(CreditCode.checkPrinted(number))
                .map(code -> CODE + code.organizationCode().replace("-", ""))
                .or(() -> value(OrganizationCode.check(number)).map(code -> CODE + code.compact()))
                .or(() -> value(ResidentId.check(number, ANY_DAY)).flatMap(ResidentId::legacy))
                .orElse(number);
    }

    private static <T> Optional<T> value(Checked<T> checked) {
        return checked.<Optional<T>>fold(Optional::of, flaw -> Optional.empty());
    }
}
