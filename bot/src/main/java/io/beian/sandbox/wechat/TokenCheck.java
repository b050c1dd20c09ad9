package io.beian.sandbox.wechat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Lets nobody call the API without a valid token. */
final class TokenCheck implements HandlerInterceptor {

    private final AccessTokens tokens;
    private final JsonMapper json;

    TokenCheck(AccessTokens tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        ApiCode code = tokens.check(token(request));
        if (code == ApiCode.OK) {
            return true;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(code.body()));
        return false;
    }

    /** From the address only: asking for a parameter would read the body. */
    private static String token(HttpServletRequest request) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return Objects.requireNonNullElse(
                UriComponentsBuilder.newInstance()
                        .query(query)
                        .build()
                        .getQueryParams()
                        .getFirst("access_token"),
                "");
    }
}
