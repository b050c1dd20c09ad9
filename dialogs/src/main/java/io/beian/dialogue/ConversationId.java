package io.beian.dialogue;

/** Whose conversation it is: the openid of a follower. Never printed. */
public record ConversationId(String value) {

    @Override
    public String toString() {
        return "ConversationId[…]";
    }
}
