package io.beian.wechat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.Agents;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Customer service of the official account.
 *
 * <p>A session is opened by the API rather than by answering a message with {@code
 * transfer_customer_service}: that answer needs the connection the message came over to be still
 * open, it carries no summary for the agent, and out of hours it leaves people in a queue nobody
 * looks at.
 */
final class AgentRoom implements Agents {

    private static final Logger log = LoggerFactory.getLogger(AgentRoom.class);

    private final WechatApi api;

    AgentRoom(WechatApi api) {
        this.api = api;
    }

    @Override
    public Called call(ConversationId person, String summary) {
        try {
            List<WechatApi.OnlineAgent> online = api.onlineAgents();
            return online.stream()
                    .min(Comparator.comparingInt(WechatApi.OnlineAgent::sessions))
                    .map(agent -> open(person, agent, summary))
                    .orElse(Called.NOBODY);
        } catch (WechatException e) {
            return outcome(e);
        }
    }

    private Called open(ConversationId person, WechatApi.OnlineAgent agent, String summary) {
        api.openSession(person.value(), agent.account(), summary);
        return Called.CAME;
    }

    private static Called outcome(WechatException e) {
        return switch (e.code()) {
            // The person talks to an agent already: this is what was asked for.
            case 65414 -> Called.CAME;
            // The agent has gone offline, or takes nobody any more; ask again who is there.
            case 65413, 65415, 65416 -> Called.TRY_LATER;
            case -1, 40001, 40014, 42001, 45009, 45011, Sent.TryLater.NO_ANSWER -> Called.TRY_LATER;
            default -> {
                log.error("customer service cannot be called: {}", e.getMessage());
                yield Called.MISCONFIGURED;
            }
        };
    }
}
