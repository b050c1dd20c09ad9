package io.beian.privacy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault with the keys of the settings. */
@Configuration(proxyBeanMethods = false)
public class PrivacyWiring {

    @Bean
    KeyRing keyRing(PrivacySettings settings) {
        return new KeyPlace(settings).load();
    }

    @Bean
    Vault vault(KeyRing keys, PrivacySettings settings) {
        return keys.vault(settings.readUnsealed());
    }
}
