package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.Flaw;
import io.beian.value.PostalAddress;
import io.beian.value.Province;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The two addresses of the sponsor. The one of the certificate (证件住所) is what the certificate
 * prints, however coarse; the one for letters (通信地址) goes down to the house, or the remark says
 * that nothing finer exists (icp-filing §2.2).
 */
final class Addresses {

    /** What provinces want to read where an address names no house. */
    static final String SMALLEST = "通信地址已精确到最小单位";

    private static final List<String> SAME = List.of("同证件住所", "同住所", "同身份证地址", "一样", "相同", "同上");

    private Addresses() {}

    static Question<String> ofCertificate() {
        Parser parser = parser(Keys.CERT_ADDRESS, (address, scope) -> address.doubtAsPrinted());
        return Question.ask(Keys.CERT_ADDRESS, Sensitivity.PERSONAL, parser)
                .masking(Addresses::shown)
                .speaking(SponsorForm.WHO, SponsorForm.WORDS)
                .named("证件住所", "住所", "注册地址", "执照地址", "经营场所", "身份证地址")
                .takes("北京市海淀区样张路1号2层201室")
                .refuses("address.asPrinted", "北京市海淀区样张路上面")
                .refuses("address.unlike", "地址见上文所述内容");
    }

    static Question<String> ofCorrespondence() {
        Parser plain = parser(Keys.ADDRESS, Addresses::doubt);
        Parser parser =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                        && SAME.contains(Parsers.plain(typed.text()))
                                ? same(scope)
                                : plain.parse(answer, scope);
        return Question.ask(Keys.ADDRESS, Sensitivity.PERSONAL, parser)
                .masking(Addresses::shown)
                .speaking(SponsorForm.WHO, SponsorForm.WORDS)
                .hinting(scope -> new Situation(scope).hint("addressInCity"))
                .suggesting(scope -> List.of("同证件住所"))
                .named("通信地址", "通讯地址", "办公地址", "地址", "联系地址", "公司地址")
                .takes("北京市海淀区样张路1号2层201室", "同证件住所")
                .refuses("address.noDetail", "北京市海淀区样张路上面");
    }

    private static Parsed same(Scope scope) {
        return scope.text(Keys.CERT_ADDRESS)
                .<Parsed>map(
                        text ->
                                new Parsed.Accepted(
                                        text,
                                        coarse(text)
                                                ? List.of(Advice.of("sponsor.address.smallest"))
                                                : List.of()))
                .orElseGet(Parsed.NotMine::new);
    }

    /** What the certificate prints was asked for before. */
    private static Optional<Flaw> doubt(PostalAddress address, Scope scope) {
        return scope.text(Keys.CERT_ADDRESS).filter(address.text()::equals).isPresent()
                ? Optional.empty()
                : address.doubt();
    }

    /** The remark while the filer writes none. */
    static Optional<String> remark(Scope scope) {
        return scope.text(Keys.ADDRESS).filter(Addresses::coarse).map(text -> SMALLEST);
    }

    /** Whether the filer wrote a remark that leaves out what the address needs. */
    static boolean unexplained(Scope scope) {
        return remark(scope).isPresent()
                && scope.facts().at(Keys.SPONSOR_REMARK.id()).isPresent()
                && scope.text(Keys.SPONSOR_REMARK).filter(text -> text.contains("最小单位")).isEmpty();
    }

    private static boolean coarse(String text) {
        return PostalAddress.check(text).fold(address -> !address.isFine(), flaw -> false);
    }

    /** Where an individual lives is nobody else's business. */
    private static String shown(String text, Scope scope) {
        int shown = 6;
        return new Situation(scope).individual() && text.length() > shown
                ? text.substring(0, shown) + "****"
                : text;
    }

    private static Parser parser(
            Key<String> key, BiFunction<PostalAddress, Scope, Optional<Flaw>> doubts) {
        return Parsers.value(
                "address",
                (raw, scope) -> PostalAddress.check(raw),
                PostalAddress::text,
                (address, scope) -> advice(key, address, scope),
                doubts);
    }

    private static List<Advice> advice(Key<String> key, PostalAddress address, Scope scope) {
        Stream<Advice> elsewhere =
                otherProvince(address, scope)
                        ? Stream.of(Advice.of(key.id() + ".otherProvince"))
                        : Stream.empty();
        Stream<Advice> rare = address.fitsGbk() ? Stream.empty() : Stream.of(Advice.of("gbk"));
        return Stream.concat(elsewhere, rare).toList();
    }

    private static boolean otherProvince(PostalAddress address, Scope scope) {
        return Province.find(address.text())
                .map(Province::code)
                .filter(code -> scope.text(Keys.PROVINCE).filter(p -> !p.equals(code)).isPresent())
                .isPresent();
    }
}
