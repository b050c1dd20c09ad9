package io.beian.link;

import io.beian.outbox.WebAuthorisation;
import io.beian.paper.Paper;
import io.beian.wording.Wording;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires links, and a guard before every page that is somebody's own. */
@Configuration(proxyBeanMethods = false)
class LinkConfiguration {

    @Bean
    Tokens linkTokens() {
        return new Tokens(new SecureRandom());
    }

    @Bean
    Links links(
            StringRedisTemplate redis,
            Tokens linkTokens,
            @Value("${beian.public-base-url:http://127.0.0.1:8080}") URI base) {
        return new Links(redis, linkTokens, base);
    }

    @Bean
    WebMvcConfigurer ownerOnly(
            List<OwnPage> pages,
            Links links,
            Tokens linkTokens,
            StringRedisTemplate redis,
            WebAuthorisation authorisation,
            Paper paper,
            Wording wording) {
        Visits visits = new Visits(redis, linkTokens);
        Notes notes = new Notes(paper, wording);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                for (OwnPage page : pages) {
                    registry.addInterceptor(
                                    new OwnerOnly(
                                            page, links, visits, linkTokens, authorisation, notes))
                            .addPathPatterns("/" + page.path() + "/**");
                }
            }
        };
    }
}
