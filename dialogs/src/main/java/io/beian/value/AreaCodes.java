package io.beian.value;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Scanner;
import java.util.stream.IntStream;

/**
 * Area codes (长途区号) with their leading 0. Which are in use and how long their numbers are is told
 * by libphonenumber; where they are dialled, by {@code area-codes.tsv}.
 */
final class AreaCodes {

    private static final int CHINA = 86;
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** Place to area codes. */
    private static final ImmutableSetMultimap<String, String> BY_PLACE = byPlace();

    private AreaCodes() {}

    static boolean inUse(String areaCode) {
        return !lengths(areaCode).isEmpty();
    }

    /** How many digits follow the area code, in ascending order; empty if it is not in use. */
    static List<Integer> lengths(String areaCode) {
        return IntStream.rangeClosed(7, 8)
                .filter(length -> isLandline(areaCode + "6".repeat(length)))
                .boxed()
                .toList();
    }

    static boolean isLandline(String digits) {
        return type(digits) == PhoneNumberType.FIXED_LINE;
    }

    static boolean isMobile(String digits) {
        return type(digits) == PhoneNumberType.MOBILE;
    }

    /** The codes of a place, given by the GB/T 2260 code of a county, city or municipality. */
    static ImmutableSet<String> of(String place) {
        for (int known = place.length(); known > 0; known -= 2) {
            String level = place.substring(0, known) + "0".repeat(place.length() - known);
            if (BY_PLACE.containsKey(level)) {
                return BY_PLACE.get(level);
            }
        }
        return ImmutableSet.of();
    }

    private static PhoneNumberType type(String digits) {
        PhoneNumber number = new PhoneNumber();
        number.setCountryCode(CHINA).setNationalNumber(Long.parseLong(digits));
        return LIBRARY.getNumberType(number);
    }

    private static ImmutableSetMultimap<String, String> byPlace() {
        ImmutableSetMultimap.Builder<String, String> codes = ImmutableSetMultimap.builder();
        for (String line : lines()) {
            List<String> cells = Splitter.on('\t').splitToList(line);
            Splitter.on(' ').split(cells.get(1)).forEach(place -> codes.put(place, cells.get(0)));
        }
        return codes.build();
    }

    private static List<String> lines() {
        try (Scanner table =
                new Scanner(
                        Objects.requireNonNull(
                                AreaCodes.class.getResourceAsStream("area-codes.tsv")),
                        StandardCharsets.UTF_8)) {
            return table.useDelimiter("\n").tokens().filter(l -> !l.startsWith("#")).toList();
        }
    }
}
