package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.beian.dialogue.ConversationId;
import io.beian.outbox.WebAuthorisation;
import io.beian.outbox.WebAuthorisation.Answer.CodeSpent;
import io.beian.outbox.WebAuthorisation.Answer.Person;
import io.beian.outbox.WebAuthorisation.Answer.TryLater;
import io.beian.wechat.FakeWechat.Answer;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class WebVisitorsTest {

    private static final String WHO = "/sns/oauth2/access_token";

    @RegisterExtension static final ApiKit kit = new ApiKit();

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        root().addAppender(logged);
    }

    @AfterEach
    void ignore() {
        root().detachAppender(logged);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static WebAuthorisation visitors() {
        return new WebVisitors(kit.api(), true);
    }

    @Test
    void sendsTheBrowserWithTheParametersInTheOrderWechatInsistsOn() {
        URI to = visitors().askAt(URI.create("https://example.com/preview/a?b=c"), "0f");

        assertThat(to)
                .hasToString(
                        kit.wechat().uri()
                                + "/connect/oauth2/authorize?appid="
                                + Sample.APP_ID
                                + "&redirect_uri=https%3A%2F%2Fexample.com%2Fpreview%2Fa%3Fb%3Dc"
                                + "&response_type=code&scope=snsapi_base&state=0f"
                                + "&connect_redirect=1#wechat_redirect");
    }

    @Test
    void exchangesACodeForAPerson() {
        kit.wechat()
                .answer(
                        WHO,
                        new Answer(
                                200,
                                "text/plain",
                                "{\"access_token\":\"s3cr3t\",\"openid\":\"o-1\"}"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                true));

        assertThat(visitors().whoCame("c&appid=x"))
                .isEqualTo(new Person(new ConversationId("o-1")));

        assertThat(kit.wechat().only(WHO).query())
                .isEqualTo(
                        "appid=%s&secret=%s&code=c%%26appid%%3Dx&grant_type=authorization_code"
                                .formatted(Sample.APP_ID, Sample.SECRET));
        assertThat(kit.wechat().requests(FakeWechat.TOKEN_PATH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"40029", "40163", "42003"})
    void wantsAnotherCode(int code) {
        kit.wechat().answer(WHO, Answer.error(code));

        assertThat(visitors().whoCame("c")).isInstanceOf(CodeSpent.class);
    }

    @ParameterizedTest
    @CsvSource({"-1", "45011", "40125", "40013", "48001", "48004"})
    void waitsForBetterTimes(int code) {
        kit.wechat().answer(WHO, Answer.error(code));

        assertThat(visitors().whoCame("s3cr3t-code")).isInstanceOf(TryLater.class);
        assertThat(logged.list)
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line.getFormattedMessage())
                                        .contains(Integer.toString(code))
                                        .doesNotContain("s3cr3t", Sample.SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "[]", "{\"openid\":\"\"}", "{\"openid\":null}"})
    void makesNothingOfAnAnswerThatIsNone(String answer) {
        kit.wechat().answer(WHO, Answer.json(answer));

        assertThat(visitors().whoCame("c")).isInstanceOf(TryLater.class);
    }

    @Test
    void waitsWhileNobodyAnswers() throws IOException {
        WebAuthorisation visitors = new WebVisitors(kit.api(ApiKit.nobody()), true);

        assertThat(visitors.whoCame("s3cr3t-code")).isInstanceOf(TryLater.class);
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("s3cr3t") || line.contains(Sample.SECRET));
    }

    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (iPhone) AppleWebKit MicroMessenger/8.0.50 NetType/WIFI', true",
        "'Mozilla/5.0 (Windows NT 10.0) Chrome/116 MicroMessenger/7.0.20 WindowsWechat', true",
        "'Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537.36', false",
        "'', false"
    })
    void knowsWechatsBrowser(String userAgent, boolean inside) {
        assertThat(visitors().inside(userAgent)).isEqualTo(inside);
    }
}
