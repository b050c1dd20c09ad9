package io.beian.talk;

import io.beian.dialogue.FiledUnit;
import io.beian.dialogue.Input;
import io.beian.dialogue.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is filed in the fake world; the reference backend of the sandbox is seeded alike. */
final class Seeds {

    /** Filed through us. */
    static final String OURS = "91110105MA10ABCD66";

    /** Filed through another provider. */
    static final String ELSEWHERE = "91440300MA5E6F7G8G";

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

    static Map<String, String> none() {
        return Map.of(
                "match.sponsorLicence", "",
                "match.ours", "false",
                "match.sponsorProvince", "",
                "match.sites", "0",
                "match.domainFiled", "none",
                "match.domainAccess", "false",
                "match.openOrder", "none",
                "match.blacklisted", "",
                "match.proof", "none");
    }

    static Map<String, String> sponsor(String certNo) {
        return switch (certNo) {
            case OURS ->
                    Map.of(
                            "match.sponsorLicence", "京ICP备2023000101号",
                            "match.ours", "true",
                            "match.sponsorProvince", "110000",
                            "match.sites", "1");
            case ELSEWHERE ->
                    Map.of(
                            "match.sponsorLicence", "粤ICP备2022000202号",
                            "match.sponsorProvince", "440000",
                            "match.sites", "2");
            default -> Map.of();
        };
    }

    static Map<String, String> domain(String domain) {
        return domain.equals("beian-demo-b1.cn") ? Map.of("match.domainFiled", "other") : Map.of();
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

    static String proof(Optional<String> typed) {
        return typed.map(proof -> proof.equals("010012") ? "given" : "wrong").orElse("needed");
    }

    static Map<String, String> filed() {
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
}
