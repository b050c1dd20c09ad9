package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidUntilTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-01-31",
                "2030年1月31日",
                "2030 年 01 月 31 日",
                "20300131",
                "2030.1.31",
                "2030/1/31",
                "2030 1 31",
                "２０３０－０１－３１",
                "2030—1—31",
                "2010.01.31-2030.01.31",
                "2010.01.31—2030.01.31",
                "2010年1月31日至2030年1月31日",
                "20100131-20300131",
                "2010-01-31 到 2030-01-31",
                "有效期至2030年1月31日",
                "有效期限：2010.01.31-2030.01.31",
                "二〇三〇年一月三十一日",
                "二零三零年一月三十一日",
                "2030。01。31",
                "2030.01.31。",
                "2030，1，31",
                "2030、1、31",
                "2030·1·31",
                "2030_01_31",
                "2030--01--31",
                "2030年元月31日",
                "2030年元月31号",
                "2030年1月31",
                "2030年1.31",
                "2030年0131",
                "2030-1月31日",
                "二Ｏ三Ｏ年一月卅一日",
                "二○三○年元月三十一日",
                "二千零三十年一月三十一日",
                "贰零叁零年零壹月叁拾壹日",
                "二0三0年1月三十一号",
                "2030年1月末",
                "2030年1月底",
                "2030年1月最后一天",
                "30年1月31日",
                "31/01/2030",
                "31.1.2030",
                "01/31/2030",
                "Jan 31, 2030",
                "January 31st, 2030",
                "31 JAN 2030",
                "31-Jan-2030",
                "31JAN2030",
                "2030 Jan. 31",
                "31 1月/JAN 2030",
                "Date of expiry: 31 Jan 2030",
                "valid until 2030-01-31",
                "2030/1/31前",
                "2030年1月31日以前",
                "2030年1月31号到期",
                "到2030年1月31日止",
                "截止到2030.1.31",
                "至2030年1月31日",
                "2030-01-31为止",
                "到期日：2030-01-31",
                "2030-01-31 00:00:00",
                "2030-01-31T00:00:00",
                "2030年1月31日24时",
                "2030年1月31日 星期四",
                "2010-01-31至2030-01-31",
                "2010.01.31—2030.01.31",
                "2010.01.31–2030.01.31",
                "2010.01.31～2030.01.31",
                "2010.01.31〜2030.01.31",
                "2010.01.31~~2030.01.31",
                "2010.01.31——2030.01.31",
                "2010.01.31ー2030.01.31",
                "2010.01.31→2030.01.31",
                "2010.01.31 2030.01.31",
                "2010年1月至2030年1月31日",
                "自2010年01月31日至2030年01月31日",
                "自2010年01月31日起至2030年01月31日止",
                "从2010-1-31到2030-1-31",
                "成立日期2010年01月31日 营业期限至2030年01月31日",
                "营业期限自2010年01月31日至2030年01月31日",
                "签发机关 样张市公安局样张分局 有效期限 2010.01.31-2030.01.31",
                "签发日期2010-01-31，有效期至2030-01-31",
                "2010.01.31-2030.01.31 2010-01-31至2030-01-31",
                "不是长期，2030-01-31",
                "不是，2030-01-31",
                "写的是2030-01-31",
                "二十年，到2030-01-31",
                "2030-01-31 谢谢！"
            })
    void readsUsualWritings(String typed) {
        ValidUntil until = good(ValidUntil.check(typed, TODAY));

        assertThat(until.date()).contains(LocalDate.of(2030, 1, 31));
        assertThat(until.isLongTerm()).isFalse();
        assertThat(until.text()).isEqualTo("2030-01-31");
        assertThat(until).hasToString("2030-01-31");
    }

    @ParameterizedTest
    @CsvSource({
        "二〇三〇年十月十日,2030-10-10",
        "二〇三〇年十二月二十日,2030-12-20",
        "2028年二月二十九日,2028-02-29",
        "2028年2月底,2028-02-29",
        "2030年二月末,2030-02-28",
        "2030年底,2030-12-31",
        "2030年年底,2030-12-31",
        "二〇三〇年十一月廿五日,2030-11-25",
        "2018-05-04至2038-05-03,2038-05-03",
        "2018年5月4日—2038年5月3日,2038-05-03",
        "12/11/2030 到期,''",
        "31 DEC 30,2030-12-31",
        "2049年10月1日,2049-10-01",
        "2026-03-01,2026-03-01"
    })
    void readsTheDayThatIsMeant(String typed, String date) {
        String read = ValidUntil.check(typed, TODAY).fold(ValidUntil::text, flaw -> "");

        assertThat(read).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "长期",
                "长期有效",
                "长期。",
                "长 期",
                "長期",
                "永久",
                "永久有效",
                "永续经营",
                "永续",
                "长久",
                "长久有效",
                "终身有效",
                "永不过期",
                "无期限",
                "没有期限",
                "无固定期限",
                "没有固定期限",
                "无限期",
                "不约定期限",
                "未约定",
                "未约定期限",
                "不限期",
                "不限",
                "不设期限",
                "没有截止日期",
                "经营期限长期",
                "营业期限：长期",
                "经营期限：无固定期限",
                "合伙期限：长期",
                "2010.01.31-长期",
                "2010.01.31－长期",
                "2010年1月31日至永久",
                "2010年1月31日至长期",
                "自2010年01月31日起长期有效",
                "2010年1月至长期",
                "2010-01-31 长期",
                "成立日期2010年01月31日 营业期限长期",
                "长期（自2010年1月31日起）",
                "有效期：长期",
                "有效期限 2010.01.31-长期",
                "9999-12-31",
                "9999年12月31日",
                "99991231",
                "2010-01-31至9999-12-31",
                "long term",
                "Permanent",
                "是，没写到哪天（长期）",
                "写的是长期",
                "就是长期"
            })
    void readsCertificatesWithoutAnEnd(String typed) {
        ValidUntil until = good(ValidUntil.check(typed, TODAY));

        assertThat(until.isLongTerm()).isTrue();
        assertThat(until.date()).isEmpty();
        assertThat(until.text()).isEqualTo("长期");
        assertThat(until.expiresWithin(1_200, TODAY)).isFalse();
    }

    /** Each with what it may mean. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020.01.31-2030.01.31 长期 | 2030-01-31 长期",
                "长期 2020.01.31-2030.01.31 | 长期 2030-01-31",
                "2030-01-31 或 长期 | 2030-01-31 长期",
                "长期或2030年1月31日 | 长期 2030-01-31",
                "长期，2030-01-31 | 长期 2030-01-31",
                "2030-01-31（长期） | 2030-01-31 长期",
                "2030.01.31-长期 | 长期",
                "不是长期是永久 | 长期",
                "长期 2020-01-31 | 长期",
                "2020.01.31-2025.01.31 长期 | 长期",
                "20年 长期 | 长期",
                "2030-01-31 2035-01-31 | 2030-01-31 2035-01-31",
                "2030-01-31或2035-01-31 | 2030-01-31 2035-01-31",
                "2020-01-31 或 2030-01-31 | 2030-01-31",
                "2030.01.31-2018.05.04 | 2030-01-31",
                "2010.01.31-2030.01.31 2018.05.04-2038.05.03 | 2030-01-31 2038-05-03",
                "2010.01.31-2020.01.31、2020.01.31-2040.01.31 | 2040-01-31",
                "2010-01-31 2030-01-31 2035-01-31 | 2030-01-31 2035-01-31",
                "01/02/2030 | 2030-02-01 2030-01-02",
                "30.1.31 | 2030-01-31 2031-01-30",
                "30-01-31 | 2030-01-31 2031-01-30",
                "300131 | 2030-01-31",
                "2018.05.04-38.05.31 | 2038-05-31 2031-05-38",
                "2030-01-31 无 | 2030-01-31",
                "自2030年1月1日起 | 2030-01-01"
            })
    void asksWhatIsMeantWhereThatIsNotClear(String typed, String meant) {
        assertThat(flaw(ValidUntil.check(typed, TODAY)).code()).isEqualTo("unclear");
        assertThat(ValidUntil.meant(typed, TODAY))
                .isEqualTo(
                        Splitter.on(' ')
                                .splitToStream(meant)
                                .filter(text -> !text.endsWith("-38"))
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018年5月4日",
                "2018-05-04",
                "2018.05.04",
                "20180504",
                "自2018年05月04日起",
                "自2018年05月04日至",
                "2018年05月04日至",
                "2018年05月04日 至 年 月 日",
                "2018.05.04-",
                "2018.05.04—",
                "2018年05月04日至----",
                "2018年05月04日至今",
                "2018-05-04开始",
                "从2018年5月4号开始",
                "成立日期：2018年05月04日",
                "2018年5月4日成立",
                "成立于2018年5月4日",
                "签发日期 2018-05-04",
                "营业期限自2018年05月04日起",
                "2018年5月4日以后",
                "2018-05-04，后面没写",
                "二〇一八年五月四日",
                "2018年5月4日起 无"
            })
    void takesADayThatIsOverForTheFirstOne(String typed) {
        Flaw flaw = flaw(ValidUntil.check(typed, TODAY));

        assertThat(flaw.code()).isEqualTo("begins");
        assertThat(flaw.details()).containsEntry("date", "2018-05-04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "----",
                "——",
                "-",
                "/",
                "\\",
                "***",
                "*",
                "无",
                "空白",
                "空的",
                "没写",
                "没有写",
                "未填写",
                "上面没写",
                "执照上没有",
                "没有",
                "没有营业期限这一项",
                "没写到哪天",
                "暂无",
                "不显示",
                "后面是空的",
                "N/A"
            })
    void asksAboutWhatSaysThatNothingIsPrinted(String typed) {
        assertThat(flaw(ValidUntil.check(typed, TODAY)).code()).isEqualTo("blank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "。 | empty",
                "有效期 | empty",
                "非长期 | empty",
                "不是长期 | empty",
                "没有长期 | empty",
                "明年 | partial",
                "2030年1月 | partial",
                "2030年 | partial",
                "2030 | partial",
                "2030-01 | partial",
                "203001 | partial",
                "2030年1月初 | format",
                "30年1月 | partial",
                "1月31日 | partial",
                "明年1月31号 | partial",
                "Jan 2030 | partial",
                "2018年5月4日至2038年 | partial",
                "2018-05-04至2038-05 | partial",
                "有效期20年(自2018年5月4日) | lasting",
                "20年 | lasting",
                "二十年 | lasting",
                "还有10年 | lasting",
                "十年 | lasting",
                "36个月 | lasting",
                "2018年5月4日起20年 | lasting",
                "农历2030年正月初一 | calendar",
                "民国119年1月31日 | calendar",
                "2030年腊月三十 | calendar",
                "长期吗 | format",
                "长期？ | format",
                "可能是长期 | format",
                "不知道是不是长期 | format",
                "没到期 | empty",
                "短期 | format",
                "好久以后 | format",
                "2030-1-311 | format",
                "0230-01-31 | date",
                "2030-01-31 张三 | format",
                "2030-02-30 | date",
                "2030-13-01 | date",
                "20300231 | date",
                "2030年二月三十日 | date",
                "32/13/2030 | date",
                "Feb 30, 2030 | date",
                "2010.01.31-2030.02.30 | date",
                "有效期至2026-02-28 | expired",
                "2010.01.31-2020.01.31 | expired",
                "2020年1月31日到期 | expired",
                "到2020年1月31日止 | expired",
                "2010.01.31 2020.01.31 | expired",
                "2010-01-31，到期2020-01-31 | expired"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(ValidUntil.check(typed, TODAY)).code()).isEqualTo(code);
    }

    @Test
    void countsTheLastDayAsValid() {
        assertThat(good(ValidUntil.check("2026-03-01", TODAY)).date()).contains(TODAY);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31,true", "2026-06-01,false", "2026-06-02,false"})
    void tellsWhatEndsSoon(String typed, boolean soon) {
        assertThat(good(ValidUntil.check(typed, TODAY)).expiresWithin(3, TODAY)).isEqualTo(soon);
    }

    @ParameterizedTest
    @CsvSource({"2046-03-01,false", "2046-03-02,true", "长期,false"})
    void tellsWhatIsFarAway(String typed, boolean far) {
        assertThat(good(ValidUntil.check(typed, TODAY)).beyond(20, TODAY).isPresent())
                .isEqualTo(far);
    }

    @Test
    void readsItsOwnText() {
        assertThat(good(ValidUntil.check("长期", TODAY))).isEqualTo(ValidUntil.LONG_TERM);
        assertThat(
                        good(
                                ValidUntil.check(
                                        good(ValidUntil.check("2030年1月31日", TODAY)).text(), TODAY)))
                .isEqualTo(new ValidUntil(LocalDate.of(2030, 1, 31)));
    }
}
