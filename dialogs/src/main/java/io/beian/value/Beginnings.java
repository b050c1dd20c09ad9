package io.beian.value;

import io.beian.value.Divisions.Division;
import io.beian.value.Divisions.Name;
import io.beian.value.Zones.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The divisions a text begins with. Every way to take it apart into names, each lying in the one
 * before, is tried.
 */
final class Beginnings {

    /** Stands in official tables where a level is missing, or behind the name of a former one. */
    private static final Pattern FILLER =
            Pattern.compile(
                    "市辖[区县]|(?:省|自治区)?直辖(?:县(?:级行政(?:区划|单位))?|行政单位)|县(?=.)|地区|盟|专区"
                            + "|(?:生产建设|建设)?兵团");

    private static final Pattern CORPS = Pattern.compile("(?:新疆(?:维吾尔自治区)?)?(?:生产建设|建设)?兵团");

    private static final String CORPS_LAND = "650000";

    /** A zone that is no division, in front of the county it lies in. */
    private static final Pattern ZONE =
            Pattern.compile(
                    "(?![省市县区旗州盟])[^0-9A-Za-z路街巷号]{0,20}?"
                            + "(?:新区|片区|开发区|园区|[试实]验区|示范区|合作区|保税区|高新区|经开区"
                            + "|产业区|度假区|功能区|港区|物流区|集聚区|新城)");

    /** A town, although its name begins as a street ends: 路村营乡, 街口街道, 巷口镇. */
    private static final String TOWN = "(?![路街巷里道弄市][^0-9路街巷号]{1,5}(?:[乡镇]|街道|苏木|办事处|[农林]场))";

    /** After a name that tells its level only this makes it the name of a street. */
    private static final Pattern STREET =
            Pattern.compile(TOWN + "(?:路|街|巷)(?:$|[0-9A-Za-z一二三四五六七八九十东西南北中上下内外号弄段口与和及附])");

    /** Streets, houses and schools are named after places far away. */
    private static final Pattern NAMED_AFTER =
            Pattern.compile(
                    TOWN
                            + "(?:[东西南北中]?[一二三四五六七八九]?(?:大?[路街道]|巷|胡同|里|弄)"
                            + "|[镇乡村]|大厦|大楼|广场|小区|花园|公寓|宾馆|酒店|大酒店|大学|学院|中学|小学|医院|银行)");

    private static final Pattern PEOPLE = Pattern.compile(DivisionNames.PEOPLE);

    private final Letters letters;
    private final String province;
    private final Set<Path> tried = new HashSet<>();
    private final Set<Path> found = new HashSet<>();

    /**
     * A way to take the beginning apart.
     *
     * @param lowest the last division named
     * @param full whether any of the names tells its level
     * @param told whether the last one does
     * @param zone the area named last, if it is no division
     */
    record Path(
            Division lowest, int end, int names, boolean full, boolean told, Optional<Zone> zone) {

        static Path of(Name name, int end) {
            return new Path(name.division(), end, 1, name.full(), name.full(), Optional.empty());
        }

        static Path of(Division division, int end) {
            return new Path(division, end, 1, true, true, Optional.empty());
        }

        /** A short name of a county, such as 公安 or 商城, may be an everyday word. */
        boolean isSure() {
            return full || names > 1 || lowest.code().endsWith("00");
        }

        Path then(Name name, int newEnd) {
            return new Path(
                    name.division(),
                    newEnd,
                    names + 1,
                    full || name.full(),
                    name.full(),
                    Optional.empty());
        }

        Path passing(int newEnd) {
            return new Path(lowest, newEnd, names, full, true, Optional.empty());
        }

        static Path through(Zone zone, int end) {
            return new Path(zone.home(), end, 2, true, true, Optional.of(zone));
        }
    }

    private Beginnings(Letters letters, String province) {
        this.letters = letters;
        this.province = province;
    }

    /**
     * Those that explain most of the text.
     *
     * @param province the first digits of a province; of zones that begin the text only its own
     *     count. Empty if none is known.
     */
    static List<Path> longest(Letters letters, String province) {
        Beginnings beginnings = new Beginnings(letters, province);
        beginnings.begin();
        int end = beginnings.found.stream().mapToInt(Path::end).max().orElse(0);
        return beginnings.found.stream()
                .filter(path -> path.end == end)
                .sorted(Comparator.comparing(path -> path.lowest.code()))
                .toList();
    }

