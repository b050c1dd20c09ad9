package io.beian.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beian.dialogue.ConversationId;

/** What the backend knows a filer by: always the same, and not the openid. */
public record FilerReference(String value) {

    private static final int LENGTH = 32;

    static FilerReference of(ConversationId id) {
        byte[] text = ("filer:" + id.value()).getBytes(UTF_8);
        return new FilerReference(Sha256.of(text).substring(0, LENGTH));
    }

    /** Submission ids need only be unique within a conversation. */
    String key(String submissionId) {
        return value + "." + submissionId;
    }
}
