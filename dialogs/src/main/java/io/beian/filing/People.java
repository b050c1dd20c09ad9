package io.beian.filing;

import io.beian.form.Option;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.Email;
import io.beian.value.Landline;
import io.beian.value.Mobile;
import io.beian.value.PersonName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The questions about a responsible person: 主体负责人 and 网站负责人. */
final class People {

    /** A paper that runs out sooner is often sent back, if the province says nothing else. */
    static final int MONTHS_LEFT = 3;

    /** A longer investor is a company, not a person. */
    private static final int LONGEST_OFFERED = 4;

    private static final List<Option> CARDS =
            Certificates.ofPeople().stream()
                    .flatMap(code -> Tables.CERTIFICATES.row(code).stream())
                    .map(CodeTable.Row::option)
                    .toList();

    private final String owner;
    private final String called;
    private final Predicate<Scope> asked;
    private final Predicate<Scope> named;

    /**
     * Questions about one person.
     *
     * @param asked whether this person is asked about at all
     * @param named whether name and certificate are asked; an individual sponsor gave them already
     */
    private People(String owner, String called, Predicate<Scope> asked, Predicate<Scope> named) {
        this.owner = owner;
        this.called = called;
        this.asked = asked;
        this.named = named;
    }

    static Question<?>[] ofSponsor() {
        Predicate<Scope> unit = scope -> new Situation(scope).unit();
        People people = new People(Situation.PRINCIPAL, "主体负责人", scope -> true, unit);
        return new Question<?>[] {
            people.name(),
            people.legal(),
            people.certType(),
            people.certNo(),
            people.certValid(),
            people.mobile(),
            people.emergency(),
            people.tel(),
            people.email(),
            people.messenger()
        };
    }

    static List<Question<?>> ofSite() {
        Predicate<Scope> other = scope -> new Situation(scope).newPerson();
        People people = new People("site.*.person", "网站负责人", other, other);
        return List.of(
                people.name(),
                people.certType(),
                people.certNo(),
                people.certValid(),
                people.mobile(),
                people.emergency(),
                people.tel().being(Trait.ON_REQUEST),
                people.email(),
                people.messenger());
    }

    private Question<String> legal() {
        return Question.ask(Keys.LEGAL, Sensitivity.OPEN, Parsers.oneOf(Tables.LEGAL_PERSON))
                .when(named)
                .offering(Tables.LEGAL_PERSON)
                .unlessSaid(this::investorHimself)
                .hinting(scope -> new Situation(scope).hint("principalLegal"))
                .named("主体负责人身份", "是否法定代表人")
                .takes("是法定代表人", "不是法定代表人")
                .refuses("option", "也许");
    }

    /** The investor of a company that is a person is its legal representative. */
    private Optional<String> investorHimself(Scope scope) {
        return scope.text(Keys.person(owner, "name"))
                .filter(name -> scope.is(Keys.INVESTOR, name))
                .map(name -> Tables.YES);
    }

    private Question<String> name() {
        return Question.ask(
                        Keys.masked(owner + ".name", PersonName::check),
                        Sensitivity.PERSONAL,
                        Names::person)
                .when(named)
                .suggesting(this::legalPerson)
                .named(called + "姓名", "姓名", "负责人", "负责人姓名", "联系人")
                .takes("王样张", "阿依古丽·样张", "John Sample")
                .refuses("name.letters", "王123")
                .refuses("name.title", "王先生")
                .refuses("name.empty", "，");
    }

    /** Who was named as investor just before mostly is the legal representative. */
    private List<String> legalPerson(Scope scope) {
        boolean principal = owner.equals(Situation.PRINCIPAL);
        return scope.text(Keys.INVESTOR).filter(name -> principal && isPerson(name)).stream()
                .toList();
    }

    private static boolean isPerson(String name) {
        boolean usual = PersonName.check(name).fold(PersonName::usual, flaw -> false);
        return usual || name.length() <= LONGEST_OFFERED;
    }

    private String card(Scope scope) {
        return new Situation(scope).personCertificate(owner(scope));
    }

    /** The person's path: {@code sponsor.person}, {@code site.s1.person}. */
    private String owner(Scope scope) {
        return scope.instance().map(site -> owner.replace("*", site)).orElse(owner);
    }

