package io.beian.sandbox;

import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the phone, the inspector and the side of the agents. */
final class SandboxPages implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/sandbox/phone/**")
                .addResourceLocations("classpath:/sandbox/phone/")
                .setCacheControl(CacheControl.noStore());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/sandbox").setViewName("forward:/sandbox/phone/phone.html");
        registry.addRedirectViewController("/sandbox/", "/sandbox");
        registry.addViewController("/sandbox/agents")
                .setViewName("forward:/sandbox/phone/agents.html");
        registry.addViewController("/sandbox/inspector")
                .setViewName("forward:/sandbox/phone/inspector.html");
    }
}
