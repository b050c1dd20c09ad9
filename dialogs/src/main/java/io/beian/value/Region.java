package io.beian.value;

import com.google.common.collect.ImmutableList;
import io.beian.value.Divisions.Division;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where somebody is at home, down to the county (区县), as the bureau wants it: the GB/T 2260 code of
 * a county, or of one of the few cities without counties (东莞, 中山, 儋州, 嘉峪关).
 */
public record Region(String code) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of(
                    "empty",
                    "unknown",
                    "otherProvince",
                    "onlyProvince",
                    "onlyCity",
                    "zone",
                    "withdrawn");

    public Region {
        if (!isLowest(code)) {
            throw new IllegalArgumentException("not a region: " + code);
        }
    }

    /** What a text said about the region. */
    public sealed interface Reading {

        /** Calls the one function that fits. */
        <R> R fold(
                Function<? super Found, ? extends R> found,
                Function<? super ImmutableList<Region>, ? extends R> ambiguous,
                Function<? super Flaw, ? extends R> unknown);

        /** Full names of places that may be meant, or lie in the one that is. */
        default List<String> choices() {
            return List.of();
        }
    }

    /**
     * The text names one region.
     *
     * @param rest what follows it in the text, as the street of an address
     */
    public record Found(Region region, String rest) implements Reading {
        @Override
        public <R> R fold(
                Function<? super Found, ? extends R> found,
                Function<? super ImmutableList<Region>, ? extends R> ambiguous,
                Function<? super Flaw, ? extends R> unknown) {
            return found.apply(this);
        }

        /** The rest of an address is nobody's business. */
        @Override
        public String toString() {
            return "Found[" + region.code + "]";
        }
    }

    /** The text names several regions alike, in the order of their codes. */
    public record Ambiguous(ImmutableList<Region> regions) implements Reading {
        @Override
        public <R> R fold(
                Function<? super Found, ? extends R> found,
                Function<? super ImmutableList<Region>, ? extends R> ambiguous,
                Function<? super Flaw, ? extends R> unknown) {
            return ambiguous.apply(regions);
        }

        @Override
        public List<String> choices() {
            return regions.stream().map(Region::fullName).toList();
        }
    }

    /** The text names no region, or not far enough down. */
    public record Unknown(Flaw flaw, ImmutableList<String> choices) implements Reading {
        @Override
        public <R> R fold(
                Function<? super Found, ? extends R> found,
                Function<? super ImmutableList<Region>, ? extends R> ambiguous,
                Function<? super Flaw, ? extends R> unknown) {
            return unknown.apply(flaw);
        }
    }

    /** The region with this code, if the code goes down as far as the bureau wants it today. */
    public static Optional<Region> of(String code) {
        return isLowest(code) ? Optional.of(new Region(code)) : Optional.empty();
    }

    /** Reads a region of any province. */
    public static Reading check(String raw) {
        return check(raw, "");
    }

    /**
     * Reads the region a text begins with: a name, short or long, with the divisions above it or
     * without, a whole address, or a code.
     *
     * <p>Flaws and their details: {@code onlyProvince} {province, parts}, {@code onlyCity} {city,
     * counties}, {@code otherProvince} {province}, {@code withdrawn} {name, city, counties}, {@code
     * zone} {name, counties}; lists are parted by 、. Only a withdrawn division that went to one
     * other as a whole has a suggestion.
     *
     * @param provinceCode the province the filing is bound to, empty if none yet
     */
    public static Reading check(String raw, String provinceCode) {
        return new RegionReader(raw, provinceCode).read();
    }

    /**
     * Whether an address may well lie in the same province and city as a region. False only where
     * it plainly begins with another province or city: 北京大学 names no place.
     */
    public static boolean codeFitsAddress(Region region, String address) {
        return new RegionReader(address, "").mayLieIn(region);
    }

    /** The province it lies in. */
    public Province province() {
        return Province.ofCode(code).orElseThrow();
    }

    /** None in a municipality (直辖市), and none above a county that a province governs itself. */
    public Optional<Division> city() {
        Division lowest = lowest();
        return lowest.isCity()
                ? Optional.of(lowest)
                : Divisions.parent(lowest).filter(Division::isCity);
    }

    /** None in the cities without counties. */
    public Optional<Division> county() {
        return Optional.of(lowest()).filter(division -> !division.isCity());
    }

    /** From the province down: 北京市海淀区, 广东省东莞市, 江苏省苏州市昆山市. */
    public String fullName() {
        return Divisions.fullName(code).orElseThrow();
    }

    boolean isIn(Division division) {
        return lowest().isUnder(division);
    }

    /** How the lowest division itself is called. */
    public String name() {
        return lowest().name();
    }

    private Division lowest() {
        return Divisions.find(code).orElseThrow();
    }

    static boolean isLowest(Division division) {
        return division.valid()
                && !division.isProvince()
                && Divisions.under(division.code()).isEmpty();
    }

    private static boolean isLowest(String code) {
        return Divisions.find(code).filter(Region::isLowest).isPresent();
    }

    /** Each region once, in the order of the codes. */
    static ImmutableList<Region> distinct(List<Division> divisions) {
        return divisions.stream()
                .filter(Region::isLowest)
                .map(Division::code)
                .distinct()
                .sorted()
                .map(Region::new)
                .collect(ImmutableList.toImmutableList());
    }
}
