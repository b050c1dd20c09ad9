package io.beian.sandbox.wechat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Makes the browser on this machine that of the phone in hand: the account's pages see WeChat's own
 * browser, and cookies that no other phone has.
 */
final class PhoneBrowser extends OncePerRequestFilter {

    private static final String WECHAT =
            "Mozilla/5.0 (Linux; Android 14; Sandbox) MicroMessenger/8.0.50";

    /** Whose phone is in hand, as the phone's page set it; browsers mix up the ports of a host. */
    static Optional<String> holder(HttpServletRequest request) {
        return Optional.ofNullable(
                        WebUtils.getCookie(request, "sandbox-phone-" + request.getServerPort()))
                .map(Cookie::getValue)
                .filter(openid -> openid.matches("[A-Za-z0-9_-]{1,64}"));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/sandbox");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> phone = holder(request);
        if (phone.isPresent()) {
            String mark = "." + phone.get();
            chain.doFilter(new FromPhone(request, mark), new ToPhone(response, mark));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class FromPhone extends HttpServletRequestWrapper {

        private final String mark;

        FromPhone(HttpServletRequest request, String mark) {
            super(request);
            this.mark = mark;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.USER_AGENT) ? WECHAT : super.getHeader(name);
        }

        @Override
        public Cookie[] getCookies() {
            Cookie[] all = super.getCookies();
            return all == null
                    ? new Cookie[0]
                    : Arrays.stream(all)
                            .filter(cookie -> cookie.getName().endsWith(mark))
                            .map(this::unmarked)
                            .toArray(Cookie[]::new);
        }

        private Cookie unmarked(Cookie cookie) {
            String name = cookie.getName();
            return new Cookie(name.substring(0, name.length() - mark.length()), cookie.getValue());
        }
    }

    private static final class ToPhone extends HttpServletResponseWrapper {

        private final String mark;

        ToPhone(HttpServletResponse response, String mark) {
            super(response);
            this.mark = mark;
        }

        @Override
        public void addHeader(String name, String value) {
            boolean cookie = name.equalsIgnoreCase(HttpHeaders.SET_COOKIE);
            super.addHeader(name, cookie ? value.replaceFirst("=", mark + "=") : value);
        }
    }
}
