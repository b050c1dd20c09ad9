package io.beian.privacy;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals anew what is under older keys. */
@Configuration(proxyBeanMethods = false)
class ResealingWiring {

    @Bean
    Resealing resealing(
            List<SealedPlace> places,
            KeyRing keys,
            PrivacySettings settings,
            MeterRegistry metrics) {
        return new Resealing(places, keys.size() > 1 || settings.readUnsealed(), metrics);
    }
}