    private void begin() {
        forEachName(0, name -> true, (name, end) -> go(Path.of(name, end), name));
        Zones.at(letters.text(), 0).stream()
                .filter(this::isMeant)
                .forEach(zone -> through(zone, zone.name().length(), zone.isSureAlone()));
        Matcher corps = letters.at(CORPS, 0);
        if (corps.lookingAt()) {
            Path path = Path.of(Divisions.find(CORPS_LAND).orElseThrow(), corps.end());
            found.add(path);
            deeper(path);
        }
    }

    /** 江北新区 is in 南京, 江北区 in 宁波 or 重庆. */
    private boolean isMeant(Zone zone) {
        String home = zone.home().code().substring(0, 2);
        return province.isEmpty()
                ? found.stream().allMatch(path -> path.lowest.code().startsWith(home))
                : province.equals(home);
    }

    /** 唐山路南区 begins with no street: a name that is not whole can still be followed by another. */
    private void go(Path path, Name last) {
        if (isWhole(last, path.end)) {
            found.add(path);
        }
        if (tried.add(path)) {
            deeper(path);
        }
    }

    private void deeper(Path path) {
        forEachName(
                path.end,
                name -> name.division().isUnder(path.lowest),
                (name, end) -> go(path.then(name, end), name));
        if (path.lowest.code().endsWith("00")) {
            again(path);
            filled(path);
            zones(path);
        }
    }

    /** The same city once more, or its province: 广东省东莞市东莞市, 北京北京海淀. */
    private void again(Path path) {
        forEachName(
                path.end,
                name ->
                        name.division().equals(path.lowest)
                                || (name.full() && path.lowest.isUnder(name.division())),
                (name, end) -> {
                    if (name.full()) {
                        go(path.passing(end), name);
                    } else if (tried.add(path.passing(end))) {
                        deeper(path.passing(end));
                    }
                });
    }

    private void filled(Path path) {
        Matcher filler = letters.at(FILLER, path.end);
        if (filler.lookingAt() && tried.add(path.passing(filler.end()))) {
            deeper(path.passing(filler.end()));
        }
    }

    private void zones(Path path) {
        Zones.at(letters.text(), path.end).stream()
                .flatMap(zone -> zone.within(path.lowest).stream())
                .forEach(zone -> through(zone, path.end + zone.name().length(), true));
        Matcher zone = letters.at(ZONE, path.end);
        if (!divisionStands(path) && zone.lookingAt() && tried.add(path.passing(zone.end()))) {
            behindZone(path.passing(zone.end()));
        }
    }

    /** 滨海新区 is called a zone and is a division. */
    private boolean divisionStands(Path path) {
        List<Name> there = new ArrayList<>();
        forEachName(
                path.end,
                name -> name.full() && name.division().isUnder(path.lowest),
                (name, end) -> there.add(name));
        return !there.isEmpty();
    }

    private void through(Zone zone, int end, boolean sure) {
        Path path = Path.through(zone, end);
        if (sure && !letters.follows(STREET, end)) {
            found.add(path);
        }
        behindZone(path);
    }

    /** Only what tells its level, or ends the text, is no name of a place inside. */
    private void behindZone(Path path) {
        forEachName(
                path.end,
                name -> name.division().isUnder(path.lowest),
                (name, end) -> {
                    if (name.full() || letters.isGap(end)) {
                        go(path.then(name, end), name);
                    }
                });
        zones(path);
    }

    private interface Use {
        void of(Name name, int end);
    }

    private void forEachName(int start, Predicate<Name> wanted, Use use) {
        int last = Math.min(letters.length(), start + Divisions.longestName());
        for (int end = start + 2; end <= last; end++) {
            for (Name name : Divisions.named(letters.text().substring(start, end))) {
                if (wanted.test(name)) {
                    use.of(name, end);
                }
            }
        }
    }

    /** Whether what follows leaves the name a name of its own. */
    private boolean isWhole(Name name, int end) {
        if (letters.isGap(end)) {
            return true;
        }
        if (name.full()) {
            return !letters.follows(STREET, end)
                    && !(name.text().endsWith("市") && letters.text().startsWith("场", end));
        }
        return !name.text().startsWith("市")
                && !letters.follows(NAMED_AFTER, end)
                && !isPartOfAnother(name, end);
    }

    /** 海南藏族 is no part of 海南, 广西壮族 one of 广西壮族自治区. */
    private boolean isPartOfAnother(Name name, int end) {
        Matcher people = letters.at(PEOPLE, end);
        return name.division().isProvince()
                && people.lookingAt()
                && !name.division().name().startsWith(name.text() + people.group());
    }
}
