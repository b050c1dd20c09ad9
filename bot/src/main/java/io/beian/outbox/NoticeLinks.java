package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import java.util.Optional;

/** Where a person may allow notices. */
public interface NoticeLinks {

    /** A page for this person only; empty if the account has none. */
    Optional<String> linkFor(ConversationId id);
}
