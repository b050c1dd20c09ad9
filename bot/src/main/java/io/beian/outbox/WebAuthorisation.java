package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import java.net.URI;

/** Who opens a page, as the platform tells it (网页授权). Implemented by {@code wechat}. */
public interface WebAuthorisation {

    /** Whether the account has it; without it nobody can be told from anybody else. */
    boolean offered();

    /** Whether this is the platform's own browser, the only one that can be sent to ask. */
    boolean inside(String userAgent);

    /**
     * Where a browser is sent to ask. It comes back without anything shown to the person.
     *
     * @param comeBack gets the parameters {@code code} and {@code state}
     * @param state at most 128 letters and digits
     */
    URI askAt(URI comeBack, String state);

    /** Who came back with a code; asking uses the code up. */
    Answer whoCame(String code);

    /** What a code was good for. */
    sealed interface Answer {

        /** The platform vouches for this person. */
        record Person(ConversationId id) implements Answer {}

        /** Used before, expired or made up: only another code helps. */
        record CodeSpent() implements Answer {}

        /** The platform did not say. */
        record TryLater() implements Answer {}
    }
}
