package io.beian.wechat;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The account's pages.
 *
 * @param webAuthorisation whether the account can tell whose browser opens a page (网页授权), as a
 *     verified service account can; without it whoever has a link sees the page
 * @param domainCheck the file WeChat wants at the root of the domain before it sends browsers there
 */
@Validated
@ConditionalOnProperty("beian.wechat.app-id")
@ConfigurationProperties("beian.wechat")
record WebSettings(
        @DefaultValue("true") boolean webAuthorisation,
        @Nullable
                @Pattern(
                        regexp = DomainCheck.NAME,
                        message = "the name of WeChat's file, such as MP_verify_….txt")
                String domainCheck) {}
