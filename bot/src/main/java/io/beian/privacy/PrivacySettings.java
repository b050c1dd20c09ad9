package io.beian.privacy;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are that seal what is kept about people.
 *
 * @param keys the key set itself, for an environment variable; comes before the file
 * @param keysFile the file with the key set
 * @param makeKeys whether that file is made if it is not there
 * @param transit the service that has wrapped the key set, if one has
 * @param readUnsealed whether what was kept before there were seals can be read; to be switched off
 *     again once all of it has been sealed
 */
@ConfigurationProperties("beian.privacy")
public record PrivacySettings(
        @Nullable Secret keys,
        @Nullable Path keysFile,
        @DefaultValue("false") boolean makeKeys,
        @Nullable Transit transit,
        @DefaultValue("false") boolean readUnsealed) {

    /**
     * A key management service that speaks the transit API of OpenBao and HashiCorp Vault.
     *
     * @param address with the mount, such as {@code https://bao:8200/v1/transit}
     * @param key name of the key that wraps
     * @param token what lets the bot decrypt with it
     */
    public record Transit(URI address, String key, Secret token) {}
}
