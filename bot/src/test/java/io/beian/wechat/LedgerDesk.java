package io.beian.wechat;

import io.beian.conversation.TestConversations;
import io.beian.dialogue.ConversationId;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;
import java.time.InstantSource;
import java.util.Optional;

/** The quota ledger, for tests that compare it with what WeChat does. */
public final class LedgerDesk {

    private final QuotaLedger ledger;

    public LedgerDesk(TestRedis redis, InstantSource clock) {
        this.ledger =
                new QuotaLedger(
                        new Claims(
                                redis.connections(),
                                Replication.none(redis.connections()),
                                TestConversations.KEYS,
                                System::nanoTime),
                        clock);
    }

    /** Takes one send; what WeChat would answer, 0 for one that it lets through. */
    public int send(ConversationId to) {
        return switch (ledger.reserve(to, Optional.empty()).verdict()) {
            case OK -> 0;
            case COUNT_USED -> 45047;
            case TIME_OVER, NEVER -> 45015;
            case LEFT_BEFORE, UNDER_WAY -> throw new AssertionError("this message has no name");
        };
    }
}