    private Question<String> certType() {
        return Question.ask(Keys.person(owner, "certType"), Sensitivity.OPEN, Parsers.oneOf(CARDS))
                .when(named)
                .offering(CARDS)
                .unlessSaid(scope -> Optional.of(Tables.RESIDENT_CARD))
                .named(called + "证件类型")
                .takes("居民身份证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "护照")
                .refuses("option", "驾驶证");
    }

    private Question<String> certNo() {
        Parser parser =
                new PersonCards(Keys.person(owner, "certType"), called + "证件类型", this::card)
                        .number();
        return Question.ask(Keys.person(owner, "certNo"), Sensitivity.SENSITIVE, parser)
                .when(named)
                .masking((text, scope) -> Certificates.mask(text))
                .speaking(this::variant, this::words)
                .named(called + "证件号码", called + "身份证号", "身份证", "身份证号", "身份证号码")
                .takes(
                        "110101199003070011",
                        "310105198506122221",
                        "H12345678",
                        "12345678",
                        "810000199010100016",
                        "830000198505050013",
                        "E12345678",
                        "91112419811002001X",
                        "AB1234567")
                .refuses("id.checkDigit", "110101199003070012")
                .refuses("id.length", "11010119900307001")
                .refuses("id.old15", "110101900307001")
                .being(Trait.SELF_EVIDENT);
    }

    private String variant(Scope scope) {
        return card(scope).equals(Tables.RESIDENT_CARD) ? "" : "card";
    }

    private Map<String, String> words(Scope scope) {
        return Map.of("certificate", Tables.CERTIFICATES.label(card(scope)));
    }

    private Question<String> certValid() {
        return Question.ask(
                        Keys.person(owner, "certValid"),
                        Sensitivity.PERSONAL,
                        Validity.ofCard("idExpiresSoon"))
                .when(named)
                .speaking(this::variant, this::words)
                .suggesting(scope -> List.of("长期"))
                .named(called + "证件有效期", called + "身份证有效期", "身份证有效期")
                .takes("2039-11-30", "长期")
                .refuses("valid.format", "好久以后")
                .refuses("valid.cardBegins", "2001-01-01")
                .refuses("valid.expired", "有效期至2001-01-01");
    }

    /** So many months a paper should still hold where the sponsor is. */
    static int months(Scope scope) {
        return new Situation(scope)
                .rule("licenceMonths")
                .map(rule -> Integer.parseInt(rule.value()))
                .orElse(MONTHS_LEFT);
    }

    private Question<String> mobile() {
        return Question.ask(
                        Keys.masked(owner + ".mobile", Mobile::check),
                        Sensitivity.PERSONAL,
                        Phones.mobile())
                .when(asked)
                .hinting(scope -> new Situation(scope).hint("localMobile"))
                .named(called + "手机号", "手机", "手机号", "手机号码", "电话", "联系电话")
                .takes("13800138000", "13912345678")
                .refuses("mobile.length", "1380013800")
                .refuses("mobile.segment", "12800138000")
                .refuses("mobile.landline", "010-87654321")
                .being(Trait.SELF_EVIDENT);
    }

    private Question<String> emergency() {
        return Question.ask(
                        Keys.masked(owner + ".emergency", Phones::any),
                        Sensitivity.PERSONAL,
                        Phones.emergency(Keys.person(owner, "mobile")))
                .when(asked)
                .named(called + "应急电话", "应急电话", "应急联系电话", "备用电话")
                .takes("13900139000", "010-87654321")
                .refuses("emergency.phone", "找前台")
                .refuses("emergency.service", "12345");
    }

    private Question<String> tel() {
        Predicate<Scope> office = scope -> asked.test(scope) && new Situation(scope).unit();
        return Question.ask(
                        Keys.masked(owner + ".tel", Landline::check),
                        Sensitivity.PERSONAL,
                        Phones.tel())
                .when(office)
                .hinting(scope -> new Situation(scope).hint("officePhone"))
                .named(called + "办公电话", "办公电话", "座机", "固定电话")
                .takes("010-87654321", "020-87654321")
                .refuses("tel.areaCode", "87654321")
                .refuses("tel.area", "0300-8765432")
                .refuses("tel.start", "010-12345678")
                .being(Trait.OPTIONAL);
    }

    private Question<String> email() {
        return Question.ask(
                        Keys.masked(owner + ".email", Email::check),
                        Sensitivity.PERSONAL,
                        Parsers.value("email", Email::check, Email::text))
                .when(asked)
                .named(called + "邮箱", "邮箱", "电子邮箱", "电子邮件", "邮件", "email", "Email")
                .takes("zhang@example.com", "li@example.cn")
                .refuses("email.at", "zhang.example.com")
                .refuses("email.typo", "zhang@gmail.con")
                .being(Trait.SELF_EVIDENT);
    }

    /** QQ or WeChat: never asked, taken when given. */
    private Question<String> messenger() {
        Function<String, String> hidden = text -> text.substring(0, 1) + "****";
        return Question.ask(
                        Keys.person(owner, "messenger"),
                        Sensitivity.PERSONAL,
                        FreeTexts.messenger(Keys.person(owner, "mobile")))
                .when(asked)
                .masking((text, scope) -> hidden.apply(text))
                .named(called + "QQ或微信", "QQ", "微信", "微信号", "qq")
                .takes("10000001")
                .refuses("messenger.short", "微信1")
                .refuses("messenger.odd", "样张小店老板娘")
                .being(Trait.OPTIONAL, Trait.ON_REQUEST);
    }
}
