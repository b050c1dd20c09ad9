package io.beian.wechat;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The menu below the chat.
 *
 * @param menu {@code keep} leaves the menu an account has as it is and gives the bot's to one that
 *     has none; {@code replace} puts the bot's in its place at each start
 */
@ConditionalOnProperty("beian.wechat.app-id")
@ConfigurationProperties("beian.wechat")
record MenuSettings(@DefaultValue("keep") Menu menu) {

    /** What becomes of a menu that is there. */
    enum Menu {
        KEEP,
        REPLACE
    }
}
