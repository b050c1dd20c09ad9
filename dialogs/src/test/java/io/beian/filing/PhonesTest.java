package io.beian.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.form.Answer;
import io.beian.form.Facts;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Facts FACTS =
            Orders.with(
                    Orders.one(),
                    Map.of("sponsor.region", "110108", "sponsor.person.mobile", "13800138000"));

    private static Parsed read(Parser parser, String text) {
        return parser.parse(new Answer.Text(text), new Scope(FACTS, Optional.empty(), TODAY));
    }

    private static String told(Parsed parsed) {
        return parsed.fold(
                accepted -> "+ " + accepted.text(),
                refused ->
                        (refused.code() + " " + String.join(" ", refused.offers())).strip()
                                + refused.ways().stream()
                                        .map(way -> way.taken().text())
                                        .findFirst()
                                        .map(s -> refused.asksForOffer() ? " ?" : " (" + s + ")")
                                        .orElse(""),
                notMine -> "not mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "010-82345678（801） | + 010-82345678-801",
                "82345678 | tel.areaCode 010-82345678 ?",
                "8234567 | tel.areaCode",
                "10-82345678 | tel.areaCode 010-82345678 ?",
                "010-82345678/13800138000 | tel.several 010-82345678 ?",
                "010-82345678、82345679 | tel.several 010-82345678 010-82345679",
                "0755-8234567 | tel.oddLength (0755-8234567)",
                "010-82345678转前台 | tel.letters 010-82345678 ?",
                "0300-8234567 | tel.area",
                "400-800-1234 | tel.service",
                "+852 2345 6789 | tel.foreign"
            })
    void readsAnOfficePhone(String typed, String told) {
        assertThat(told(read(Phones.tel(), typed))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "139 0013 9000 | + 13900139000",
                "13900139000（微信同号） | mobile.letters 13900139000 ?",
                "13800138000、13900139000 | mobile.several 13800138000 13900139000",
                "010-82345678/13900139000 | mobile.letters 13900139000 ?",
                "14900139000 | mobile.odd (14900139000)",
                "16190139000 | mobile.odd (16190139000)",
                "19600139000 | + 19600139000",
                "15400139000 | mobile.segment",
                "010-82345678 | mobile.landline"
            })
    void readsAMobile(String typed, String told) {
        assertThat(told(read(Phones.mobile(), typed))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13900139000 | + 13900139000",
                "我老婆的13900139000 | + 13900139000",
                "010-82345678 | + 010-82345678",
                "+86(0)10 82345678 | + 010-82345678",
                "13800138000 | emergency.same",
                "+86 138 0013 8000 | emergency.same",
                "13800138000（本人） | emergency.same",
                "同上 | emergency.same",
                "和手机一样 | emergency.same",
                "跟上面一样的 | emergency.same",
                "13900139000（我爱人） | emergency.meant 13900139000 ?",
                "13800138000/13900139000 | emergency.meant 13900139000 ?",
                "13900139000、010-82345678 | emergency.which 13900139000 010-82345678",
                "82345678 | tel.areaCode 010-82345678 ?",
                "0755-8234567 | tel.oddLength (0755-8234567)",
                "14900139000 | mobile.odd (14900139000)",
                "0300-8234567 | tel.area",
                "010-12345678 | tel.start",
                "1390013900 | mobile.length",
                "12345 | emergency.service",
                "400-800-1234 | emergency.service",
                "+852 9123 4567 | emergency.foreign",
                "没有 | emergency.phone",
                "找前台 | emergency.phone",
                "139****9000 | tel.masked"
            })
    void readsAnEmergencyPhone(String typed, String told) {
        Parser parser = Phones.emergency(Keys.person(Situation.PRINCIPAL, "mobile"));

        assertThat(told(read(parser, typed))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"110108,010-87654321", "350203,0592-8765432"})
    void showsTheMissingAreaCodeByTheFiledPlace(String region, String sample) {
        Facts facts = Orders.with(Orders.one(), Map.of("sponsor.region", region));
        Parsed parsed =
                Phones.tel()
                        .parse(
                                new Answer.Text("234-5678"),
                                new Scope(facts, Optional.empty(), TODAY));

        assertThat(((Parsed.Refused) parsed).args()).containsEntry("sample", sample);
    }
}
