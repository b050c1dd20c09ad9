package io.beian.sandbox.backend;

import io.beian.backend.FilingSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.annotation.PropertySource;

/** Wires the reference backend; its key and secret stand in a file any other setting overrides. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@PropertySource("classpath:sandbox/filing.properties")
class SandboxBackendConfiguration {

    @Bean
    Materials sandboxMaterials(@Value("${beian.data-dir:./data}") Path data) {
        return new Materials(data.resolve("backend").resolve("materials"));
    }

    @Bean
    OrderBook sandboxOrders(
            @Value("${beian.data-dir:./data}") Path data,
            Materials materials,
            ObjectProvider<InstantSource> clock) {
        return new OrderBook(
                new OrderFiles(data.resolve("backend").resolve("orders")),
                new OrderRules(materials::has),
                new Register(Seeds.load()),
                clock.getIfAvailable(InstantSource::system));
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
}
