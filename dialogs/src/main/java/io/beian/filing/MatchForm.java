package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Key;
import io.beian.form.Kind;
import io.beian.form.Option;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.Domain;
import io.beian.value.SiteAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The questions that settle what kind of filing it is, beside those of the sponsor's identity. */
final class MatchForm {

    /** Asked only of a sponsor of ours, before filed data are shown to anybody. */
    static final Key<String> PROOF_NEEDED = Key.text("match.proofNeeded");

    /** Asked only where an old certificate can matter. */
    static final Key<String> OLD_WANTED = Key.text("match.oldWanted");

    /** Asked only of a sponsor that has a number and no site. */
    static final Key<String> SHELL_WANTED = Key.text("match.shellWanted");

    static final String YES = "yes";
    static final String NO = "no";
    static final String UNSURE = "unsure";

    private static final List<Option> FILED_BEFORE =
            List.of(
                    new Option(NO, "没有", "没有备过", "没备过", "没", "从来没有", "否", "无"),
                    new Option(YES, "备过", "备案过", "有", "是", "是的", "有过"),
                    new Option(UNSURE, "不确定", "不知道", "不清楚", "忘了", "可能"));

    private static final List<Option> BUREAU_AGREED =
            List.of(
                    new Option(YES, "管局同意了", "同意", "同意了", "可以直接新增", "是", "继续办"),
                    new Option(NO, "还没有", "没有", "没问过", "不同意", "否"));

    private MatchForm() {}

    /** A question about a sponsor falls with the answers that name the sponsor. */
    private static boolean wanted(Facts facts, Key<String> key, String... since) {
        Optional<Long> asked = facts.at(key.id()).map(Fact::turn);
        return asked.isPresent()
                && Stream.concat(
                                Stream.of(Keys.CERT_NO.id(), Keys.CERT_TYPE.id(), Keys.NATURE.id()),
                                Stream.of(since))
                        .flatMap(path -> facts.at(path).stream())
                        .allMatch(fact -> fact.turn() <= asked.get());
    }

    static boolean proofWanted(Facts facts) {
        return wanted(facts, PROOF_NEEDED, Keys.OLD_CERT_NO.id());
    }

    static boolean shellWanted(Facts facts) {
        return wanted(facts, SHELL_WANTED, Keys.OLD_CERT_NO.id(), Keys.PROVINCE.id());
    }

    /** While it is not answered it falls with the domain it was asked for, too. */
    static boolean oldWanted(Facts facts) {
        String[] domains =
                MatchKey.domains(facts).stream().map(Findings.Asked::path).toArray(String[]::new);
        return facts.at(Keys.OLD.id()).isPresent()
                ? wanted(facts, OLD_WANTED)
                : wanted(facts, OLD_WANTED, domains);
    }

    private static boolean oldGiven(Scope scope) {
        return oldWanted(scope.facts()) && scope.is(Keys.OLD, YES);
    }

    static Question<?>[] old() {
        return new Question<?>[] {filedBefore(), oldCertType(), oldCertNo()};
    }

    private static Question<String> filedBefore() {
        return Question.ask(Keys.OLD, Sensitivity.OPEN, Parsers.oneOf(FILED_BEFORE))
                .when(scope -> oldWanted(scope.facts()))
                .offering(FILED_BEFORE)
                .named("以前备过案吗")
                .takes("没有", "不确定")
                .refuses("option", "大概三年前")
                .being(Trait.INTERNAL, Trait.FROZEN);
    }

    private static Question<String> oldCertType() {
        Parser parser =
                (answer, scope) ->
                        Parsers.oneOf(OldCertificates.types(scope.facts())).parse(answer, scope);
        return Question.ask(Keys.OLD_CERT_TYPE, Sensitivity.OPEN, parser)
                .when(scope -> oldGiven(scope) && OldCertificates.types(scope.facts()).size() > 1)
                .offering(OldCertificates.allTypes(), scope -> OldCertificates.types(scope.facts()))
                .named("旧证件类型")
                .takes("组织机构代码")
                .refuses("option", "税务登记证")
                .being(Trait.INTERNAL, Trait.FROZEN);
    }

    private static Question<String> oldCertNo() {
        return Question.ask(Keys.OLD_CERT_NO, Sensitivity.SENSITIVE, OldCertificates.parser())
                .when(MatchForm::oldGiven)
                .masking(
                        (text, scope) ->
                                new Situation(scope).individual() ? Certificates.mask(text) : text)
                .suggesting(OldCertificates::offered)
                .named("旧证件号码")
                .takes("110108000000016", "74561238-6")
                .refuses("old.length", "12345")
                .being(Trait.INTERNAL, Trait.OPTIONAL, Trait.FROZEN);
    }

    static Question<String> shell() {
        return Question.ask(Keys.SHELL, Sensitivity.OPEN, Parsers.oneOf(BUREAU_AGREED))
                .when(scope -> shellWanted(scope.facts()))
                .offering(BUREAU_AGREED)
                .named("管局是否同意")
                .takes("管局同意了")
                .refuses("option", "再看看")
                .being(Trait.INTERNAL, Trait.FROZEN);
    }

