package io.beian.filing;

import io.beian.form.Key;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The picture slots of an order (材料): which are wanted follows from nature, people, sites and
 * province (icp-filing §5.1). Papers that only some provinces want may be passed over.
 */
final class Materials {

    private static final Function<Scope, Map<String, String>> WORDS =
            scope -> Map.of("certificate", new Situation(scope).certificateName());

    private Materials() {}

    static Question<?>[] ofSponsor() {
        return new Question<?>[] {
            licence(),
            photo("photo.idFront", "主体负责人证件人像面", "主体负责人身份证人像面", "身份证人像面", "身份证正面")
                    .speaking(scope -> card(scope, Situation.PRINCIPAL), Materials::principal),
            photo("photo.idBack", "主体负责人证件国徽面", "主体负责人身份证国徽面", "身份证国徽面", "身份证反面")
                    .when(scope -> new Situation(scope).twoSided(Situation.PRINCIPAL))
                    .speaking(scope -> card(scope, Situation.PRINCIPAL), Materials::principal),
            photo("photo.authorization", "主体负责人授权书").when(scope -> new Situation(scope).agent()),
            paper("photo.residence", "residencePermit", "居住证").when(Materials::residenceWanted),
            paper("photo.commitment", "commitment", "承诺书", "备案承诺书"),
            paper("photo.partyProof", "partyProof", "党建证明"),
            paper("photo.governmentForm", "governmentForm", "网站开办审核表"),
            supplement("photo.extra", "主体补充材料", "单位补充材料")
        };
    }

    private static Question<String> licence() {
        return photo("photo.licence", "主办单位证件", "营业执照", "执照照片", "登记证书")
                .when(scope -> new Situation(scope).unit())
                .hinting(
                        scope -> {
                            Situation now = new Situation(scope);
                            return List.of(now.hint("paperLicence"), now.hint("licenceSeal"))
                                    .stream()
                                    .flatMap(List::stream)
                                    .toList();
                        })
                .speaking(
                        scope ->
                                Tables.COMPANIES.contains(new Situation(scope).nature())
                                        ? ""
                                        : "unit",
                        WORDS);
    }

    private static boolean residenceWanted(Scope scope) {
        Situation now = new Situation(scope);
        return now.asks("residencePermit") && now.cardFromElsewhere();
    }

    static Question<?>[] ofSite() {
        Predicate<Scope> newPerson = scope -> new Situation(scope).newPerson();
        return new Question<?>[] {
            photo("site.*.photo.approval", "前置审批文件", "批文")
                    .when(scope -> new Situation(scope).approvalNeeded()),
            photo("site.*.photo.idFront", "网站负责人证件人像面", "网站负责人身份证人像面")
                    .when(newPerson)
                    .speaking(scope -> card(scope, own(scope)), Materials::siteWords),
            photo("site.*.photo.idBack", "网站负责人证件国徽面", "网站负责人身份证国徽面")
                    .when(newPerson.and(scope -> new Situation(scope).twoSided(own(scope))))
                    .speaking(scope -> card(scope, own(scope)), Materials::siteWords),
            paper("site.*.photo.authorization", "siteAuthorization", "网站负责人授权书")
                    .when(newPerson.and(scope -> new Situation(scope).asks("siteAuthorization"))),
            paper("site.*.photo.domainCert", "domainCertificate", "域名证书"),
            paper("site.*.photo.plan", "sitePlan", "网站建设方案书", "方案书")
                    .when(
                            scope ->
                                    new Situation(scope).planNeeded()
                                            && new Situation(scope).earlier().isEmpty()),
            photo("site.*.photo.verify", "核验照", "核验照片", "网站负责人照片")
                    .when(scope -> new Situation(scope).firstOfPerson()),
            supplement("site.*.photo.extra", "网站补充材料")
        };
    }

    private static String own(Scope scope) {
        return scope.instance().map(site -> "site." + site + ".person").orElse("");
    }

    private static String card(Scope scope, String person) {
        return new Situation(scope).personCertificate(person).equals(Tables.RESIDENT_CARD)
                ? ""
                : "card";
    }

    private static Map<String, String> principal(Scope scope) {
        return words(scope, Situation.PRINCIPAL);
    }

    private static Map<String, String> siteWords(Scope scope) {
        return words(scope, own(scope));
    }

    private static Map<String, String> words(Scope scope, String person) {
        String code = new Situation(scope).personCertificate(person);
        return Map.of("certificate", Tables.CERTIFICATES.label(code));
    }

    private static Question<String> photo(String id, String... names) {
        return Question.ask(Key.text(id), Sensitivity.SENSITIVE, Parsers.picture())
                .named(names)
                .being(Trait.PICTURE);
    }

    /** A paper some provinces want: asked where the rule holds, and it may be passed over. */
    private static Question<String> paper(String id, String rule, String... names) {
        return photo(id, names)
                .when(scope -> new Situation(scope).asks(rule))
                .being(Trait.OPTIONAL)
                .speaking(
                        scope -> "",
                        scope -> Map.of("province", new Situation(scope).provinceName()));
    }

    /** Takes what does not fit elsewhere; never asked for. */
    private static Question<String> supplement(String id, String... names) {
        return photo(id, names).being(Trait.OPTIONAL, Trait.ON_REQUEST, Trait.SUPPLEMENT);
    }
}
