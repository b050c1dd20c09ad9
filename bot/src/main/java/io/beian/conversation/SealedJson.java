package io.beian.conversation;

import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.privacy.Vault;
import java.nio.charset.StandardCharsets;

/**
 * Conversations, replies and effects as they stand in the store: sealed, each as what it is and for
 * the person it belongs to, so that none can be put in the place of another.
 */
public final class SealedJson {

    private final ConversationJson json = new ConversationJson();
    private final Vault vault;

    /** Seals with these keys. */
    public SealedJson(Vault vault) {
        this.vault = vault;
    }

    byte[] state(ConversationId id, Conversation conversation) {
        return vault.seal(json.write(conversation), state(id));
    }

    Conversation readState(ConversationId id, byte[] sealed) {
        return json.read(vault.open(sealed, state(id)));
    }

    byte[] reply(ConversationId id, String reply) {
        return vault.seal(reply.getBytes(StandardCharsets.UTF_8), reply(id));
    }

    String readReply(ConversationId id, byte[] sealed) {
        return new String(vault.open(sealed, reply(id)), StandardCharsets.UTF_8);
    }

    /** An effect for the store. */
    public byte[] effect(ConversationId id, Effect effect) {
        return vault.seal(json.writeEffect(effect), effect(id));
    }

    /**
     * Reads an effect.
     *
     * @throws IllegalStateException if it cannot be opened, or is none this build knows
     */
    public Effect readEffect(ConversationId id, byte[] sealed) {
        return json.readEffect(vault.open(sealed, effect(id)));
    }

    /** Whether the key that seals now has sealed this. */
    public boolean isCurrent(byte[] sealed) {
        return vault.isCurrent(sealed);
    }

    static String state(ConversationId id) {
        return "conversation " + id.value();
    }

    static String reply(ConversationId id) {
        return "reply " + id.value();
    }

    private static String effect(ConversationId id) {
        return "effect " + id.value();
    }
}
