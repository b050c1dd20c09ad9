package io.beian.notify;

import com.google.common.hash.Hashing;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Notice;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line and one count for each way that was tried, without anything personal. */
final class Sends {

    private static final Logger log = LoggerFactory.getLogger(Sends.class);

    /** As many as in the line of a turn, so that the two are found together. */
    private static final int LOGGED_BYTES = 5;

    private final MeterRegistry meters;

    Sends(MeterRegistry meters) {
        this.meters = meters;
    }

    void note(ConversationId to, Optional<Notice> notice, Rung rung, String outcome) {
        String kind = notice.map(Notice::kind).map(Enum::name).orElse("PLAIN");
        log.info(
                "notice conversation={} kind={} rung={} outcome={}",
                hash(to.value()).substring(0, 2 * LOGGED_BYTES),
                kind,
                rung,
                outcome);
        meters.counter(
                        "beian.notify.sent",
                        "rung",
                        rung.name().toLowerCase(Locale.ROOT),
                        "outcome",
                        outcome.toLowerCase(Locale.ROOT).replace(' ', '_'))
                .increment();
    }

    /** Names something in logs and at other systems without telling what it is. */
    static String hash(String value) {
        return Hashing.sha256().hashString(value, StandardCharsets.UTF_8).toString();
    }
}
