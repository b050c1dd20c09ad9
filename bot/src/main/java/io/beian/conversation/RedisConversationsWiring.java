package io.beian.conversation;

import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.redis.RedisSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Keeps conversations in Redis. */
@Configuration(proxyBeanMethods = false)
class RedisConversationsWiring {

    @Bean
    ConversationJson conversationJson() {
        return new ConversationJson();
    }

    @Bean
    Conversations conversations(
            RedisConnectionFactory redis,
            Keys keys,
            Node node,
            ConversationJson json,
            RedisSettings settings) {
        return new RedisConversations(redis, keys, node, json, settings);
    }
}
