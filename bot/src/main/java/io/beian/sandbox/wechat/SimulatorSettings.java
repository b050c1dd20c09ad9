package io.beian.sandbox.wechat;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * The account the simulated WeChat knows and the bot it talks to.
 *
 * @param appId of the account
 * @param secret of the account
 * @param token signs what is sent to the bot
 * @param aesKey seals what is sent to the bot
 * @param originalId the account's gh_ id
 * @param botUrl where the account's messages are sent
 * @param selfUrl where this simulator is reached, for the links to pictures
 * @param patience how long WeChat waits for an answer before it cuts the connection
 * @param dataDir where chats and media are kept
 */
@Validated
@Profile("sandbox")
@ConfigurationProperties("beian.sandbox.wechat")
record SimulatorSettings(
        @NotBlank String appId,
        @NotBlank String secret,
        @NotBlank String token,
        @NotNull @Pattern(regexp = "[A-Za-z0-9]{43}") String aesKey,
        @NotBlank String originalId,
        @NotNull URI botUrl,
        @NotNull URI selfUrl,
        @DefaultValue("5s") Duration patience,
        @NotNull Path dataDir) {

    @Override
    public String toString() {
        return "SimulatorSettings[" + appId + " → " + botUrl + "]";
    }
}
