package io.beian.conversation;

import org.junit.jupiter.api.TestInfo;

class MemoryConversationsTest extends ConversationsContract {

    private final MemoryConversations conversations = new MemoryConversations();

    MemoryConversationsTest(TestInfo test) {
        super(test);
    }

    @Override
    Conversations conversations() {
        return conversations;
    }
}
