package io.beian.dialogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a submission: the same turn always gives the same name, and nobody can guess it. */
final class Submissions {

    private static final int LENGTH = 32;

    private Submissions() {}

    static String id(ConversationId conversation, String caseId, long turn) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (conversation.value() + '|' + caseId + '|' + turn)
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
