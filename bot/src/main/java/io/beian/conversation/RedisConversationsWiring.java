package io.beian.conversation;

import io.beian.privacy.Vault;
import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.redis.RedisSettings;
import io.beian.redis.Replication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Keeps conversations in Redis. */
@Configuration(proxyBeanMethods = false)
class RedisConversationsWiring {

    @Bean
    SealedJson sealedJson(Vault vault) {
        return new SealedJson(vault);
    }

    @Bean(initMethod = "check")
    KeyCheck keyCheck(RedisConnectionFactory redis, Vault vault) {
        return new KeyCheck(redis, vault);
    }

    @Bean
    SealedConversations sealedConversations(RedisConnectionFactory redis, Vault vault) {
        return new SealedConversations(redis, vault);
    }

    @Bean
    Conversations conversations(
            RedisConnectionFactory redis,
            Replication replication,
            Keys keys,
            Node node,
            SealedJson json,
            RedisSettings settings,
            RetentionSettings retention) {
        return new RedisConversations(
                redis, replication, keys, node, json, settings, retention.log());
    }
}
