package io.beian.outbox;

import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds who carries out an effect. */
final class EffectHandlers {

    private final Map<Class<?>, EffectHandler<?>> byEffect;

    EffectHandlers(List<? extends EffectHandler<?>> handlers) {
        this.byEffect =
                handlers.stream()
                        .collect(Collectors.toMap(EffectHandler::handles, Function.identity()));
    }

    /** Carries the effect out; one that nobody here knows waits for a node that does. */
    EffectHandler.Result run(Delivery delivery) {
        Optional<Effect> effect = delivery.effect();
        if (effect.isEmpty()) {
            return new EffectHandler.Result.Later(Optional.empty());
        }
        EffectHandler<?> handler = byEffect.get(effect.get().getClass());
        if (handler == null) {
            throw new IllegalStateException("nobody carries out " + delivery.name());
        }
        return run(handler, delivery, effect.get());
    }

    /** What is to be told when the effect is not tried any more. */
    List<Input.FromWorld> givenUp(Delivery delivery) {
        return delivery.effect().stream()
                .flatMap(
                        effect ->
                                Optional.ofNullable(byEffect.get(effect.getClass())).stream()
                                        .flatMap(handler -> givenUp(handler, effect).stream()))
                .toList();
    }

    private static <E extends Effect> List<Input.FromWorld> givenUp(
            EffectHandler<E> handler, Effect effect) {
        return handler.givenUp(handler.handles().cast(effect));
    }

    private static <E extends Effect> EffectHandler.Result run(
            EffectHandler<E> handler, Delivery delivery, Effect effect) {
        return handler.run(delivery.id(), handler.handles().cast(effect), delivery.attempt());
    }
}
