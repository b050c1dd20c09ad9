package io.beian.dialogue;

import java.time.Duration;

/**
 * How long answers and pictures are kept once they are no longer needed for what they were given
 * for (Personal Information Protection Law, article 19).
 *
 * @param drafts of a filing that was given up or put away, in which it can still be found again
 * @param orders of a filing that was approved; afterwards its numbers and domains are left
 */
public record RetentionRules(Duration drafts, Duration orders) {

    public static final RetentionRules USUAL =
            new RetentionRules(Duration.ofDays(30), Duration.ofDays(180));
}
