package io.beian.sandbox;

import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Wires the sandbox's pages and keeps strangers out of them. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@Import({Inspector.class, ClockApi.class})
class SandboxConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SandboxConfiguration.class);

    @Bean
    FilterRegistrationBean<LoopbackOnly> loopbackOnly() {
        FilterRegistrationBean<LoopbackOnly> filter =
                new FilterRegistrationBean<>(new LoopbackOnly());
        filter.addUrlPatterns("/sandbox", "/sandbox/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Every part asks for a clock and gets this one; it is ahead of whatever clock there was. */
    @Bean
    @Primary
    SandboxClock sandboxClock(
            @Qualifier("clock") ObjectProvider<InstantSource> clock,
            @Value("${beian.data-dir:./data}") Path data) {
        return new SandboxClock(
                clock.getIfAvailable(InstantSource::system), data.resolve("sandbox-clock"));
    }

    @Bean
    SandboxPages sandboxPages() {
        return new SandboxPages();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> sandboxAnnouncement(Environment environment) {
        return ready ->
                log.info(
                        "The sandbox is ready. Open http://127.0.0.1:{}/sandbox",
                        environment.getProperty("local.server.port"));
    }
}
