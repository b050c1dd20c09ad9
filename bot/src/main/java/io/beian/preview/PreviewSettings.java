package io.beian.preview;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links to the order.
 *
 * @param linkLives how long a link can be opened
 * @param pagesInChat most page images sent to the chat; each takes one of the five sends that a
 *     message of the person allows
 */
@ConfigurationProperties("beian.preview")
record PreviewSettings(
        @DefaultValue("30m") Duration linkLives, @DefaultValue("2") int pagesInChat) {

    /**
     * What is said of the bot as a whole.
     *
     * @param publicBaseUrl where links point: the bot as people's browsers reach it
     */
    @ConfigurationProperties("beian")
    record Base(@DefaultValue("http://127.0.0.1:8080") URI publicBaseUrl) {}
}
