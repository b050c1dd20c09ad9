package io.beian.value;

import io.beian.value.Divisions.Division;
import io.beian.value.Divisions.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names people use for a division: 恩施土家族苗族自治州 is also 恩施自治州, 恩施州 and 恩施. */
final class DivisionNames {

    static final String PEOPLE =
            "(?:各族|壮族|回族|维吾尔|蒙古族?|藏族|苗族|土家族|侗族|布依族|彝族|白族|傣族|哈尼族|景颇族|傈僳族|朝鲜族"
                    + "|哈萨克族?|柯尔克孜|羌族|黎族|瑶族|满族|畲族|仫佬族|毛南族|水族|仡佬族|拉祜族|佤族|纳西族"
                    + "|独龙族|怒族|普米族|布朗族|保安族|东乡族|撒拉族|土族|裕固族|锡伯|塔吉克|达斡尔族)";

    /** At least two characters stay: 寿县 and 城区 are never called 寿 and 城. */
    private static final Pattern PARTS =
            Pattern.compile(
                    "(.{2,}?)(?<people>"
                            + PEOPLE
                            + "*)(?<level>(?:自治|地|新|特|林)?区|自治[州县旗]|行政委员会|[市县旗盟])");

    private DivisionNames() {}

    static List<Name> of(Division division) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        names.put(division.name(), true);
        if (division.isProvince()) {
            Province.ofCode(division.code()).ifPresent(province -> addProvince(names, province));
        } else {
            addParts(names, division.name());
        }
        return names.entrySet().stream()
                .map(name -> new Name(name.getKey(), name.getValue(), division))
                .toList();
    }

    private static void addProvince(Map<String, Boolean> names, Province province) {
        names.put(province.shortName(), false);
        if (!province.fullName().endsWith("市")) {
            names.put(province.shortName() + "省", true);
        }
        if (province.fullName().endsWith("自治区")) {
            names.put(province.shortName() + "自治区", true);
        }
        if (province == Province.NEIMENGGU) {
            names.put("内蒙", false);
        }
    }

    private static void addParts(Map<String, Boolean> names, String name) {
        Matcher parts = PARTS.matcher(name);
        if (!parts.matches()) {
            return;
        }
        String bare = parts.group(1);
        String stem =
                bare.length() > 2 && bare.endsWith("族") && parts.group("people").isEmpty()
                        ? bare.substring(0, bare.length() - 1)
                        : bare;
        names.putIfAbsent(stem, false);
        String level = parts.group("level");
        String last = level.substring(level.length() - 1);
        names.put(stem + level, true);
        names.put(stem + last, true);
        names.put(bare + parts.group("people") + last, true);
    }
}
