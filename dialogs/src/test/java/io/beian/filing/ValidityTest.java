package io.beian.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.form.Answer;
import io.beian.form.Parser;
import io.beian.form.Scope;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static String told(Parser parser, String text) {
        Scope scope = new Scope(Orders.one(), Optional.empty(), TODAY);
        return parser.parse(new Answer.Text(text), scope)
                .fold(
                        accepted -> "+ " + accepted.text(),
                        refused ->
                                (refused.code() + " " + String.join(" ", refused.offers())).strip()
                                        + refused.ways().stream()
                                                .map(way -> way.taken().text())
                                                .findFirst()
                                                .map(sure -> " = " + sure)
                                                .orElse(""),
                        notMine -> "not mine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018年05月04日 | valid.begins 长期 不是，我重发 = 长期",
                "自2018年05月04日起 | valid.begins 长期 不是，我重发 = 长期",
                "没写 | valid.blank 长期 不是，我重发 = 长期",
                "---- | valid.blank 长期 不是，我重发 = 长期",
                "2020.01.31-2030.01.31 长期 | valid.unclear 2030-01-31 长期",
                "300131 | valid.unclear 2030-01-31 = 2030-01-31",
                "01/02/2030 | valid.unclear 2030-02-01 2030-01-02",
                "2030年1月 | valid.partial",
                "2038-05-03 | + 2038-05-03",
                "2066-01-31 | + 2066-01-31",
                "2099-12-31 | valid.far = 2099-12-31",
                "9999-12-31 | + 长期"
            })
    void readsALicence(String typed, String told) {
        assertThat(told(Validity.of(scope -> false, "licenceExpiresSoon"), typed)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018.05.04 | valid.cardBegins",
                "2018.05.04- | valid.cardBegins",
                "没写 | valid.empty",
                "2018.05.04-2038.05.04 | + 2038-05-04",
                "2018.05.04-长期 | + 长期",
                "2050-01-31 | valid.far = 2050-01-31",
                "2010.01.31-2020.01.31 | valid.expired"
            })
    void readsACard(String typed, String told) {
        assertThat(told(Validity.ofCard("idExpiresSoon"), typed)).isEqualTo(told);
    }
}
