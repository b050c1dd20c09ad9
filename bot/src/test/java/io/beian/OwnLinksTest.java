package io.beian;

import static io.beian.Visitor.leadsTo;
import static io.beian.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.beian.dialogue.ConversationId;
import io.beian.link.Links;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A link of the running product opens for the person it was made for, and for nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnLinksTest {

    private static final String OWNER = "oLinksOwner";
    private static final String OTHER = "oLinksOther";
    private static final String CHECK = "MP_verify_aB3dE5gH7jK9mN1p.txt";

    private final TestClock clock = TestClock.standing("2026-11-26T02:00:00Z");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private RunningBot bot;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        bot = new RunningBot(data, clock, "--beian.wechat.domain-check=" + CHECK);
        for (String openid : List.of(OWNER, OTHER)) {
            bot.send(openid, Map.of("type", "subscribe"));
        }
        bot.settle();
    }

    @AfterAll
    void stop() {
        bot.close();
    }

    @BeforeEach
    void listen() {
        logged.list.clear();
        logged.start();
        root().addAppender(logged);
        ours().setLevel(Level.TRACE);
    }

    @AfterEach
    void ignore() {
        fault("-1", false);
        root().detachAppender(logged);
        ours().setLevel(null);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static Logger ours() {
        return (Logger) LoggerFactory.getLogger("io.beian");
    }

    private String link(String page) {
        Links.Link link = new Links.Link(new ConversationId(OWNER), "-");
        return bot.bean(Links.class).make(page, link, Duration.ofMinutes(30));
    }

    private Visitor owner() {
        return Visitor.onThePhoneOf(OWNER, bot);
    }

    private Visitor other() {
        return Visitor.onThePhoneOf(OTHER, bot);
    }

    private void fault(String fault, boolean on) {
        bot.post("/sandbox/wechat/api/faults", Map.of(fault, on));
    }

    /** Where WeChat sends a browser back to, with a code. */
    private static String comeBack(Visitor visitor, String link) {
        return leadsTo(visitor.step(leadsTo(visitor.step(link))));
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name))
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "notices"})
    void opensForItsOwnerWithoutAnythingToTap(String page) {
        String link = link(page);
        Visitor owner = owner();

        HttpResponse<byte[]> shown = owner.open(link);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.uri()).hasToString(link);
        assertThat(owner.way()).hasSize(4);
        assertThat(owner.open(link).statusCode()).isEqualTo(200);
        assertThat(owner.way()).as("known from now on").hasSize(1);
    }

    @Test
    void givesTheFilesToTheSameBrowser() {
        String link = link("mine");
        Visitor owner = owner();
        owner.open(link);

        HttpResponse<byte[]> pdf = owner.step(link + "/data.pdf");

        assertThat(text(pdf)).startsWith("%PDF");
        assertThat(pdf.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(owner().step(link + "/data.pdf").statusCode()).isEqualTo(302);
        assertThat(text(Visitor.onAComputer().step(link + "/data.pdf"))).doesNotContain("%PDF");
    }

    @Test
    void sendsWithTheBrowserNothingThatTellsOfAPerson() {
        String link = link("mine");
        Visitor owner = owner();

        owner.open(link);
        other().open(link);

        String asked = leadsTo(owner.way().get(0));
        assertThat(asked)
                .contains("scope=snsapi_base", "#wechat_redirect")
                .contains("redirect_uri=" + link.replace(":", "%3A").replace("/", "%2F") + "&");
        assertThat(owner.way())
                .allSatisfy(
                        hop ->
                                assertThat(hop.headers().firstValue("Location").orElse(""))
                                        .doesNotContain(OWNER));
        assertThat(logged.list).isNotEmpty();
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(logged.list)
                .extracting(line -> line.getFormattedMessage() + line.getMDCPropertyMap())
                .noneMatch(line -> line.contains(OWNER) || line.contains(token));
        Set<String> keys = bot.bean(StringRedisTemplate.class).keys("*");
        assertThat(keys).noneMatch(key -> key.contains(token));
    }

    @Test
    void leavesNothingInTheBrowserButTwoShortLivedCookiesOfThisLink() {
        String link = link("mine");
        Visitor owner = owner();

        owner.open(link);

        String path = "Path=" + URI.create(link).getPath() + ";";
        assertThat(cookie(owner.way().get(0), "beian-nonce"))
                .contains(path, "Max-Age=600;", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(cookie(owner.way().get(2), "beian-visit"))
                .contains(path, "Max-Age=1800;", "HttpOnly", "SameSite=Lax");
        assertThat(List.of(owner.way().get(0), owner.way().get(2), owner.way().get(3)))
                .allSatisfy(
                        hop -> {
                            assertThat(hop.headers().allValues("Cache-Control"))
                                    .containsExactly("no-store");
                            assertThat(hop.headers().allValues("Referrer-Policy"))
                                    .containsExactly("no-referrer");
                            assertThat(hop.headers().firstValue("X-Robots-Tag").orElse(""))
                                    .contains("noindex");
                        });
    }

    @Test
    void tellsSomebodyElseHowToGetTheirOwn() {
        String link = link("mine");
        owner().open(link);
        Visitor other = other();

        HttpResponse<byte[]> page = other.open(link);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(text(page)).contains("另一位微信用户", "导出我的资料").doesNotContain(OWNER, OTHER);
        assertThat(other.way()).allMatch(hop -> cookie(hop, "beian-visit").isEmpty());
        assertThat(other.open(link + "/data.pdf").statusCode()).isEqualTo(403);
        assertThat(owner().open(link).statusCode()).as("still good").isEqualTo(200);
    }

    @Test
    void isOfNoUseOutsideWechatNorToWhoeverOnlyLooksAtLinks() {
        String link = link("mine");
        Visitor computer = Visitor.onAComputer();
        Set<String> before = kept();

        HttpResponse<byte[]> page = computer.open(link);
        HttpRequest head =
                HttpRequest.newBuilder(URI.create(link))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .header("User-Agent", "MicroMessenger")
                        .build();

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(text(page)).contains("请在微信里打开");
        assertThat(computer.send(head).statusCode()).isEqualTo(302);
        assertThat(kept()).as("what costs us anything").isEqualTo(before);
    }

    private Set<String> kept() {
        return Objects.requireNonNull(bot.bean(StringRedisTemplate.class).keys("*"));
    }

    @Test
    void asksOnceMoreWhenWechatUsesACodeTwice() {
        String link = link("mine");
        Visitor owner = owner();
        String comeBack = comeBack(owner, link);
        // The other of two requests that WeChat made at once: it has no visit yet either.
        assertThat(bot.fetch(tokenCall(comeBack)).statusCode()).isEqualTo(200);

        HttpResponse<byte[]> page = owner.open(comeBack);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri()).hasToString(link);
        assertThat(owner.step(comeBack).headers().firstValue("Location"))
                .as("a step back, with the old code in the address")
                .hasValue(link);
    }

    @Test
    void asksOnceMoreWhenACodeIsOld() {
        String link = link("mine");
        Visitor owner = owner();
        String comeBack = comeBack(owner, link);
        clock.pass(Duration.ofMinutes(6));

        assertThat(owner.open(comeBack).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotAskForEver() {
        String link = link("mine");
        Visitor owner = owner();
        String again = leadsTo(owner.step(spent(comeBack(owner, link))));
        assertThat(again).contains("open.weixin.qq.com");

        HttpResponse<byte[]> page = owner.step(spent(leadsTo(owner.step(again))));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(text(page)).contains("再试一次", "href=\"" + link + "\"");
    }

    private static String spent(String comeBack) {
        return comeBack.replaceAll("code=\\w+", "code=" + "0".repeat(32));
    }

    /** What the bot asks of WeChat. */
    private String tokenCall(String comeBack) {
        String code = comeBack.replaceAll(".*[?&]code=(\\w+).*", "$1");
        return bot.base()
                + "/sandbox/wechat/api.weixin.qq.com/sns/oauth2/access_token"
                + "?appid=wx5a6d626f7853616e&secret=7361d6e64626f7873616e64626f78736"
                + "&grant_type=authorization_code&code="
                + code;
    }

    @Test
    void doesNotLetAThiefSendTheOwnerToWechatInHisPlace() {
        String link = link("mine");
        Visitor thief = other();
        String asked = leadsTo(thief.step(link));

        Visitor owner = owner();
        HttpResponse<byte[]> page = owner.open(asked);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(text(page)).contains("再试一次");
        String comeBack = leadsTo(owner.way().get(0));
        assertThat(text(bot.fetch(tokenCall(comeBack)))).as("the code is unused").contains(OWNER);
        assertThat(thief.open(link).statusCode()).isEqualTo(403);
        assertThat(owner.open(link).statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoStateOfAnotherLinkOrOfNone() {
        String link = link("mine");
        String second = link("mine");
        Visitor owner = owner();
        String state = comeBack(owner, link).replaceAll(".*state=", "");
        String code = comeBack(owner, second).replaceAll(".*[?&]code=(\\w+).*", "$1");

        assertThat(owner.step(second + "?code=" + code + "&state=" + state).statusCode())
                .isEqualTo(403);
        assertThat(owner.step(second + "?code=" + code).statusCode()).isEqualTo(403);
        assertThat(owner.step(second + "?state=" + "%F0%9F%98%80".repeat(400)).statusCode())
                .isEqualTo(403);
        assertThat(owner.open(second).statusCode()).isEqualTo(200);
    }

    @Test
    void saysSoWhileWechatDoesNotAnswer() {
        String link = link("mine");
        Visitor owner = owner();
        String comeBack = comeBack(owner, link);
        fault("-1", true);

        HttpResponse<byte[]> page = owner.step(comeBack);

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(text(page)).contains("过一会儿", "href=\"" + link + "\"");
        fault("-1", false);
        assertThat(owner.open(link).statusCode()).isEqualTo(200);
    }

    @Test
    void endsWithTheLink() {
        String link = link("mine");
        Visitor owner = owner();
        owner.open(link);
        StringRedisTemplate redis = bot.bean(StringRedisTemplate.class);

        redis.delete(Objects.requireNonNull(redis.keys("mine:*")));

        HttpResponse<byte[]> page = owner.step(link);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(text(page)).contains("导出我的资料");
        assertThat(owner.step(link + "/data.pdf").statusCode()).isEqualTo(410);
    }

    @Test
    void opensNoOtherPageWithTheSameVisit() {
        String mine = link("mine");
        String second = link("mine");
        Visitor owner = owner();
        owner.open(mine);
        String visit = cookie(owner.way().get(2), "beian-visit").replaceAll(";.*", "");

        String phone = "sandbox-phone-" + bot.base().getPort() + "=" + OWNER;
        HttpRequest smuggled =
                HttpRequest.newBuilder(URI.create(second))
                        .header("Cookie", visit + "; " + phone)
                        .build();

        assertThat(Visitor.onAComputer().send(smuggled).statusCode()).isEqualTo(302);
    }

    @Test
    void takesNobodyToAnotherAddress() {
        String link = link("mine");
        HttpRequest forged =
                HttpRequest.newBuilder(URI.create(link + "?redirect_uri=https://example.com/"))
                        .header("User-Agent", "MicroMessenger")
                        .header("X-Forwarded-Host", "example.com")
                        .header("Forwarded", "host=example.com")
                        .build();

        String asked = leadsTo(Visitor.onAComputer().send(forged));

        assertThat(URLDecoder.decode(asked, StandardCharsets.UTF_8))
                .contains("redirect_uri=" + link + "&")
                .doesNotContain("example.com");
    }

    /** What the tests above rest on: the simulated WeChat is as strict as the real one. */
    @Test
    void isAskedOfAWechatThatTakesNothingElse() {
        Visitor owner = owner();
        String asked = leadsTo(owner.step(link("mine"))).replace("#wechat_redirect", "");

        assertThat(owner.step(asked).statusCode()).isEqualTo(302);
        assertThat(text(owner.step(asked.replace("127.0.0.1%3A", "example.com%3A"))))
                .contains("10003");
        assertThat(text(owner.step(asked.replace("snsapi_base", "snsapi_userinfo"))))
                .contains("10005");
        assertThat(text(owner.step(asked.replace("appid=wx", "appid=wy")))).contains("AppID");
        assertThat(text(owner.step(asked.replace("response_type=code&scope=snsapi_base&", ""))))
                .contains("无法访问");
        assertThat(text(owner.step(asked.replaceAll("state=\\w+", "state=a-b")))).contains("无法访问");
        assertThat(text(Visitor.onAComputer().step(asked))).contains("请在微信客户端打开链接");
        String call = tokenCall("?code=" + "0".repeat(32));
        assertThat(text(bot.fetch(call))).contains("40029");
        assertThat(text(bot.fetch(call.replace("appid=wx", "appid=wy")))).contains("40013");
        assertThat(text(bot.fetch(call.replace("secret=7", "secret=8")))).contains("40125");
        assertThat(text(bot.fetch(call.replaceAll("code=0+", "")))).contains("41008");
        String good = tokenCall(leadsTo(owner.step(asked)));
        assertThat(text(bot.fetch(good))).contains(OWNER);
        assertThat(text(bot.fetch(good))).contains("40163");
    }

    @Test
    void showsWechatThatTheDomainIsTheAccounts() {
        HttpResponse<byte[]> file = bot.fetch(bot.base() + "/" + CHECK);

        assertThat(text(file)).isEqualTo("aB3dE5gH7jK9mN1p");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(bot.fetch(bot.base() + "/MP_verify_aB3dE5gH7jK9mN1q.txt").statusCode())
                .isEqualTo(404);
    }
}
