package io.beian.http;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bounds what is taken over HTTP. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedProtocol(
            HttpSettings settings) {
        return server -> {
            server.setProtocol(BoundedProtocol.class.getName());
            server.addConnectorCustomizers(
                    connector ->
                            ((BoundedProtocol) connector.getProtocolHandler())
                                    .setWithin(settings.arrivesWithin()));
        };
    }

    @Bean
    WholeBody wholeBody(HttpSettings settings) {
        return new WholeBody(settings);
    }
}
