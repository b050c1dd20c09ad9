package io.beian.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beian.link.Links.Link;
import io.beian.link.Notes.Why;
import io.beian.outbox.WebAuthorisation;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

/**
 * Lets a page be seen by the owner of its link only. A browser that has not shown yet whose it is
 * goes to WeChat for it and comes back to the link, never to another address.
 */
final class OwnerOnly implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(OwnerOnly.class);

    static final String VISIT = "beian-visit";
    static final String NONCE = "beian-nonce";

    /** WeChat's codes are good for five minutes. */
    private static final Duration WAY_LASTS = Duration.ofMinutes(10);

    private final OwnPage page;
    private final Links links;
    private final Visits visits;
    private final Tokens tokens;
    private final WebAuthorisation authorisation;
    private final Notes notes;

    OwnerOnly(
            OwnPage page,
            Links links,
            Visits visits,
            Tokens tokens,
            WebAuthorisation authorisation,
            Notes notes) {
        this.page = page;
        this.links = links;
        this.visits = visits;
        this.tokens = tokens;
        this.authorisation = authorisation;
        this.notes = notes;
    }

    /** Somebody at a link. */
    private record Caller(HttpServletRequest request, HttpServletResponse response, URI link) {

        String parameter(String name) {
            return Objects.requireNonNullElse(request.getParameter(name), "");
        }

        String cookie(String name) {
            Cookie cookie = WebUtils.getCookie(request, name);
            return cookie == null ? "" : cookie.getValue();
        }

        /** WeChat sent the browser back, with or without a code. */
        boolean comesBack() {
            return request.getParameter("code") != null || request.getParameter("state") != null;
        }
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        keepPrivate(response);
        String token = token(request);
        Caller caller = new Caller(request, response, links.address(page.path(), token));
        try {
            Optional<Link> link = links.find(page.path(), token);
            if (link.isEmpty()) {
                return refuse(caller, Why.GONE);
            }
            request.setAttribute(Link.ATTRIBUTE, link.get());
            return !authorisation.offered() || admit(caller, link.get());
        } catch (DataAccessException e) {
            return refuse(caller, Why.BUSY);
        }
    }

    /** Nothing of it is kept by a browser, found or referred to; not even where it leads. */
    private static void keepPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }

    private static String token(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        String given = variables instanceof Map<?, ?> map ? String.valueOf(map.get("token")) : "";
        return Tokens.isOne(given) ? given : "";
    }

    private boolean admit(Caller caller, Link link) throws IOException {
        if (visits.known(caller.cookie(VISIT), caller.link())) {
            // Neither code nor state stays in the address.
            return !caller.comesBack() || send(caller, caller.link());
        }
        String userAgent = caller.request().getHeader(HttpHeaders.USER_AGENT);
        if (userAgent == null || !authorisation.inside(userAgent)) {
            return refuse(caller, Why.OUTSIDE);
        }
        return caller.comesBack() ? receive(caller, link) : ask(caller, State.Attempt.FIRST);
    }

    private boolean receive(Caller caller, Link link) throws IOException {
        String nonce = caller.cookie(NONCE);
        Optional<State.Attempt> attempt =
                Tokens.isOne(nonce)
                        ? new State(nonce, caller.link()).attempt(caller.parameter("state"))
                        : Optional.empty();
        String code = caller.parameter("code");
        if (attempt.isEmpty() || code.isEmpty()) {
            return refuse(caller, Why.UNSURE);
        }
        WebAuthorisation.Answer answer = authorisation.whoCame(code);
        if (answer instanceof WebAuthorisation.Answer.Person person) {
            return same(person.id().value(), link.owner().value())
                    ? welcome(caller)
                    : refuse(caller, Why.OTHER);
        }
        if (answer instanceof WebAuthorisation.Answer.TryLater) {
            return refuse(caller, Why.BUSY);
        }
        return attempt.get() == State.Attempt.FIRST
                ? ask(caller, State.Attempt.LAST)
                : refuse(caller, Why.UNSURE);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private boolean welcome(Caller caller) {
        keep(caller, VISIT, visits.begin(caller.link()), Visits.LAST);
        return send(caller, caller.link());
    }

    /** A link that is opened twice at once shares its nonce, so that both find back. */
    private boolean ask(Caller caller, State.Attempt attempt) {
        String known = caller.cookie(NONCE);
        String nonce = Tokens.isOne(known) ? known : tokens.fresh();
        keep(caller, NONCE, nonce, WAY_LASTS);
        String state = new State(nonce, caller.link()).text(attempt);
        return send(caller, authorisation.askAt(caller.link(), state));
    }

    private static void keep(Caller caller, String name, String value, Duration lasts) {
        ResponseCookie cookie =
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure("https".equals(caller.link().getScheme()))
                        // Strict would not be sent on the way back from WeChat.
                        .sameSite("Lax")
                        .path(caller.link().getRawPath())
                        .maxAge(lasts)
                        .build();
        caller.response().addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static boolean send(Caller caller, URI to) {
        caller.response().setStatus(HttpServletResponse.SC_FOUND);
        caller.response().setHeader(HttpHeaders.LOCATION, to.toString());
        return false;
    }

    private boolean refuse(Caller caller, Why why) throws IOException {
        log.debug("page={} not shown, for {}", page.path(), why);
        byte[] html = notes.html(why, page, caller.link()).getBytes(UTF_8);
        caller.response().setStatus(why.status().value());
        caller.response().setContentType("text/html;charset=UTF-8");
        caller.response().getOutputStream().write(html);
        return false;
    }
}
