package io.beian.filing;

import io.beian.dialogue.Query;
import io.beian.value.ChatText;
import io.beian.value.Checked;
import io.beian.value.LicenceNumber;
import io.beian.value.SiteAddress;
import io.beian.value.UnitName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what somebody wants to look up: 域名, 主体名称, 备案号 or 订单号. */
final class Queries {

    /** The longest of what can be asked by is the name of a unit. */
    private static final int LONGEST = 255;

    private static final Pattern LABEL =
            Pattern.compile("^(?:域名|网站|网址|(?:ICP)?(?:主体|网站)?备案号|主体名称|主体|单位名称|单位|公司|订单号?)[: ]+");
    private static final Pattern ORDER = Pattern.compile("[A-Z]{2,4}[0-9]{10,20}");
    private static final Pattern LICENCE = Pattern.compile("ICP[备備]");

    /** Numbers a site has besides, by the flaw they have as filing numbers. */
    private static final Map<String, Query.Kind> OTHERS =
            Map.of("operating", Query.Kind.PERMIT, "police", Query.Kind.POLICE);

    private static final Pattern ADDRESS = Pattern.compile("[^ ]+\\.[^ ]+");

    private Queries() {}

    static Optional<Query> read(String said) {
        String plain = ChatText.unified(said).strip();
        String text = LABEL.matcher(plain).replaceFirst("");
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        String upper = text.toUpperCase(Locale.ROOT).replace(" ", "");
        if (ORDER.matcher(upper).matches()) {
            return Optional.of(new Query(Query.Kind.ORDER, upper));
        }
        if (LicenceNumber.isIn(text) || LICENCE.matcher(upper).find()) {
            return licence(text);
        }
        return ADDRESS.matcher(text.replace('。', '.')).matches()
                ? address(text)
                : good(UnitName.check(text), UnitName::text, Query.Kind.NAME);
    }

    private static Optional<Query> licence(String text) {
        return LicenceNumber.check(text)
                .fold(
                        number -> Optional.of(new Query(Query.Kind.LICENCE, number.text())),
                        flaw ->
                                Optional.ofNullable(OTHERS.get(flaw.code()))
                                        .map(kind -> new Query(kind, text)));
    }

    /** Of www.example.com, or of a whole link, the domain under it is meant. */
    private static Optional<Query> address(String text) {
        Checked<SiteAddress> typed = SiteAddress.check(text);
        Checked<SiteAddress> meant =
                typed.fold(
                        address -> typed,
                        flaw -> flaw.suggestion().map(SiteAddress::check).orElse(typed));
        return good(meant, SiteAddress::text, Query.Kind.DOMAIN);
    }

    private static <T> Optional<Query> good(
            Checked<T> checked, Function<T, String> text, Query.Kind kind) {
        return checked.fold(
                value -> Optional.of(new Query(kind, text.apply(value))), flaw -> Optional.empty());
    }
}
