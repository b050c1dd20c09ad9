package io.beian.talk;

import java.util.Map;
import java.util.Optional;

/** What is filed in the fake world; the reference backend of the sandbox is seeded alike. */
final class Seeds {

    /** Filed through us. */
    static final String OURS = "91440300123456788M";

    /** Filed through another provider. */
    static final String ELSEWHERE = "91350100M000100Y43";

    private Seeds() {}

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
                            "match.sponsorLicence", "粤ICP备2024000011号",
                            "match.ours", "true",
                            "match.sponsorProvince", "440000",
                            "match.sites", "1");
            case ELSEWHERE ->
                    Map.of(
                            "match.sponsorLicence", "闽ICP备2023000022号",
                            "match.sponsorProvince", "350000",
                            "match.sites", "2");
            default -> Map.of();
        };
    }

    static Map<String, String> domain(String domain) {
        return domain.equals("taken-example.com") ? Map.of("match.domainFiled", "other") : Map.of();
    }

    static String proof(Optional<String> typed) {
        return typed.map(proof -> proof.equals("30004X") ? "given" : "wrong").orElse("needed");
    }

    static Map<String, String> filed() {
        return Map.of(
                "sponsor.name", "深圳样张贸易有限公司",
                "sponsor.certAddress", "广东省深圳市南山区样张大道8号9栋10层1001室",
                "sponsor.address", "广东省深圳市南山区样张大道8号9栋10层1001室",
                "sponsor.investor", "李样张",
                "sponsor.certValid", "长期",
                "sponsor.person.name", "李样张",
                "sponsor.person.certNo", "44030519951130004X",
                "sponsor.person.mobile", "13700137000",
                "sponsor.person.email", "li@example.com");
    }
}
