package io.beian.redis;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds when no Redis is named in {@code spring.data.redis.*}. */
final class NoRedisConfigured implements Condition {

    private static final String PREFIX = "spring.data.redis.";
    private static final List<String> TEXTS = List.of("host", "url", "sentinel.master");
    private static final List<String> LISTS =
            List.of("sentinel.nodes", "cluster.nodes", "masterreplica.nodes");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        Binder binder = Binder.get(environment);
        Stream<Boolean> texts =
                TEXTS.stream().map(name -> binder.bind(PREFIX + name, String.class).isBound());
        Stream<Boolean> lists =
                LISTS.stream()
                        .map(
                                name ->
                                        binder.bind(PREFIX + name, Bindable.listOf(String.class))
                                                .isBound());
        return Stream.concat(texts, lists).noneMatch(bound -> bound);
    }
}
