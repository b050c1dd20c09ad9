package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zhang.san@example.com | zhang.san@example.com",
                "12345@QQ.com | 12345@qq.com",
                "12345＠qq。com | 12345@qq.com",
                "邮箱：12345@qq.com。 | 12345@qq.com",
                "E-mail:12345@qq.com | 12345@qq.com",
                "mailto:12345@qq.com | 12345@qq.com",
                "张三<12345@qq.com> | 12345@qq.com",
                "12345 @ qq.com | 12345@qq.com",
                "_under@163.com | _under@163.com",
                "a+b%c-d@mail.example.com.cn | a+b%c-d@mail.example.com.cn",
                "zhang@例子.中国 | zhang@例子.中国",
                "info@例子.公司 | info@例子.公司",
                "邮箱：info@例子.com。 | info@例子.com",
                "zhang@xn--fsqu00a.xn--fiqs8s | zhang@xn--fsqu00a.xn--fiqs8s",
                "zhang@三点.中国 | zhang@三点.中国",
                "zhang@bücher.de | zhang@bücher.de",
                "zhang@某某.公益.cn | zhang@某某.公益.cn",
                "d'angelo@example.com | d'angelo@example.com",
                "d’angelo@example.com | d'angelo@example.com",
                "mailto:d'angelo@example.com | d'angelo@example.com",
                "o'brien@gmail.com | o'brien@gmail.com",
                "a&b@example.com | a&b@example.com",
                "sales/cn@example.com | sales/cn@example.com",
                "x=y@example.com | x=y@example.com",
                "a~b@example.com | a~b@example.com",
                "a#b$c^d@example.com | a#b$c^d@example.com",
                "'zhang@qq.com' | zhang@qq.com",
                "①zhang@qq.com | zhang@qq.com",
                "zhang@qq.com[微笑] | zhang@qq.com",
                "zhang@qq.com😊 | zhang@qq.com",
                "a@sina.cn | a@sina.cn",
                "a@qa.com | a@qa.com"
            })
    void readsUsualWritings(String typed, String address) {
        assertThat(good(Email.check(typed)).text()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "邮箱 | empty",
                "12345qq.com | at",
                "a@qq.com;b@qq.com | several",
                "a@b.c | length",
                "张三@qq.com | letters",
                "zhang三@qq.com | letters",
                "zhang@公司.cn | host",
                "@example.com | local",
                "z***@qq.com | letters",
                "zhang?@example.com | letters",
                "zhang!@example.com | letters",
                "zhang'@qq.com | letters",
                "a/b@qq.com | letters",
                "zhang①@qq.com | letters",
                "张三@例子.中国 | letters",
                "zhang@еxample.com | letters",
                "zhang@例子москва.com | host",
                "zhang@例子 | host",
                "zhang@政务.cn | host",
                "a@gmail.con | typo",
                "user@example | host",
                "user@example.invalidtld | host",
                "user@-example.com | host",
                "user@com.cn | host"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(Email.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a@gmail.con | a@gmail.com",
                "a@qq.cm | a@qq.com",
                "a@163.co | a@163.com",
                "a@gmial.com | a@gmail.com",
                "a@qqcom | a@qq.com",
                "zhang@qq | zhang@qq.com",
                "a@qq.con | a@qq.com",
                "a@qq。cm | a@qq.com",
                "a＠gmail | a@gmail.com",
                "12345qq.com | 12345@qq.com",
                "zhang#163.com | zhang@163.com",
                "zhangvip.qq.com | zhang@vip.qq.com",
                "qq.com | ''",
                "zhang.example.com | ''",
                "a@qq,com | a@qq.com",
                "a@qq..com | a@qq.com",
                "user@example.con | user@example.com",
                "user@example,com | user@example.com",
                "zhang@例子.con | zhang@例子.com",
                "zhang@qq点com | zhang@qq.com",
                "zhang@еxample.com | zhang@example.com",
                "zhang@qq.com谢谢 | zhang@qq.com",
                "zhang@qq.com（常用） | zhang@qq.com",
                "QQ:12345@qq.com | 12345@qq.com",
                "13800138000/zhang@example.com | zhang@example.com",
                "张三/zhang@example.com常用 | zhang@example.com",
                "user@example.invalidtld | ''"
            })
    void offersTheAddressMeant(String typed, String meant) {
        assertThat(suggestion(Email.check(typed))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void limitsTheLocalPart(int length) {
        boolean accepted = Email.check("a".repeat(length) + "@qq.com") instanceof Checked.Good;

        assertThat(accepted).isEqualTo(length == 64);
    }

    @Test
    void limitsTheWhole() {
        String host = "b".repeat(60) + ".com";

        assertThat(good(Email.check("a".repeat(63) + "@" + host)).text()).hasSize(128);
        assertThat(flaw(Email.check("a".repeat(64) + "@" + host)).code()).isEqualTo("length");
    }

    @ParameterizedTest
    @CsvSource({"zhangsan@qq.com,z***@qq.com", "z@example.com,***@example.com"})
    void masksTheLocalPart(String address, String mask) {
        assertThat(good(Email.check(address))).hasToString(mask);
    }
}
