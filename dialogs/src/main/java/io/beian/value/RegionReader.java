package io.beian.value;

import com.google.common.collect.ImmutableList;
import io.beian.value.Divisions.Division;
import io.beian.value.Divisions.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the divisions an address begins with. Every way to take it apart into names, each lying in
 * the one before, is tried; those that explain most of the text win.
 */
final class RegionReader {

    /** Far more than the three longest names. */
    private static final int LONGEST = 80;

    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:(?:我们?的?)?(?:公司|单位|本人|现|家)?(?:所在区县|所在地区?|所在|位于|住在|住|在|是|区县|省市区县?|地区"
                            + "|(?:通信|通讯|详细|注册|办公|联系)?(?:地址|住所))[:是为在 ]*)?"
                            + "(?:中国|中华人民共和国)?(?:[0-9]{6}(?![0-9]))?");

    /** Stands in official tables where a level is missing. */
    private static final Pattern FILLER = Pattern.compile("市辖区|(?:省|自治区)?直辖县(?:级行政区划)?|县(?=.)");

    /** After a name that tells its level only this makes it the name of a street. */
    private static final Pattern STREET = Pattern.compile("路|街(?!道)|巷");

    /** Streets, houses and schools are named after places far away. */
    private static final Pattern NAMED_AFTER =
            Pattern.compile(
                    "[东西南北中]?[一二三四五六七八九]?(?:大?[路街道]|巷|胡同|里|弄)"
                            + "|[镇乡村]|大厦|大楼|广场|小区|花园|公寓|宾馆|酒店|大酒店|大学|学院|中学|小学|医院|银行");

    /** What a county was before or may be one day; 市场 is no level. */
    private static final Pattern OTHER_LEVEL = Pattern.compile("^(?:市(?!场)|[县区旗])");

    private final String line;
    private final String province;
    private final String text;

    /** Where each character of the text stands in the line. */
    private final List<Integer> places = new ArrayList<>();

    private final List<Path> paths = new ArrayList<>();

    /** A way to take the beginning apart: whether any of its names tells a level, and the last. */
    private record Path(Division lowest, int end, int names, boolean full, boolean told) {

        Path then(Name name, int newEnd) {
            return new Path(name.division(), newEnd, names + 1, full || name.full(), name.full());
        }

        Path passing(int newEnd) {
            return new Path(lowest, newEnd, names, full, true);
        }
    }

    RegionReader(String raw, String provinceCode) {
        line = Typed.after(LABEL, Typed.line(raw));
        province = provinceCode.length() < 2 ? "" : provinceCode.substring(0, 2);
        text = lettersAndDigits();
    }

    Region.Reading read() {
        if (text.isEmpty()) {
            return flawed(Flaw.of("empty", line));
        }
        Optional<Division> coded = coded();
        List<Path> best = coded.isPresent() ? ofCode(coded.get()) : longest();
        if (best.isEmpty()) {
            return flawed(Flaw.of("unknown", line));
        }
        List<Path> here =
                best.stream().filter(path -> path.lowest.code().startsWith(province)).toList();
        return here.isEmpty() ? elsewhere(best) : within(here);
    }

    boolean mayLieIn(Region region) {
        List<Path> sure = longest().stream().filter(path -> path.full || path.names > 1).toList();
        return sure.isEmpty() || sure.stream().anyMatch(path -> agrees(path.lowest, region));
    }

    /** Withdrawn counties have often come to another city. */
    private static boolean agrees(Division named, Region region) {
        if (!region.code().startsWith(named.code().substring(0, 2))) {
            return false;
        }
        Optional<String> city = region.city().map(Division::code);
        Optional<String> other =
                Stream.of(Optional.of(named), Divisions.parent(named))
                        .flatMap(Optional::stream)
                        .filter(Division::isCity)
                        .map(Division::code)
                        .findFirst();
        return !named.valid() || city.isEmpty() || other.isEmpty() || city.equals(other);
    }

    /** A code that only fills the level of the city stands for its province. */
    private Optional<Division> coded() {
        if (text.length() != 6) {
            return Optional.empty();
        }
        Optional<Division> named = Divisions.find(text);
        return text.endsWith("00")
                ? named.or(() -> Divisions.find(text.substring(0, 2) + "0000"))
                : named;
    }

    private List<Path> ofCode(Division division) {
        return List.of(new Path(division, text.length(), 1, true, true));
    }

    private List<Path> longest() {
        begin();
        int end = paths.stream().mapToInt(Path::end).max().orElse(0);
        return paths.stream().filter(path -> path.end == end).toList();
    }

    private void begin() {
        forEachName(
                0,
                name -> true,
                (name, end) ->
                        go(new Path(name.division(), end, 1, name.full(), name.full()), name));
    }

    /** 唐山路南区 begins with no street: a name that is not whole can still be followed by another. */
    private void go(Path path, Name last) {
        if (isWhole(last, path.end)) {
            paths.add(path);
        }
        deeper(path);
        if (path.lowest.code().endsWith("00")) {
            forEachName(
                    path.end,
                    name -> name.full() && name.division().equals(path.lowest),
                    (name, end) -> deeper(path.passing(end)));
            Matcher filler = FILLER.matcher(text).region(path.end, text.length());
            if (filler.lookingAt()) {
                deeper(path.passing(filler.end()));
            }
        }
    }

