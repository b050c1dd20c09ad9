package io.beian.talk;

import io.beian.dialogue.FiledUnit;
import io.beian.dialogue.Input;
import io.beian.dialogue.Query;
import io.beian.filing.MatchKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is filed in the fake world; the reference backend of the sandbox is seeded alike. */
final class Seeds {

    /**
     * A sponsor by its certificate.
     *
     * @param type of certificate, empty if any does
     * @param proof last six characters that prove whose it is, empty if it is not ours
     */
    private record Sponsor(
            String type, String licences, String province, String account, String proof) {}

    private record Domain(String certNo, boolean access, String licence) {}

    private static final Map<String, Sponsor> SPONSORS =
            Map.ofEntries(
                    Map.entry(
                            "91110105MA10ABCD66",
                            new Sponsor("", "京ICP备2023000101号", "110000", "none", "010012")),
                    Map.entry("91440300MA5E6F7G8G", elsewhere("粤ICP备2022000202号", "440000")),
                    Map.entry("320102000123459", elsewhere("苏ICP备12000303号", "320000")),
                    Map.entry("668123457", new Sponsor("12", "粤ICP备13000304号", "440000", "", "")),
                    Map.entry(
                            "110101780307005",
                            new Sponsor("2", "京ICP备09000305号", "110000", "", "")),
                    Map.entry("91370100MA7Q8R9T56", elsewhere("鲁ICP备2021000404号", "370000")),
                    Map.entry(
                            "91330106MA2H3J4K38",
                            new Sponsor("", "浙ICP备2021000405号", "330000", "none", "030042")),
                    Map.entry(
                            "91110101MA3K4L5M1D",
                            elsewhere("京ICP备2020000506号,京ICP备2020000507号", "110000")),
                    Map.entry(
                            "330106199104040017",
                            new Sponsor("2", "浙ICP备2022000910号", "330000", "", "")),
                    Map.entry("91350200MA9W1X2Y99", elsewhere("闽ICP备2019000608号", "350000")),
                    Map.entry(
                            "91310115MA1K2B3C5Y",
                            new Sponsor("", "沪ICP备2024000709号", "310000", "other", "020038")));

    private static final Map<String, Domain> DOMAINS =
            Map.ofEntries(
                    Map.entry(
                            "beian-demo-a1.cn",
                            new Domain("91110105MA10ABCD66", true, "京ICP备2023000101号-1")),
                    Map.entry(
                            "beian-demo-a2.cn",
                            new Domain("91110105MA10ABCD66", false, "京ICP备2023000101号-2")),
                    Map.entry(
                            "beian-demo-b1.cn",
                            new Domain("91440300MA5E6F7G8G", false, "粤ICP备2022000202号-1")),
                    Map.entry(
                            "beian-demo-c1.cn",
                            new Domain("320102000123459", false, "苏ICP备12000303号-1")),
                    Map.entry(
                            "beian-demo-h1.cn", new Domain("668123457", false, "粤ICP备13000304号-1")),
                    Map.entry(
                            "beian-demo-i1.cn",
                            new Domain("110101780307005", false, "京ICP备09000305号-1")),
                    Map.entry(
                            "beian-demo-e1.cn",
                            new Domain("91110101MA3K4L5M1D", false, "京ICP备2020000506号-1")),
                    Map.entry(
                            "beian-demo-p1.cn",
                            new Domain("330106199104040017", false, "浙ICP备2022000910号-1")),
                    Map.entry(
                            "beian-demo-g1.cn",
                            new Domain("91350200MA9W1X2Y99", false, "闽ICP备2019000608号-1")),
                    Map.entry(
                            "beian-demo-f1.cn",
                            new Domain("91310115MA1K2B3C5Y", true, "沪ICP备2024000709号-1")));

    private static final List<String> BLACK_SPONSORS = List.of("91510100MA6M7N8P4K");
    private static final List<String> BLACK_DOMAINS = List.of("beian-demo-black.cn");
    private static final List<String> OPEN_ELSEWHERE = List.of("91420100MA4P5Q6R4F");

    private static final FiledUnit COMPANY =
            new FiledUnit(
                    "北京青禾示例科技有限公司",
                    "企业",
                    "京ICP备2023000101号",
                    "2023-05-06",
                    List.of(
                            new FiledUnit.Site(
                                    "青禾示例官方网站", "beian-demo-a1.cn", "京ICP备2023000101号-1"),
                            new FiledUnit.Site(
                                    "青禾示例产品中心", "beian-demo-a2.cn", "京ICP备2023000101号-2")));
    private static final FiledUnit PERSON =
            new FiledUnit(
                    "郑*",
                    "个人",
                    "浙ICP备2022000910号",
                    "2022-08-15",
                    List.of(
                            new FiledUnit.Site(
                                    "郑样本的读书笔记", "beian-demo-p1.cn", "浙ICP备2022000910号-1")));

    private Seeds() {}

    private static Sponsor elsewhere(String licences, String province) {
        return new Sponsor("", licences, province, "", "");
    }

    /** Only a site's own number or its domain leaves the other sites out. */
    static List<FiledUnit> published(Query query) {
        String text = query.text();
        return Stream.of(COMPANY, PERSON)
                .flatMap(
                        unit -> {
                            boolean whole =
                                    text.equals(unit.licence())
                                            || (!unit.equals(PERSON) && text.equals(unit.name()));
                            List<FiledUnit.Site> sites =
                                    unit.sites().stream()
                                            .filter(
                                                    site ->
                                                            whole
                                                                    || text.equals(site.domain())
                                                                    || text.equals(site.licence()))
                                            .toList();
                            return Stream.of(
                                            new FiledUnit(
                                                    unit.name(),
                                                    unit.nature(),
                                                    unit.licence(),
                                                    unit.approved(),
                                                    sites))
                                    .filter(found -> !found.sites().isEmpty());
                        })
                .toList();
    }

