package io.beian.conversation;

import com.google.common.hash.Hashing;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Turn;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line per turn, without anything personal: the funnel of the form is read from it. */
final class TurnLog {

    private static final Logger LOG = LoggerFactory.getLogger(TurnLog.class);
    private static final int SHORT = 10;

    private TurnLog() {}

    static String line(Conversation before, Turn turn) {
        return "asked="
                + before.shown().asks().orElse("-")
                + " outcome="
                + turn.outcome()
                + " asks="
                + turn.next().shown().asks().orElse("-")
                + " phase="
                + turn.next().current().map(c -> c.phase()).map(Phase::name).orElse("-")
                + " effects="
                + turn.effects().size();
    }

    static void write(ConversationId id, String line, long micros) {
        LOG.info("turn conversation={} {} micros={}", hash(id), line, micros);
    }

    static String hash(ConversationId id) {
        return Hashing.sha256()
                .hashString(id.value(), StandardCharsets.UTF_8)
                .toString()
                .substring(0, SHORT);
    }
}
