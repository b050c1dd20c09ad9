package io.beian.wechat;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Opens HTTP clients that check certificates and host names; WxJava's own trusts anybody, and
 * secrets and identity papers travel here.
 */
final class VerifyingHttpClient {

    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private VerifyingHttpClient() {}

    /** Sends each request once, to the address it was made for: no retries, no redirects. */
    static CloseableHttpClient open(WechatSettings settings, SSLContext trust) {
        Timeout response = Timeout.of(settings.responseTimeout());
        RequestConfig request =
                RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
                        .setResponseTimeout(response)
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections(settings, trust, response))
                .setDefaultRequestConfig(request)
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            WechatSettings settings, SSLContext trust, Timeout response) {
        ConnectionConfig connection =
                ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setSocketTimeout(response)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                .setDefaultConnectionConfig(connection)
                .setMaxConnPerRoute(settings.maxConnections())
                .setMaxConnTotal(settings.maxConnections())
                .build();
    }
}
