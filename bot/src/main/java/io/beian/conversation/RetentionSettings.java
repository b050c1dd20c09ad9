package io.beian.conversation;

import io.beian.dialogue.RetentionRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept.
 *
 * @param drafts answers and photos of a filing that was given up or put away
 * @param orders answers and photos of a filing that was approved
 * @param log lines of a conversation's log, counted from its last turn
 */
@ConfigurationProperties("beian.retention")
public record RetentionSettings(
        @DefaultValue("30d") Duration drafts,
        @DefaultValue("180d") Duration orders,
        @DefaultValue("90d") Duration log) {

    RetentionRules rules() {
        return new RetentionRules(drafts, orders);
    }
}
