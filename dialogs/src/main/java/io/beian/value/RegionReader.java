package io.beian.value;

import com.google.common.collect.ImmutableList;
import io.beian.value.Beginnings.Path;
import io.beian.value.Divisions.Division;
import io.beian.value.Zones.Zone;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the divisions an address begins with. Every way to take it apart into names, each lying in
 * the one before, is tried; those that explain most of the text win.
 */
final class RegionReader {

    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:(?:我们?的?)?(?:公司|单位|本人|现|家)?(?:所在区县|所在地区?|所在|位于|住在|住|在|是|区县|省市区县?|地区"
                            + "|(?:通信|通讯|详细|注册|办公|联系|经营|家庭|实际)?(?:地址|住所|住址|场所))[:是为在 ]*)?"
                            + "(?:中国|中华人民共和国)?(?:[0-9]{6}(?![0-9]))?");

    /** What a county was before or may be one day; 市场 is no level. */
    private static final Pattern OTHER_LEVEL = Pattern.compile("^(?:市(?!场)|[县区旗])");

    private final String line;
    private final String province;
    private final Letters letters;

    RegionReader(String raw, String provinceCode) {
        line = Typed.after(LABEL, Typed.line(raw));
        province = provinceCode.length() < 2 ? "" : provinceCode.substring(0, 2);
        letters = Letters.of(line);
    }

    Region.Reading read() {
        if (letters.isEmpty()) {
            return flawed(Flaw.of("empty", line));
        }
        Optional<Division> coded = coded();
        List<Path> best =
                coded.isPresent() ? ofCode(coded.get()) : Beginnings.longest(letters, province);
        if (best.isEmpty()) {
            return flawed(Flaw.of("unknown", line));
        }
        List<Path> here =
                best.stream().filter(path -> path.lowest().code().startsWith(province)).toList();
        return here.isEmpty() ? elsewhere(best) : within(here);
    }

    boolean mayLieIn(Region region) {
        List<Path> sure =
                Beginnings.longest(letters, "").stream()
                        .filter(path -> path.full() || path.names() > 1)
                        .toList();
        return sure.isEmpty() || sure.stream().anyMatch(path -> agrees(path.lowest(), region));
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
        String text = letters.text();
        if (text.length() != 6) {
            return Optional.empty();
        }
        Optional<Division> named = Divisions.find(text);
        return text.endsWith("00")
                ? named.or(() -> Divisions.find(text.substring(0, 2) + "0000"))
                : named;
    }

    private List<Path> ofCode(Division division) {
        return List.of(Path.of(division, letters.length()));
    }

    private Region.Reading elsewhere(List<Path> best) {
        boolean sure =
                best.stream().anyMatch(path -> path.isSure() || path.end() == letters.length());
        if (!sure) {
            return flawed(Flaw.of("unknown", line));
        }
        String provinces =
                best.stream()
                        .flatMap(path -> Province.ofCode(path.lowest().code()).stream())
                        .distinct()
                        .map(Province::shortName)
                        .collect(Collectors.joining("、"));
        return flawed(Flaw.of("otherProvince", line).with("province", provinces));
    }

    private Region.Reading within(List<Path> here) {
        Optional<Zone> zone = here.get(0).zone();
        if (zone.isPresent()) {
            return zone(zone.get(), here);
        }
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
        return new Region.Unknown(
                first.isProvince() ? onlyProvince(first) : onlyCity(first), choices(first));
    }

    private Region.Reading zone(Zone zone, List<Path> here) {
        if (zone.whole()) {
            return new Region.Found(zone.counties().get(0), rest(here));
        }
        String counties =
                zone.counties().stream().map(Region::name).collect(Collectors.joining("、"));
        return new Region.Unknown(
                Flaw.of("zone", line).with("name", zone.name()).with("counties", counties),
                zone.counties().stream()
                        .map(Region::fullName)
                        .collect(ImmutableList.toImmutableList()));
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
                                .filter(each -> !each.old())
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
        return heirs.size() == 1
                ? new Region.Unknown(
                        flaw.suggesting(Optional.of(heirs.get(0).fullName())),
                        ImmutableList.of(heirs.get(0).fullName()))
                : new Region.Unknown(flaw, choices(home));
    }

    private Flaw onlyProvince(Division named) {
        return Flaw.of("onlyProvince", line)
                .with("province", named.name())
                .with("parts", parts(named));
    }

    private Flaw onlyCity(Division named) {
        return Flaw.of("onlyCity", line).with("city", named.name()).with("counties", parts(named));
    }

    private static ImmutableList<String> choices(Division division) {
        return Divisions.under(division.code()).stream()
                .flatMap(part -> Divisions.fullName(part.code()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static String parts(Division division) {
        return Divisions.under(division.code()).stream()
                .map(Division::name)
                .collect(Collectors.joining("、"));
    }

    private String rest(List<Path> read) {
        String after = letters.behind(read.get(0).end());
        boolean told = read.stream().anyMatch(Path::told);
        String own = told ? after : OTHER_LEVEL.matcher(after).replaceFirst("");
        return Typed.trimmed(
                own, cp -> cp == ' ' || (Typed.isPunctuation(cp) && "()#".indexOf(cp) < 0));
    }

    private static Region.Reading flawed(Flaw flaw) {
        return new Region.Unknown(flaw, ImmutableList.of());
    }
}
