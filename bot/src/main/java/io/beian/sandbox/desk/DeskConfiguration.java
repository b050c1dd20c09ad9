package io.beian.sandbox.desk;

import io.beian.dialogue.Procedure;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Wires the desk. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class DeskConfiguration {

    @Bean
    DeskViews deskViews(ObjectProvider<Procedure> procedure) {
        return new DeskViews(new Labels(Optional.ofNullable(procedure.getIfAvailable())));
    }
}
