package io.beian.backend;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.Channel;
import io.beian.outbox.TextMessages;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The filing backend sends them: it has the numbers. */
final class BackendTextMessages implements TextMessages {

    private static final Logger LOG = LoggerFactory.getLogger(BackendTextMessages.class);

    private final FilingBackend backend;

    BackendTextMessages(FilingBackend backend) {
        this.backend = backend;
    }

    /** An order nobody has to verify any more needs no reminder: nobody is reached by one. */
    @Override
    public Channel.Sent remind(
            ConversationId of, String key, String orderNumber, List<String> persons) {
        try {
            return backend.remind(FilerReference.of(of).key(key), orderNumber, persons)
                    ? Channel.Sent.DELIVERED
                    : Channel.Sent.UNREACHABLE;
        } catch (BackendException e) {
            LOG.warn("text messages: {}", e.getMessage());
            return e.passing() ? Channel.Sent.TRY_LATER : Channel.Sent.MISCONFIGURED;
        }
    }
}
