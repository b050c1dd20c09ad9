package io.beian.notify;

import io.beian.dialogue.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The templates the account has for notices.
 *
 * @param templates by kind; a kind that is missing is told by service message or at the next
 *     contact
 * @param linkLives how long the link to the page where notices are allowed can be opened
 */
@ConfigurationProperties("beian.notify")
record NotifySettings(
        @DefaultValue Map<Notice.Kind, Template> templates,
        @DefaultValue("1d") Duration linkLives) {

    /**
     * A kind's templates. What stands for a field is the name of a word ({@code order, title,
     * state, what, when, deadline, now}), several of them with a bar between, of which the first
     * that is known counts, or else a fixed text.
     *
     * @param id of the template message (模板消息)
     * @param subscriptionId of the subscription notice (订阅通知)
     * @param fields by the name WeChat gives them, such as {@code thing1}
     * @param subscriptionFields the same for the subscription notice, where they differ
     * @param options what a {@code const} field may be
     */
    record Template(
            Optional<String> id,
            Optional<String> subscriptionId,
            @DefaultValue Map<String, String> fields,
            @DefaultValue Map<String, String> subscriptionFields,
            @DefaultValue Map<String, List<String>> options) {}

    Optional<Template> of(Notice.Kind kind) {
        return Optional.ofNullable(templates.get(kind));
    }
}
