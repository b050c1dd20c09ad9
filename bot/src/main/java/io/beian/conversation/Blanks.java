package io.beian.conversation;

import io.beian.dialogue.Reply;
import io.beian.dialogue.Searches;
import io.beian.dialogue.Shown;
import io.beian.form.Facts;
import io.beian.form.Source;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** What a property of a type without an obvious empty value reads as when it is missing. */
final class Blanks extends ValueDeserializerModifier {

    private static final Map<Class<?>, Object> BY_TYPE =
            Map.of(
                    Instant.class, Instant.EPOCH,
                    Facts.class, Facts.NONE,
                    Shown.class, Shown.NOTHING,
                    Reply.class, Reply.NONE,
                    Source.class, Source.SYSTEM,
                    Searches.class, Searches.NONE);

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config,
            BeanDescription.Supplier bean,
            ValueDeserializer<?> deserializer) {
        return withBlank(bean.getBeanClass(), deserializer);
    }

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config,
            JavaType type,
            BeanDescription.Supplier bean,
            ValueDeserializer<?> deserializer) {
        return withBlank(type.getRawClass(), deserializer);
    }

    private static ValueDeserializer<?> withBlank(Class<?> type, ValueDeserializer<?> plain) {
        Object blank = BY_TYPE.get(type);
        return blank == null ? plain : new WithBlank(plain, blank);
    }

    /** Reads as before, but knows a value for nothing. */
    private static final class WithBlank extends DelegatingDeserializer {

        private final Object blank;

        WithBlank(ValueDeserializer<?> plain, Object blank) {
            super(plain);
            this.blank = blank;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> plain) {
            return new WithBlank(plain, blank);
        }

        /** An Optional asks its content for this: no moment must not become one. */
        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            return blank instanceof Instant ? null : blank;
        }

        @Override
        public Object getEmptyValue(DeserializationContext context) {
            return blank;
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return blank;
        }
    }
}
