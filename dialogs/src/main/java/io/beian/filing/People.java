package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.Email;
import io.beian.value.Landline;
import io.beian.value.Mobile;
import io.beian.value.PersonName;
import io.beian.value.ResidentId;
import io.beian.value.ValidUntil;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** The questions about a responsible person: 主体负责人 and 网站负责人. */
final class People {

    /** Masks read a number without regard to the day it is looked at. */
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    /** A paper that runs out sooner is often sent back. */
    static final int MONTHS_LEFT = 3;

    static final int ADULT = 18;

    /** A longer investor is a company, not a person. */
    private static final int LONGEST_OFFERED = 4;

    private final String owner;
    private final String called;
    private final Predicate<Scope> asked;

    private People(String owner, String called, Predicate<Scope> asked) {
        this.owner = owner;
        this.called = called;
        this.asked = asked;
    }

    static Question<?>[] ofSponsor() {
        return questions("sponsor.person", "主体负责人", scope -> true);
    }

    static Question<?>[] questions(String owner, String called, Predicate<Scope> asked) {
        People people = new People(owner, called, asked);
        return new Question<?>[] {
            people.name(),
            people.certNo(),
            people.certValid(),
            people.mobile(),
            people.emergency(),
            people.email()
        };
    }

    static Key<String> name(String owner) {
        return Keys.masked(owner + ".name", PersonName::check);
    }

    static Key<String> certNo(String owner) {
        return Keys.masked(owner + ".certNo", raw -> ResidentId.check(raw, ANY_DAY));
    }

    static Key<String> mobile(String owner) {
        return Keys.masked(owner + ".mobile", Mobile::check);
    }

    static Key<String> emergency(String owner) {
        return Keys.masked(
                owner + ".emergency",
                raw ->
                        Mobile.check(raw)
                                .<io.beian.value.Checked<?>>fold(
                                        mobile -> Mobile.check(raw), flaw -> Landline.check(raw)));
    }

    static Key<String> email(String owner) {
        return Keys.masked(owner + ".email", Email::check);
    }

    private Question<String> name() {
        Parser parser =
                Parsers.value(
                        "name",
                        (raw, scope) -> PersonName.check(raw),
                        PersonName::text,
                        (name, scope) -> name.fitsGbk() ? List.of() : List.of(Advice.of("gbk")));
        return Question.ask(name(owner), Sensitivity.PERSONAL, parser)
                .when(asked)
                .suggesting(this::legalPerson)
                .named(called + "姓名", "姓名", "负责人", "负责人姓名", "联系人")
                .takes("王样张", "阿依古丽·样张")
                .refuses("name.letters", "王123");
    }

    /** The sponsor's responsible person mostly is who was named as investor just before. */
    private List<String> legalPerson(Scope scope) {
        return owner.equals("sponsor.person")
                ? scope
                        .text(Keys.INVESTOR)
                        .filter(name -> name.length() <= LONGEST_OFFERED)
                        .stream()
                        .toList()
                : List.of();
    }

    private Question<String> certNo() {
        Parser parser =
                Parsers.value(
                        "id",
                        (raw, scope) -> ResidentId.check(raw, scope.today()),
                        ResidentId::text,
                        (id, scope) ->
                                id.ageAt(scope.today()) < ADULT
                                        ? List.of(Advice.of("underage"))
                                        : List.of());
        return Question.ask(certNo(owner), Sensitivity.SENSITIVE, parser)
                .when(asked)
                .named(called + "身份证号", "身份证号", "身份证", "身份证号码", "证件号")
                .takes("110101199003070011", "32010219780829123X")
                .refuses("id.checkDigit", "110101199003070012")
                .refuses("id.length", "11010119900307001")
                .being(Trait.SELF_EVIDENT);
    }

    private Question<String> certValid() {
        return Question.ask(
                        Keys.person(owner, "certValid"),
                        Sensitivity.PERSONAL,
                        validity("valid", "idExpiresSoon"))
                .when(asked)
                .suggesting(scope -> List.of("长期"))
                .named(called + "身份证有效期", "身份证有效期")
                .takes("2039-11-30", "长期")
                .refuses("valid.format", "好久以后")
                .refuses("valid.expired", "2001-01-01");
    }

    /** A last day of validity, with advice when it is near. */
    static Parser validity(String prefix, String advice) {
        return Parsers.value(
                prefix,
                (raw, scope) -> ValidUntil.check(raw, scope.today()),
                ValidUntil::text,
                (valid, scope) ->
                        valid.expiresWithin(MONTHS_LEFT, scope.today())
                                ? List.of(Advice.of(advice))
                                : List.of());
    }

    private Question<String> mobile() {
        Parser parser =
                Parsers.value(
                        "mobile",
                        (raw, scope) -> Mobile.check(raw),
                        Mobile::text,
                        (mobile, scope) ->
                                mobile.mayMissVerificationSms()
                                        ? List.of(Advice.of("virtualOperator"))
                                        : List.of());
        return Question.ask(mobile(owner), Sensitivity.PERSONAL, parser)
                .when(asked)
                .named(called + "手机号", "手机", "手机号", "手机号码", "电话", "联系电话")
                .takes("13800138000")
                .refuses("mobile.length", "1380013800")
                .refuses("mobile.segment", "12800138000")
                .being(Trait.SELF_EVIDENT);
    }

    private Question<String> emergency() {
        Key<String> mobile = Keys.person(owner, "mobile");
        Parser parser =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                ? emergency(typed.text(), scope, mobile)
                                : new Parsed.NotMine();
        return Question.ask(emergency(owner), Sensitivity.PERSONAL, parser)
                .when(asked)
                .named(called + "应急电话", "应急电话", "应急联系电话", "备用电话")
                .takes("13900139000", "010-87654321")
                .refuses("emergency.phone", "12345")
                .being();
    }

    private static Parsed emergency(String raw, Scope scope, Key<String> own) {
        String text =
                Mobile.check(raw)
                        .<String>fold(
                                Mobile::text,
                                flaw -> Landline.check(raw).<String>fold(Landline::text, f -> ""));
        if (text.isEmpty()) {
            return new Parsed.Refused("emergency.phone");
        }
        return scope.is(own, text)
                ? new Parsed.Refused("emergency.same")
                : new Parsed.Accepted(text);
    }

    private Question<String> email() {
        return Question.ask(
                        email(owner),
                        Sensitivity.PERSONAL,
                        Parsers.value("email", Email::check, Email::text))
                .when(asked)
                .named(called + "邮箱", "邮箱", "电子邮箱", "电子邮件", "邮件", "email", "Email")
                .takes("zhang@example.com")
                .refuses("email.at", "zhang.example.com")
                .being(Trait.SELF_EVIDENT);
    }
}