    private void deeper(Path path) {
        forEachName(
                path.end,
                name -> name.division().isUnder(path.lowest),
                (name, end) -> go(path.then(name, end), name));
    }

    private interface Use {
        void of(Name name, int end);
    }

    private void forEachName(int start, Predicate<Name> wanted, Use use) {
        int last = Math.min(text.length(), start + Divisions.longestName());
        for (int end = start + 2; end <= last; end++) {
            for (Name name : Divisions.named(text.substring(start, end))) {
                if (wanted.test(name)) {
                    use.of(name, end);
                }
            }
        }
    }

    /** Whether what follows leaves the name a name of its own. */
    private boolean isWhole(Name name, int end) {
        if (end == text.length() || places.get(end) > places.get(end - 1) + 1) {
            return true;
        }
        if (name.full()) {
            return !follows(STREET, end)
                    && !(name.text().endsWith("市") && text.startsWith("场", end));
        }
        return !name.text().startsWith("市") && !follows(NAMED_AFTER, end);
    }

    private boolean follows(Pattern pattern, int end) {
        return pattern.matcher(text).region(end, text.length()).lookingAt();
    }

    private Region.Reading elsewhere(List<Path> best) {
        boolean sure =
                best.stream()
                        .anyMatch(
                                path ->
                                        path.full
                                                || path.names > 1
                                                || path.end == text.length()
                                                || path.lowest.code().endsWith("00"));
        if (!sure) {
            return flawed(Flaw.of("unknown", line));
        }
        String provinces =
                best.stream()
                        .flatMap(path -> Province.ofCode(path.lowest.code()).stream())
                        .distinct()
                        .map(Province::shortName)
                        .collect(Collectors.joining("、"));
        return flawed(Flaw.of("otherProvince", line).with("province", provinces));
    }

    private Region.Reading within(List<Path> here) {
        List<Division> today = here.stream().map(Path::lowest).filter(Division::valid).toList();
        if (today.isEmpty()) {
            return withdrawn(here.stream().map(Path::lowest).toList());
        }
        int rank = today.stream().mapToInt(this::rank).min().orElseThrow();
        Division first =
                today.stream().filter(each -> rank(each) == rank).findFirst().orElseThrow();
        if (Region.isLowest(first)) {
            return lowest(here);
        }
        return flawed(first.isProvince() ? onlyProvince(first) : onlyCity(first));
    }

    /** A city before its county of the same name; the province itself only if nothing is in it. */
    private int rank(Division division) {
        if (division.isProvince()) {
            return province.isEmpty() ? 0 : 3;
        }
        return Region.isLowest(division) ? 2 : 1;
    }

    /** A withdrawn division of the same name may be meant as well. */
    private Region.Reading lowest(List<Path> here) {
        ImmutableList<Region> regions =
                Region.distinct(
                        here.stream()
                                .map(Path::lowest)
                                .flatMap(each -> each.valid() ? Stream.of(each) : heir(each))
                                .toList());
        return regions.size() > 1
                ? new Region.Ambiguous(regions)
                : new Region.Found(regions.get(0), rest(here));
    }

    private static Stream<Division> heir(Division withdrawn) {
        return withdrawn.successor().flatMap(Divisions::find).stream();
    }

    private Region.Reading withdrawn(List<Division> named) {
        Division first = named.get(0);
        Optional<Division> heir = heir(first).findFirst();
        Division home =
                heir.filter(each -> !Region.isLowest(each))
                        .or(() -> Divisions.parent(heir.orElse(first)))
                        .orElse(first);
        ImmutableList<Region> heirs =
                Region.distinct(named.stream().flatMap(RegionReader::heir).toList());
        Flaw flaw =
                Flaw.of("withdrawn", line)
                        .with("name", first.name())
                        .with("city", Divisions.fullName(home.code()).orElse(home.name()))
                        .with("counties", parts(home));
        return flawed(
                heirs.size() == 1 ? flaw.suggesting(Optional.of(heirs.get(0).fullName())) : flaw);
    }

    private Flaw onlyProvince(Division named) {
        return Flaw.of("onlyProvince", line)
                .with("province", named.name())
                .with("parts", parts(named));
    }

    private Flaw onlyCity(Division named) {
        return Flaw.of("onlyCity", line).with("city", named.name()).with("counties", parts(named));
    }

    private static String parts(Division division) {
        return Divisions.under(division.code()).stream()
                .map(Division::name)
                .collect(Collectors.joining("、"));
    }

    private String rest(List<Path> read) {
        String after = line.substring(places.get(read.get(0).end - 1) + 1);
        boolean told = read.stream().anyMatch(Path::told);
        String own = told ? after : OTHER_LEVEL.matcher(after).replaceFirst("");
        return Typed.trimmed(
                own, cp -> cp == ' ' || (Typed.isPunctuation(cp) && "()#".indexOf(cp) < 0));
    }

    private String lettersAndDigits() {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < line.length() && kept.length() < LONGEST; i++) {
            if (Character.isLetterOrDigit(line.charAt(i))) {
                kept.append(line.charAt(i));
                places.add(i);
            }
        }
        return kept.toString();
    }

    private static Region.Reading flawed(Flaw flaw) {
        return new Region.Unknown(flaw);
    }
}
