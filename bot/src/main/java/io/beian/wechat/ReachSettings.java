package io.beian.wechat;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are reached of our own accord.
 *
 * @param stopLasts for how long nothing is sent once WeChat has banned the account (48004)
 * @param resumeSending whether to forget such a ban at the start
 * @param jssdkUrl the script a page loads to use WeChat's own elements
 */
@ConditionalOnProperty("beian.wechat.app-id")
@ConfigurationProperties("beian.wechat")
record ReachSettings(
        @DefaultValue("6h") Duration stopLasts,
        @DefaultValue("false") boolean resumeSending,
        @DefaultValue("https://res.wx.qq.com/open/js/jweixin-1.6.0.js") String jssdkUrl) {}
