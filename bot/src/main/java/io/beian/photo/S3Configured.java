package io.beian.photo;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Holds when any of {@code beian.photos.s3.*} is set; what is missing is then told. */
final class S3Configured implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bind("beian.photos.s3", Bindable.mapOf(String.class, String.class))
                .isBound();
    }

    /** Holds when pictures are kept as files. */
    static final class Not implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !new S3Configured().matches(context, metadata);
        }
    }
}
