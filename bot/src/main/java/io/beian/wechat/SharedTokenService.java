package io.beian.wechat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpConfigStorage;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * WxJava's service with three things of ours: the HTTP client, the token, and silence.
 *
 * <ul>
 *   <li>WxJava's default HTTP client accepts any certificate and is shared by the whole JVM.
 *   <li>WxJava lets each waiting thread fetch the token again. A stable token is the same for every
 *       node that asks, so one lock per node is enough.
 *   <li>WxJava logs token and body of a refused call at WARN, and sleeps on the caller's thread
 *       when WeChat is busy. Here a call is made once, or twice if the token was out of date.
 * </ul>
 */
final class SharedTokenService extends WxMpServiceImpl {

    private static final Set<Integer> TOKEN_OUT_OF_DATE = Set.of(40001, 40014, 42001);

    private static final Duration TOKEN_LASTS = Duration.ofHours(2);

    private final CloseableHttpClient http;
    private final InstantSource clock;
    private volatile Seen seen = new Seen("", Instant.MIN);

    /** A token and when this node has first seen it. */
    private record Seen(String token, Instant at) {}

    SharedTokenService(CloseableHttpClient http, WxMpConfigStorage storage, InstantSource clock) {
        this.http = http;
        this.clock = clock;
        setWxMpConfigStorage(storage);
    }

    @Override
    public void initHttp() {
        // The client is given.
    }

    @Override
    public CloseableHttpClient getRequestHttpClient() {
        return http;
    }

    @Override
    public <T, E> T execute(RequestExecutor<T, E> executor, String uri, E data)
            throws WxErrorException {
        String token = getAccessToken(false);
        try {
            return call(executor, uri, data, token);
        } catch (WxErrorException e) {
            if (!TOKEN_OUT_OF_DATE.contains(e.getError().getErrorCode())) {
                throw e;
            }
            return call(executor, uri, data, tokenAfter(token));
        }
    }

    private static <T, E> T call(RequestExecutor<T, E> executor, String uri, E data, String token)
            throws WxErrorException {
        String separator = uri.contains("?") ? "&" : "?";
        String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
        try {
            return executor.execute(uri + separator + "access_token=" + encoded, data, WxType.MP);
        } catch (IOException e) {
            throw new WxErrorException(e);
        } catch (RuntimeException e) {
            // What WxJava's JSON readers throw at an answer that is none; it may quote the answer.
            throw new WxErrorException(new IOException("not an answer of WeChat"));
        }
    }

    @Override
    public String getAccessToken(boolean forceRefresh) throws WxErrorException {
        String token = forceRefresh ? null : storedToken();
        return token != null ? token : fetchToken(forceRefresh);
    }

    private synchronized String fetchToken(boolean forceRefresh) throws WxErrorException {
        String meanwhile = forceRefresh ? null : storedToken();
        if (meanwhile != null) {
            return meanwhile;
        }
        WxAccessToken token = requestToken(forceRefresh);
        getWxMpConfigStorage().updateAccessToken(token.getAccessToken(), token.getExpiresIn());
        seen = new Seen(token.getAccessToken(), clock.instant());
        return token.getAccessToken();
    }

    private WxAccessToken requestToken(boolean forceRefresh) throws WxErrorException {
        try {
            String answer = doGetStableAccessTokenRequest(forceRefresh);
            WxError error = WxError.fromJson(answer, WxType.MP);
            if (error.getErrorCode() != 0) {
                throw new WxErrorException(error);
            }
            WxAccessToken token = WxAccessToken.fromJson(answer);
            if (!token.getAccessToken().isBlank() && token.getExpiresIn() > 0) {
                return token;
            }
        } catch (IOException | RuntimeException e) {
            // Nothing of it may be quoted: the request holds the secret, the answer the token.
            throw new WxErrorException(new TokenUnavailable());
        }
        throw new WxErrorException(new TokenUnavailable());
    }

    /** Another thread or node may have replaced the rejected token already. */
    private synchronized String tokenAfter(String rejected) throws WxErrorException {
        if (rejected.equals(storedToken())) {
            getWxMpConfigStorage().expireAccessToken();
        }
        return getAccessToken(false);
    }

    /** Redis lets a token expire by its own clock, which does not follow one that is set. */
    private @Nullable String storedToken() {
        String token = getWxMpConfigStorage().getAccessToken();
        if (token == null) {
            return null;
        }
        Instant now = clock.instant();
        Seen known = seen;
        if (!known.token().equals(token)) {
            seen = new Seen(token, now);
            return token;
        }
        return now.isBefore(known.at().plus(TOKEN_LASTS)) ? token : null;
    }

    /** The call itself was never made. */
    static final class TokenUnavailable extends IOException {

        TokenUnavailable() {
            super("no access token");
        }
    }
}
