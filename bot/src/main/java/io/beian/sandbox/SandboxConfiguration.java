package io.beian.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Wires the sandbox's pages and keeps strangers out of them. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@Import(Inspector.class)
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
