package io.beian.photo;

import io.beian.privacy.Vault;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Wires the checking and keeping of pictures. */
@Configuration(proxyBeanMethods = false)
class PhotoConfiguration {

    @Bean
    PhotoCheck photoCheck(PhotoSettings settings) {
        return new PhotoCheck(settings);
    }

    @Bean
    @Conditional(S3Configured.Not.class)
    FilePhotoStore photoStore(@Value("${beian.data-dir:./data}") Path dataDir, Vault vault) {
        return new FilePhotoStore(dataDir.resolve("photos"), vault);
    }
}
