package io.beian.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only this machine see the sandbox: no other address, no name an attacker had resolved to us
 * (DNS rebinding), no foreign page that makes the browser write to us.
 */
final class LoopbackOnly extends OncePerRequestFilter {

    private static final String NAME = "(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?";
    private static final Pattern HOST = Pattern.compile(NAME);
    private static final Pattern ORIGIN = Pattern.compile("http://" + NAME);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isOurs(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return Loopback.isAddress(request.getRemoteAddr())
                && matches(HOST, request.getHeader(HttpHeaders.HOST))
                && (origin == null || matches(ORIGIN, origin));
    }

    private static boolean matches(Pattern pattern, @Nullable String value) {
        return value != null && pattern.matcher(value).matches();
    }
}
