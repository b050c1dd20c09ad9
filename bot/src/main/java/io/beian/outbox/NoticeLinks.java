package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import java.util.Optional;

/** Links to the page where a person allows notices. Implemented by {@code notify}. */
public interface NoticeLinks {

    /** A link for this person, good for a while; empty if the account has no such notices. */
    Optional<String> linkFor(ConversationId id);
}
