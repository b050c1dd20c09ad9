package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.sandbox.PhonePage;
import java.util.List;

/** A company's filing as it is typed and tapped on the phone, part by part. */
final class CompanyOnThePhone {

    static final List<String> SPONSOR =
            List.of(
                    "北京样张科技有限公司",
                    "北京市海淀区样张路1号2层201室",
                    "同证件住所",
                    "长期",
                    "王样张",
                    "王样张",
                    "110101199003070011",
                    "2039-11-30",
                    "13800138000",
                    "010-87654321",
                    "010-82345678",
                    "wang@example.com");

    private static final List<String> OTHER_PERSON =
            List.of(
                    "李样张",
                    "310105198506122221",
                    "长期",
                    "13600136000",
                    "13700137000",
                    "010-82345679",
                    "li@example.com");

    private CompanyOnThePhone() {}

    static void match(PhonePage phone) {
        assertThat(phone.answerTo(phone::follow)).contains("备案");
        phone.answerTo(() -> phone.tap("备案"));
        phone.answerTo(() -> phone.tap("同意并开始"));
        phone.answerTo(() -> phone.tap("北京"));
        phone.answerTo(() -> phone.tap("企业"));
        String refused = phone.answerTo(() -> phone.say("91110108MAO1ABCD5T"));
        assertThat(refused).contains("O");
        phone.answerTo(() -> phone.tap("91110108MA01ABCD5T"));
        phone.answerTo(() -> phone.say("www.example.com"));
        assertThat(phone.answerTo(() -> phone.tap("example.com"))).contains("首次备案");
    }

    static void answer(PhonePage phone, String text) {
        assertThat(phone.answerTo(() -> phone.say(text))).contains("已记下");
    }

    static void site(PhonePage phone) {
        answer(phone, "样张科技官方网站");
        phone.answerTo(() -> phone.tap("www.example.com"));
        phone.answerTo(() -> phone.tap("单位门户网站"));
        phone.answerTo(() -> phone.tap("以上都不涉及"));
        phone.answerTo(() -> phone.tap("中文简体"));
        phone.answerTo(() -> phone.tap("跳过"));
    }

    /** Somebody else than the principal answers for the site. */
    static void otherPerson(PhonePage phone) {
        phone.answerTo(() -> phone.tap("填写新的"));
        for (String text : OTHER_PERSON) {
            if (phone.last().contains("办公电话") || !text.startsWith("010-8234567")) {
                answer(phone, text);
            }
        }
    }

    static void photos(PhonePage phone, String... samples) {
        for (String sample : samples) {
            phone.answerTo(() -> phone.sendSample(sample));
        }
    }
}