    static Question<String> consent() {
        Parser choice = Parsers.oneOf(Tables.CONSENT);
        Parser parser =
                (answer, scope) ->
                        choice.parse(answer, scope)
                                .<Parsed>fold(
                                        yes ->
                                                yes.text().equals("no")
                                                        ? new Parsed.Refused("consent.declined")
                                                        : yes,
                                        refused -> new Parsed.Refused("consent.needed"),
                                        notMine -> notMine);
        return Question.ask(Keys.CONSENT, Sensitivity.OPEN, parser)
                .offering(Tables.CONSENT)
                .named("隐私说明")
                .takes("同意并开始")
                .refuses("consent.declined", "不同意")
                .refuses("consent.needed", "北京")
                .being(Trait.INTERNAL);
    }

    static Question<String> domain() {
        Parser parser =
                Parsers.value(
                        "domain",
                        (raw, scope) -> SiteAddress.check(raw),
                        SiteAddress::text,
                        MatchForm::domainAdvice);
        Parser once =
                (answer, scope) ->
                        parser.parse(answer, scope)
                                .<Parsed>fold(
                                        ok -> unlessTwice(ok, scope),
                                        MatchForm::withBoth,
                                        notMine -> notMine);
        return Question.ask(Keys.DOMAIN, Sensitivity.OPEN, once)
                .hinting(MatchForm::domainHints)
                .named("域名", "网址", "网站域名")
                .takes("example.com", "例子.中国", "36.111.0.1")
                .refuses("domain.www", "www.example.com")
                .refuses("domain.subdomain", "shop.example.com.cn")
                .being(Trait.FROZEN, Trait.SELF_EVIDENT, Trait.OPENS_RECORDS);
    }

    /** Where a domain can be read in two ways, both are offered. */
    private static Parsed.Refused withBoth(Parsed.Refused refused) {
        List<String> offers =
                Stream.concat(
                                refused.offers().stream(),
                                Stream.ofNullable(refused.args().get("also")))
                        .distinct()
                        .toList();
        return new Parsed.Refused(refused.code(), refused.args(), offers);
    }

    /** 一个网站一个域名: the sites of one order have different ones. */
    private static Parsed unlessTwice(Parsed.Accepted domain, Scope scope) {
        List<String> sites = scope.facts().instances(Keys.SITE);
        return sites.stream()
                .filter(site -> scope.instance().filter(site::equals).isEmpty())
                .filter(
                        site ->
                                scope.facts()
                                        .text(Keys.DOMAIN.path(Optional.of(site)))
                                        .filter(domain.text()::equals)
                                        .isPresent())
                .findFirst()
                .<Parsed>map(site -> twice(domain.text(), sites.indexOf(site) + 1))
                .orElse(domain);
    }

    private static Parsed.Refused twice(String domain, int site) {
        Map<String, String> args = Map.of("given", domain, "number", Integer.toString(site));
        return new Parsed.Refused("domain.twice", args, Optional.empty());
    }

    /** What the province says about domains, told with the first of them. */
    private static List<Advice> domainHints(Scope scope) {
        Situation now = new Situation(scope);
        return now.earlier().isEmpty()
                ? Stream.of("domainOwner", "topLevelNotTaken")
                        .flatMap(rule -> now.hint(rule).stream())
                        .toList()
                : List.of();
    }

    /** An address instead of a domain is for leased lines (专线); .gov.cn is for the government. */
    private static List<Advice> domainAdvice(SiteAddress address, Scope scope) {
        if (!(address instanceof Domain domain)) {
            return List.of(Advice.of("siteIp"));
        }
        List<Advice> advice = new ArrayList<>();
        if (domain.isGovernment() && !scope.is(Keys.NATURE, "2")) {
            advice.add(Advice.of("governmentDomain"));
        }
        if (domain.mayLackApproval()) {
            advice.add(Advice.of("topLevel"));
        }
        return List.copyOf(advice);
    }

    static Question<String> proof() {
        Parser parser =
                (answer, scope) -> {
                    if (!(answer instanceof Answer.Text typed)) {
                        return new Parsed.NotMine();
                    }
                    String text = Parsers.plain(typed.text()).toUpperCase(Locale.ROOT);
                    return text.matches("[0-9]{5}[0-9X]")
                            ? new Parsed.Accepted(text)
                            : new Parsed.Refused("proof.format");
                };
        Key<String> hidden = new Key<>(Keys.PROOF.id(), new Kind<>(text -> text, text -> "******"));
        return Question.ask(hidden, Sensitivity.SENSITIVE, parser)
                .when(scope -> proofWanted(scope.facts()))
                .named("身份证后六位")
                .takes("070011")
                .refuses("proof.format", "12345")
                .being(Trait.INTERNAL, Trait.OPTIONAL, Trait.FROZEN);
    }
}
