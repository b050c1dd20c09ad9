package io.beian.value;

import com.google.common.base.Splitter;
import io.beian.value.SiteName.Advice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What reviewers object to in the name of a site, as providers tell it in their guides to the
 * provinces (last checked 2026-07).
 */
final class SiteNameAdvice {

    private static final String GUANGDONG = "44";
    private static final String CHONGQING = "50";
    private static final String SICHUAN = "51";
    private static final List<String> TIANJIN_AND_SHANDONG = List.of("12", "37");
    private static final Pattern STRICTER_BAN =
            Pattern.compile("资讯|网站|网络|网址|爱好者|作品展示|论坛|社区|工作室|平台|主页|热线|社团|导航|分享");
    private static final Pattern APPROVAL = Pattern.compile("博客|论坛|在线|社区|交流");
    private static final Pattern APPROVAL_IN_SICHUAN = Pattern.compile("空间|电子商务|新闻|医药|广播|视频");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]+");
    private static final Pattern OFFICIAL = Pattern.compile("官网|官方网站|门户网站");

    /** What many names of organisations share, and so says nothing of one of them. */
    private static final Pattern COMMON =
            Pattern.compile(
                    "（[^）]*）|有限|责任|股份|集团|分?公司|科技|技术|网络|信息|文化|传媒|广告|贸易|商贸|实业|发展"
                            + "|投资|咨询|服务|管理|中心|工作室|经营部|商行|事务所|合作社|协会|学会|委员会|基金会"
                            + "|[省市县区]");

    private final String name;
    private final String provinceCode;
    private final String unitName;

    SiteNameAdvice(String name, String provinceCode, String unitName) {
        this.name = name;
        this.provinceCode = provinceCode;
        this.unitName = unitName;
    }

    List<Advice> forPerson() {
        return Stream.of(
                        found(Advice.HARD, SiteName.NATIONAL),
                        stricter().or(() -> found("personalWords", SiteName.PERSONAL_BAN)),
                        approval(),
                        latin(),
                        Province.placeIn(name).map(place -> new Advice("personalPlace", place)),
                        ownName(),
                        longer("personalLength", SiteName.PERSONAL))
                .flatMap(Optional::stream)
                .toList();
    }

    List<Advice> forUnit() {
        return Stream.of(
                        national(),
                        approval(),
                        latin(),
                        officialForm(),
                        unrelated(),
                        longer("long", SiteName.SENSIBLE))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Advice> national() {
        return SiteWords.all(SiteName.NATIONAL, name)
                .filter(word -> !unitName.contains(word))
                .findFirst()
                .map(word -> new Advice("national", word));
    }

    private Optional<Advice> stricter() {
        return TIANJIN_AND_SHANDONG.stream().anyMatch(this::isIn)
                ? found("localWords", STRICTER_BAN)
                : Optional.empty();
    }

    private Optional<Advice> approval() {
        Optional<Advice> anywhere = found("approvalWords", APPROVAL);
        return isIn(SICHUAN)
                ? anywhere.or(() -> found("approvalWords", APPROVAL_IN_SICHUAN))
                : anywhere;
    }

    private Optional<Advice> latin() {
        return isIn(CHONGQING) ? found("localLatin", LATIN) : Optional.empty();
    }

    /** Guangdong wants the organisation's name, full or short, with 官网 behind it. */
    private Optional<Advice> officialForm() {
        return isIn(GUANGDONG) && !OFFICIAL.matcher(name).find()
                ? Optional.of(new Advice("localForm", unitName + "官网"))
                : Optional.empty();
    }

    private Optional<Advice> ownName() {
        return !unitName.isEmpty() && name.contains(unitName)
                ? Optional.of(new Advice("personalName", unitName))
                : Optional.empty();
    }

    /** A short form keeps at least two neighbouring characters of what is the unit's own. */
    private Optional<Advice> unrelated() {
        List<String> own =
                Splitter.on(COMMON)
                        .splitToStream(withoutProvince(unitName))
                        .flatMap(SiteNameAdvice::pairs)
                        .toList();
        return own.isEmpty() || own.stream().anyMatch(name::contains)
                ? Optional.empty()
                : Optional.of(new Advice("notUnitName", name));
    }

    private Optional<Advice> longer(String code, int most) {
        int length = Typed.length(name);
        return length > most
                ? Optional.of(new Advice(code, String.valueOf(length)))
                : Optional.empty();
    }

    private Optional<Advice> found(String code, Pattern words) {
        return SiteWords.first(words, name).map(word -> new Advice(code, word));
    }

    private boolean isIn(String province) {
        return provinceCode.startsWith(province);
    }

    private static String withoutProvince(String unit) {
        return Stream.of(Province.values())
                .map(Province::shortName)
                .filter(unit::startsWith)
                .findFirst()
                .map(province -> unit.substring(province.length()))
                .orElse(unit);
    }

    private static Stream<String> pairs(String own) {
        return IntStream.range(0, own.length() - 1).mapToObj(i -> own.substring(i, i + 2));
    }
}
