package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Kind;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.Domain;
import io.beian.value.SiteAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The questions that settle what kind of filing it is, beside those of the sponsor's identity. */
final class MatchForm {

    /** Asked only of a sponsor of ours, before filed data are shown to anybody. */
    static final Key<String> PROOF_NEEDED = Key.text("match.proofNeeded");

    private MatchForm() {}

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
                        (address, scope) -> domainAdvice(address));
        Parser domainsOnly =
                (answer, scope) ->
                        parser.parse(answer, scope)
                                .<Parsed>fold(
                                        ok ->
                                                ok.text().matches("[0-9.]+")
                                                        ? new Parsed.Refused("domain.address")
                                                        : unlessTwice(ok, scope),
                                        refused -> refused,
                                        notMine -> notMine);
        return Question.ask(Keys.DOMAIN, Sensitivity.OPEN, domainsOnly)
                .named("域名", "网址", "网站域名")
                .takes("example.com", "例子.中国")
                .refuses("domain.www", "www.example.com")
                .refuses("domain.subdomain", "shop.example.com.cn")
                .being(Trait.FROZEN, Trait.SELF_EVIDENT, Trait.OPENS_RECORDS);
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

    private static List<Advice> domainAdvice(SiteAddress address) {
        return address instanceof Domain domain && domain.mayLackApproval()
                ? List.of(Advice.of("topLevel"))
                : List.of();
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
                .when(scope -> scope.text(PROOF_NEEDED).isPresent())
                .named("身份证后六位")
                .takes("070011")
                .refuses("proof.format", "12345")
                .being(Trait.INTERNAL, Trait.OPTIONAL, Trait.FROZEN);
    }
}
