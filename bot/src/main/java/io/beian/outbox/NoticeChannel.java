package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import java.util.List;
import java.util.Map;

/**
 * Ways to a person that carry the fields of a template instead of free text. Implemented by {@code
 * wechat}.
 */
public interface NoticeChannel {

    Channel.Sent send(ConversationId to, Way way, Card card);

    /** Which of them. */
    enum Way {
        /** 订阅通知: needs a permission of the person, which it uses up. */
        SUBSCRIPTION,
        /** 模板消息: needs that the person follows. */
        TEMPLATE
    }

    /**
     * A filled template.
     *
     * @param name names the message among all to this person
     * @param fields values by field, such as {@code thing1}; each is cut to what its type takes
     * @param options by {@code const} field: the values it may have
     */
    record Card(
            String name,
            String templateId,
            Map<String, String> fields,
            Map<String, List<String>> options) {}
}
