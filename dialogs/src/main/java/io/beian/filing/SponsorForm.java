package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.PersonName;
import io.beian.value.PostalAddress;
import io.beian.value.Province;
import io.beian.value.UnitName;
import java.util.List;

/** The questions about the sponsor (主办单位). */
final class SponsorForm {

    private SponsorForm() {}

    static Question<?>[] questions() {
        return new Question<?>[] {name(), certAddress(), address(), certValid(), investor()};
    }

    private static Question<String> name() {
        Parser parser =
                Parsers.value(
                        "unit",
                        (raw, scope) -> UnitName.check(raw),
                        UnitName::text,
                        (name, scope) -> name.fitsGbk() ? List.of() : List.of(Advice.of("gbk")));
        return Question.ask(Keys.NAME, Sensitivity.OPEN, parser)
                .named("单位名称", "公司名称", "主办单位名称", "企业名称", "公司", "名称")
                .takes("北京样张科技有限公司")
                .refuses("unit.noChinese", "Example Ltd");
    }

    private static Question<String> certAddress() {
        return Question.ask(Keys.CERT_ADDRESS, Sensitivity.OPEN, address(Keys.CERT_ADDRESS))
                .named("证件住所", "住所", "注册地址", "执照地址", "经营场所")
                .takes("北京市海淀区样张路1号2层201室")
                .refuses("address.noDetail", "北京市海淀区样张路上面");
    }

    private static Question<String> address() {
        Parser plain = address(Keys.ADDRESS);
        Parser parser =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                        && List.of("同证件住所", "同住所", "一样", "相同", "同上")
                                                .contains(Parsers.plain(typed.text()))
                                ? scope.text(Keys.CERT_ADDRESS)
                                        .<Parsed>map(Parsed.Accepted::new)
                                        .orElseGet(Parsed.NotMine::new)
                                : plain.parse(answer, scope);
        return Question.ask(Keys.ADDRESS, Sensitivity.OPEN, parser)
                .suggesting(scope -> List.of("同证件住所"))
                .named("通信地址", "通讯地址", "办公地址", "地址", "联系地址", "公司地址")
                .takes("北京市海淀区样张路1号2层201室", "同证件住所")
                .refuses("address.noDetail", "北京市海淀区样张路上面");
    }

    private static Parser address(Key<String> key) {
        return Parsers.value(
                "address",
                (raw, scope) -> PostalAddress.check(raw),
                PostalAddress::text,
                (address, scope) ->
                        otherProvince(address, scope)
                                ? List.of(Advice.of(key.id() + ".otherProvince"))
                                : List.of());
    }

    private static boolean otherProvince(PostalAddress address, Scope scope) {
        return Province.find(address.text())
                .map(Province::code)
                .filter(code -> scope.text(Keys.PROVINCE).filter(p -> !p.equals(code)).isPresent())
                .isPresent();
    }

    private static Question<String> certValid() {
        return Question.ask(
                        Keys.CERT_VALID,
                        Sensitivity.OPEN,
                        People.validity("valid", "licenceExpiresSoon"))
                .suggesting(scope -> List.of("长期"))
                .named("营业执照有效期", "执照有效期", "营业期限")
                .takes("长期", "2039-11-30")
                .refuses("valid.format", "好久以后")
                .refuses("valid.expired", "2001-01-01");
    }

    private static Question<String> investor() {
        Parser person = Parsers.value("name", PersonName::check, PersonName::text);
        Parser unit = Parsers.value("unit", UnitName::check, UnitName::text);
        Parser parser =
                (answer, scope) -> {
                    Parsed asPerson = person.parse(answer, scope);
                    return asPerson.accepted() ? asPerson : orUnit(asPerson, answer, scope, unit);
                };
        return Question.ask(Keys.INVESTOR, Sensitivity.OPEN, parser)
                .named("投资人", "法定代表人", "法人", "主管单位", "投资人或主管单位")
                .takes("王样张", "北京样张投资集团有限公司")
                .refuses("name.letters", "王123");
    }

    private static Parsed orUnit(Parsed asPerson, Answer answer, Scope scope, Parser unit) {
        Parsed asUnit = unit.parse(answer, scope);
        return asUnit.accepted() && ((Answer.Text) answer).text().strip().length() > 4
                ? asUnit
                : asPerson;
    }
}
