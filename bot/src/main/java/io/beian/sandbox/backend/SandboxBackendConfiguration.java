package io.beian.sandbox.backend;

import io.beian.backend.EventSignature;
import io.beian.backend.FilingSettings;
import io.beian.backend.Ticker;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;

/** Wires the reference backend; its key and secret stand in a file any other setting overrides. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@PropertySource("classpath:sandbox/filing.properties")
class SandboxBackendConfiguration {

    private static final String PAGES = "http://127.0.0.1:%s";
    private static final String EVENTS = PAGES + "/filing/events";
    private static final int TOKEN_BYTES = 24;

    @Bean
    Materials sandboxMaterials(@Value("${beian.data-dir:./data}") Path data) {
        return new Materials(data.resolve("backend").resolve("materials"));
    }

    @Bean
    Captures sandboxCaptures(Materials materials) {
        return new Captures(Seeds.load(), materials);
    }

    @Bean
    OrderBook sandboxOrders(
            @Value("${beian.data-dir:./data}") Path data,
            Materials materials,
            Environment environment,
            ObjectProvider<InstantSource> clock) {
        SecureRandom random = new SecureRandom();
        return new OrderBook(
                new OrderFiles(data.resolve("backend").resolve("orders")),
                new OrderRules(materials::has),
                new Register(Seeds.load()),
                new OrderViews(() -> PAGES.formatted(environment.getProperty("local.server.port"))),
                () -> token(random),
                clock.getIfAvailable(InstantSource::system));
    }

    private static String token(SecureRandom random) {
        byte[] chance = new byte[TOKEN_BYTES];
        random.nextBytes(chance);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }

    @Bean
    Matching sandboxMatching(OrderBook orders, ObjectProvider<InstantSource> clock) {
        return new Matching(orders, new ProofLock(clock.getIfAvailable(InstantSource::system)));
    }

    @Bean
    FilterRegistrationBean<ApiKeyFilter> sandboxBackendKey(FilingSettings settings) {
        FilterRegistrationBean<ApiKeyFilter> filter =
                new FilterRegistrationBean<>(new ApiKeyFilter(settings.apiKey()));
        filter.addUrlPatterns("/sandbox/filing/*");
        return filter;
    }

    @Bean
    EventPusher sandboxEventPusher(
            OrderBook orders,
            FilingSettings settings,
            Environment environment,
            ObjectProvider<InstantSource> clock) {
        return new EventPusher(
                orders,
                new EventSignature(settings.webhookSecret()),
                () ->
                        URI.create(
                                environment.getProperty(
                                        "beian.sandbox.filing-events-url",
                                        EVENTS.formatted(
                                                environment.getProperty("local.server.port")))),
                clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    Ticker sandboxEventPushing(
            EventPusher pusher, @Value("${beian.sandbox.filing-push-every:300ms}") Duration pause) {
        return new Ticker("sandbox-filing-push", pause, pusher::tick);
    }

    @Bean
    Ticker sandboxOrderTimers(
            OrderBook orders, @Value("${beian.sandbox.filing-timers-every:300ms}") Duration pause) {
        return new Ticker("sandbox-filing-timers", pause, orders::tick);
    }
}
