package io.beian.conversation;

import io.beian.dialogue.ReminderRules;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When people are reminded.
 *
 * @param quietFrom from this time of the day in China nobody is disturbed
 * @param quietUntil until this time
 * @param unfinished after so much silence a filer hears of what is left undone
 * @param closing after so much silence a draft is put away; it can be opened again
 */
@Validated
@ConfigurationProperties("beian.reminders")
record ReminderSettings(
        @DefaultValue("22:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil,
        @DefaultValue({"24h", "7d", "15d", "30d"}) @NotEmpty List<Duration> unfinished,
        @DefaultValue("45d") Duration closing) {

    ReminderRules rules() {
        return new ReminderRules(quietFrom, quietUntil, unfinished, closing);
    }
}
