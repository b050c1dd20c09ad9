package io.beian.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.ConversationId;
import io.beian.link.Links.Link;
import io.beian.outbox.WebAuthorisation;
import io.beian.paper.Paper;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.TestRedis;
import io.beian.wording.Wording;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

class OwnerOnlyTest {

    private static final ConversationId OWNER = new ConversationId("oOwner");
    private static final OwnPage PAGE = new OwnPage("preview", "过期了", "不是您的");

    @RegisterExtension
    static final RedisServerExtension server = new RedisServerExtension(TestRedis.SETTINGS);

    private static final Paper PAPER = new Paper();

    private final StringRedisTemplate redis = new StringRedisTemplate(server.redis().connections());
    private final Tokens tokens = new Tokens(new SecureRandom());
    private final Links links = new Links(redis, tokens, URI.create("https://example.com/bot/"));
    private final String link = links.make("preview", new Link(OWNER, "c1"), Duration.ofMinutes(1));
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private WebAuthorisation.Answer answer = new WebAuthorisation.Answer.Person(OWNER);
    private boolean offered = true;
    private int asked;

    private final WebAuthorisation wechat =
            new WebAuthorisation() {
                @Override
                public boolean offered() {
                    return offered;
                }

                @Override
                public boolean inside(String userAgent) {
                    return userAgent.equals("WeChat");
                }

                @Override
                public URI askAt(URI comeBack, String state) {
                    return URI.create("https://wechat.example.com/?to=" + comeBack + "&s=" + state);
                }

                @Override
                public Answer whoCame(String code) {
                    asked++;
                    return answer;
                }
            };

    private boolean opens(MockHttpServletRequest request) throws IOException {
        OwnerOnly guard =
                new OwnerOnly(
                        PAGE,
                        links,
                        new Visits(redis, tokens),
                        tokens,
                        wechat,
                        new Notes(PAPER, new Wording()));
        return guard.preHandle(request, response, this);
    }

    private MockHttpServletRequest at(String token) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("User-Agent", "WeChat");
        request.setAttribute(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("token", token));
        return request;
    }

    private String token() {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private MockHttpServletRequest back(String nonce, String state, String code) {
        MockHttpServletRequest request = at(token());
        request.setCookies(new jakarta.servlet.http.Cookie("beian-nonce", nonce));
        request.setParameter("state", state);
        request.setParameter("code", code);
        return request;
    }

    @Test
    void staysOpenToWhoeverHasTheLinkWhereTheAccountCannotAsk() throws IOException {
        offered = false;
        MockHttpServletRequest request = at(token());

        assertThat(opens(request)).isTrue();
        assertThat(request.getAttribute(Link.ATTRIBUTE)).isEqualTo(new Link(OWNER, "c1"));
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getCookies()).isEmpty();
    }

    @Test
    void keepsCookiesToEncryptedConnectionsAndToThePathTheBrowserSees() throws IOException {
        assertThat(opens(at(token()))).isFalse();

        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getHeader("Location"))
                .startsWith("https://wechat.example.com/?to=https://example.com/bot/preview/");
        assertThat(response.getHeader("Set-Cookie"))
                .contains("; Secure", "; HttpOnly", "Path=/bot/preview/" + token() + ";");
    }

    @Test
    void letsTheOwnerInAtACleanAddress() throws IOException {
        String nonce = tokens.fresh();
        String state = new State(nonce, URI.create(link)).text(State.Attempt.FIRST);

        assertThat(opens(back(nonce, state, "c"))).isFalse();

        assertThat(response.getHeader("Location")).isEqualTo(link);
        MockHttpServletRequest again = at(token());
        again.setCookies(response.getCookies());
        assertThat(opens(again)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "oOwner", "😀", "../..", "{token}", "AAAA BBBB", "%00"})
    void knowsNoOtherLink(String token) throws IOException {
        assertThat(opens(at(token))).isFalse();
        assertThat(opens(at(token.repeat(5000)))).isFalse();

        assertThat(response.getStatus()).isEqualTo(410);
        assertThat(response.getContentAsString()).contains("过期了");
    }

    @Test
    void asksWechatNothingForAStateThatIsNotOfThisBrowser() throws IOException {
        String nonce = tokens.fresh();
        String state = new State(nonce, URI.create(link)).text(State.Attempt.FIRST);

        assertThat(opens(back(tokens.fresh(), state, "c"))).isFalse();
        assertThat(opens(back("", state, "c"))).isFalse();
        assertThat(opens(back("😀".repeat(5000), state, "c"))).isFalse();
        assertThat(opens(back(nonce, state + "0", "c"))).isFalse();
        assertThat(opens(back(nonce, "😀".repeat(5000), "c"))).isFalse();
        assertThat(opens(back(nonce, state, ""))).isFalse();

        assertThat(asked).isZero();
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getHeaders("Set-Cookie")).isEmpty();
    }

    @Test
    void takesNothingThatBelongsToAnotherLinkOfTheSamePerson() throws IOException {
        String other = links.make("preview", new Link(OWNER, "c2"), Duration.ofMinutes(1));
        String nonce = tokens.fresh();
        String state = new State(nonce, URI.create(other)).text(State.Attempt.FIRST);
        MockHttpServletRequest visiting = at(token());
        visiting.setCookies(
                new jakarta.servlet.http.Cookie(
                        "beian-visit", new Visits(redis, tokens).begin(URI.create(other))));

        assertThat(opens(visiting)).isFalse();
        assertThat(opens(back(nonce, state, "c"))).isFalse();
        assertThat(asked).isZero();
    }

    @Test
    void goesToWechatTwiceAtMost() throws IOException {
        answer = new WebAuthorisation.Answer.CodeSpent();
        String nonce = tokens.fresh();
        State state = new State(nonce, URI.create(link));

        assertThat(opens(back(nonce, state.text(State.Attempt.FIRST), "c"))).isFalse();
        assertThat(response.getHeader("Location")).endsWith(state.text(State.Attempt.LAST));
        assertThat(opens(back(nonce, state.text(State.Attempt.LAST), "c"))).isFalse();
        assertThat(response.getStatus()).isEqualTo(403);
    }

    @Test
    void turnsAwaySomebodyElse() throws IOException {
        answer = new WebAuthorisation.Answer.Person(new ConversationId("oOwner2"));
        String nonce = tokens.fresh();
        String state = new State(nonce, URI.create(link)).text(State.Attempt.FIRST);

        assertThat(opens(back(nonce, state, "c"))).isFalse();

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentAsString()).contains("不是您的");
        assertThat(response.getHeaders("Set-Cookie")).isEmpty();
    }

    @Test
    void forgetsAVisitByTheTimeItsCookieGoes() throws IOException {
        String visit = new Visits(redis, tokens).begin(URI.create(link));
        String key = "visit:" + Tokens.hash(visit);

        assertThat(redis.getExpire(key)).isBetween(1790L, 1800L);
        assertThat(redis.opsForValue().get(key)).doesNotContain(token(), OWNER.value());
        MockHttpServletRequest request = at(token());
        request.setCookies(new jakarta.servlet.http.Cookie("beian-visit", visit));
        assertThat(opens(request)).isTrue();
        redis.delete(key);
        assertThat(opens(request)).isFalse();
    }
}
