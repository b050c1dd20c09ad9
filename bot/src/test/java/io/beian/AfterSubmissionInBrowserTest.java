package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.sandbox.Browser;
import io.beian.sandbox.DeskPane;
import io.beian.sandbox.PhonePage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that follows a submission, on the phone page with the desk beside it. */
class AfterSubmissionInBrowserTest {

    /** So that no reminder waits for the end of a night. */
    private static final String MONDAY_MORNING = "2026-11-23T01:00:00Z";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "screenshots");

    @Test
    void staysWithAFilerToTheLicenceNumber(@TempDir Path data) throws Exception {
        try (Browser browser = Browser.open().resize(1280, 950);
                RunningBot bot = new RunningBot(data, TestClock.running(MONDAY_MORNING))) {
            String openid =
                    bot.post("/sandbox/wechat/api/users", Map.of()).path("openid").asString();
            PhonePage phone = PhonePage.open(browser, bot.base(), openid, PATIENCE);
            DeskPane desk = new DeskPane(browser, PATIENCE);
            submit(phone);

            desk.reject(
                    "REJECT_PRE_REVIEW",
                    "PRE_REVIEW_REJECTED",
                    List.of(
                            "site.s1.name", "名称和单位看不出关系",
                            "sponsor.person.mobile", "电话打不通"),
                    "");
            hears(phone, "要看 2 处");
            phone.screenshot(picture("returned.png"));
            phone.answerTo(() -> phone.say("样张科技产品展示网站"));
            assertThat(phone.last()).contains("电话打不通");
            phone.answerTo(() -> phone.say("13900139001"));
            assertThat(phone.last()).contains("这次的改动", "→");
            phone.screenshot(picture("mended.png"));
            assertThat(phone.answerTo(() -> phone.tap("重新提交"))).contains("提交成功");

            toTheBureau(phone, desk);
            desk.verifies("sponsor.person", "SMS_PENDING");
            hears(phone, "还差 1 位");
            desk.forward("PT2H");
            hears(phone, "短信核验还剩");
            phone.screenshot(picture("countdown.png"));
            assertThat(phone.answerTo(() -> phone.say("123456"))).contains("验证码");
            assertThat(phone.answerTo(() -> phone.say("进度"))).contains("李*", "未核验", "王*", "已核验");
            desk.verifies("site.s1.person", "BUREAU_REVIEW");
            hears(phone, "管局开始审核");

            desk.reject("BUREAU_REJECTS", "BUREAU_REJECTED", List.of(), "网站负责人的手机号码无人接听，请更换后再报。");
            hears(phone, "无人接听");
            phone.answerTo(() -> phone.say("13900139002"));
            assertThat(phone.answerTo(() -> phone.tap("重新提交"))).contains("提交成功");
            toTheBureau(phone, desk);
            desk.verifies("sponsor.person", "SMS_PENDING");
            desk.verifies("site.s1.person", "BUREAU_REVIEW");
            hears(phone, "管局开始审核");
            assertThat(phone.answerTo(() -> phone.say("进度"))).contains("20 个工作日");
            desk.play("BUREAU_APPROVES", "APPROVED");
            hears(phone, "恭喜");
            phone.screenshot(picture("approved.png"));

            assertThat(phone.answerTo(() -> phone.say("页脚代码"))).contains("复制");
            desk.forward("P1D");
            hears(phone, "首页底部");
            assertThat(phone.answerTo(() -> phone.say("进度"))).contains("备案成功");
            desk.forward("P7D");
            // The 48 hours in which the account may write are over: WeChat's notice tells of it.
            phone.await(p -> !p.all("[data-type=template]").isEmpty());
            assertThat(phone.answerTo(() -> phone.say("进度"))).contains("公安备案");
            phone.screenshot(picture("afterwards.png"));
        }
    }

    private static void submit(PhonePage phone) {
        CompanyOnThePhone.match(phone);
        CompanyOnThePhone.SPONSOR.forEach(text -> CompanyOnThePhone.answer(phone, text));
        CompanyOnThePhone.site(phone);
        CompanyOnThePhone.otherPerson(phone);
        CompanyOnThePhone.photos(phone, "licence", "id-front", "id-back");
        for (String same : List.of("id-front", "id-back")) {
            CompanyOnThePhone.photos(phone, same);
            phone.answerTo(() -> phone.tap("也用在这里"));
        }
        CompanyOnThePhone.photos(phone, "verification");
        phone.await(p -> p.last().contains("预览好了"));
        assertThat(phone.answerTo(() -> phone.tap("提交"))).contains("提交成功");
    }

    private static void toTheBureau(PhonePage phone, DeskPane desk) {
        desk.play("PASS_PRE_REVIEW", "ADMIN_REVIEW");
        hears(phone, "管理员审核");
        desk.play("PASS_ADMIN", "SUBMITTING");
        hears(phone, "提交给通信管理局");
        desk.play("INTERFACE_TAKES", "SMS_PENDING");
        hears(phone, "12381");
    }

    /** Waits for something that comes by itself. */
    private static void hears(PhonePage phone, String words) {
        phone.await(p -> p.last().contains(words));
    }

    private static Path picture(String name) throws Exception {
        return Files.createDirectories(PICTURES).resolve(name);
    }
}