    static Map<String, String> match(
            MatchKey.Certificate one, List<String> domains, Optional<String> proof) {
        Map<String, String> found = new HashMap<>();
        Optional.ofNullable(SPONSORS.get(one.number()))
                .filter(sponsor -> sponsor.type().isEmpty() || sponsor.type().equals(one.type()))
                .ifPresent(sponsor -> found.putAll(sponsor(one.number(), sponsor, proof)));
        if (BLACK_SPONSORS.contains(one.number())) {
            found.put("match.blacklisted", "sponsor");
        }
        found.put("match.openOrder", OPEN_ELSEWHERE.contains(one.number()) ? "others" : "none");
        domains.forEach(domain -> domain(found, domain, one.number()));
        return found;
    }

    private static Map<String, String> sponsor(
            String certNo, Sponsor sponsor, Optional<String> typed) {
        Map<String, String> found = new HashMap<>();
        long sites = DOMAINS.values().stream().filter(d -> d.certNo().equals(certNo)).count();
        boolean ours = !sponsor.proof().isEmpty();
        found.put("match.sponsorLicence", sponsor.licences());
        found.put("match.sponsorProvince", sponsor.province());
        found.put("match.sites", Long.toString(sites));
        found.put("match.ours", Boolean.toString(ours));
        found.put("match.account", sponsor.account());
        String proof =
                typed.map(text -> text.equals(sponsor.proof()) ? "given" : "wrong")
                        .orElse("needed");
        found.put("match.proof", ours ? proof : "none");
        if (ours && proof.equals("given")) {
            found.putAll(sponsor.account().equals("other") ? clouds() : greens());
        }
        return found;
    }

    private static void domain(Map<String, String> found, String name, String certNo) {
        Domain known = DOMAINS.get(name);
        String at = "match.domain." + name + ".";
        String own = known != null && known.certNo().equals(certNo) ? "own" : "other";
        found.put(at + "filed", known == null ? "none" : own);
        found.put(at + "access", Boolean.toString(known != null && known.access()));
        found.put(at + "blacklisted", Boolean.toString(BLACK_DOMAINS.contains(name)));
        if (own.equals("own") && known != null) {
            found.put(at + "siteLicence", known.licence());
        }
    }

    /** What was taken in the mini program; the same codes are seeded in the sandbox. */
    static Input capture(String caseId, String code) {
        return switch (code) {
            case "202611230000000011" ->
                    new Input.CaptureImported(
                            caseId,
                            List.of(
                                    taken("photo.licence", 1),
                                    taken("photo.idFront", 2),
                                    taken("photo.idBack", 3),
                                    taken("site.*.photo.verify", 4)),
                            List.of());
            case "20261123BAD0000022" ->
                    new Input.CaptureImported(
                            caseId,
                            List.of(taken("photo.idFront", 2), taken("photo.idBack", 3)),
                            List.of(
                                    new Input.NotCaptured(
                                            "photo.licence", "photo.broken", Map.of())));
            case "202611230000000033" -> new Input.CaptureUnknown(caseId, "used");
            case "202611230000000044" -> new Input.CaptureUnknown(caseId, "expired");
            case "110101199003070011" ->
                    new Input.CaptureImported(
                            caseId, List.of(taken("photo.licence", 1)), List.of());
            default -> new Input.CaptureUnknown(caseId, "unknown");
        };
    }

    private static Input.Captured taken(String slot, int picture) {
        return new Input.Captured(slot, String.format("ca%062x", picture), List.of());
    }

    private static Map<String, String> greens() {
        return Map.ofEntries(
                Map.entry("sponsor.name", "北京青禾示例科技有限公司"),
                Map.entry("sponsor.certAddress", "北京市朝阳区示例路1号院2号楼301室"),
                Map.entry("sponsor.address", "北京市朝阳区示例路1号院2号楼301室"),
                Map.entry("sponsor.investor", "李样本"),
                Map.entry("sponsor.certValid", "长期"),
                Map.entry("sponsor.person.name", "李样本"),
                Map.entry("sponsor.person.certNo", "110105198501010012"),
                Map.entry("sponsor.person.certValid", "2036-05-20"),
                Map.entry("sponsor.person.mobile", "13800000101"),
                Map.entry("sponsor.person.emergency", "13900000101"),
                Map.entry("sponsor.person.email", "lixi@beian-demo-a1.cn"));
    }

    private static Map<String, String> clouds() {
        return Map.ofEntries(
                Map.entry("sponsor.name", "上海云栖示例文化传媒有限公司"),
                Map.entry("sponsor.certAddress", "上海市浦东新区样本路88号"),
                Map.entry("sponsor.address", "上海市浦东新区样本路88号12层"),
                Map.entry("sponsor.investor", "吴样本"),
                Map.entry("sponsor.certValid", "长期"),
                Map.entry("sponsor.person.name", "吴样本"),
                Map.entry("sponsor.person.certNo", "310115198802020038"),
                Map.entry("sponsor.person.certValid", "2034-11-30"),
                Map.entry("sponsor.person.mobile", "13500000709"),
                Map.entry("sponsor.person.emergency", "13400000709"),
                Map.entry("sponsor.person.email", "wu@beian-demo-f1.cn"));
    }
}
