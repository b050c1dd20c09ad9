package io.beian.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Phase;
import io.beian.form.Fact;
import io.beian.form.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * What a stored conversation and a stored effect look like: the only place that knows.
 *
 * <p>Nodes of two releases share the store while a new one is rolled out, so unknown properties are
 * passed over and missing ones read as empty.
 */
final class ConversationJson {

    private static final List<NamedType> NAMES =
            List.of(
                    new NamedType(Phase.Matching.class, "matching"),
                    new NamedType(Phase.Filling.class, "filling"),
                    new NamedType(Phase.Reviewing.class, "reviewing"),
                    new NamedType(Phase.Submitting.class, "submitting"),
                    new NamedType(Phase.Tracking.class, "tracking"),
                    new NamedType(Phase.Returned.class, "returned"),
                    new NamedType(Phase.Filed.class, "filed"),
                    new NamedType(Phase.Withdrawn.class, "withdrawn"),
                    new NamedType(Phase.Expired.class, "expired"),
                    new NamedType(Effect.LookUp.class, "lookUp"),
                    new NamedType(Effect.FetchPhoto.class, "fetchPhoto"),
                    new NamedType(Effect.ImportCapture.class, "importCapture"),
                    new NamedType(Effect.DrawPreview.class, "drawPreview"),
                    new NamedType(Effect.Submit.class, "submit"),
                    new NamedType(Effect.Withdraw.class, "withdraw"),
                    new NamedType(Effect.Refresh.class, "refresh"),
                    new NamedType(Effect.Search.class, "search"),
                    new NamedType(Effect.FetchOrders.class, "fetchOrders"),
                    new NamedType(Effect.Tell.class, "tell"),
                    new NamedType(Effect.CatchUp.class, "catchUp"),
                    new NamedType(Effect.CallAgent.class, "callAgent"),
                    new NamedType(Effect.FetchFiled.class, "fetchFiled"),
                    new NamedType(Effect.MakeFooter.class, "makeFooter"),
                    new NamedType(Effect.Export.class, "export"),
                    new NamedType(Effect.ErasePhotos.class, "erasePhotos"));

    private final JsonMapper mapper = mapper();

    byte[] write(Conversation conversation) {
        return mapper.writeValueAsBytes(conversation);
    }

    Conversation read(byte[] json) {
        return read(json, Conversation.class);
    }

    byte[] writeEffect(Effect effect) {
        return mapper.writerFor(Effect.class).writeValueAsBytes(effect);
    }

    Effect readEffect(byte[] json) {
        return read(json, Effect.class);
    }

    private <T> T read(byte[] json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException e) {
            // Its message may quote an answer; where it stands may be told.
            throw new IllegalStateException(
                    "unreadable %s: %s at %s"
                            .formatted(
                                    type.getSimpleName(),
                                    e.getClass().getSimpleName(),
                                    e.getPathReference()));
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .changeDefaultPropertyInclusion(
                                old -> old.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                        .addMixIn(Phase.class, Named.class)
                        .addMixIn(Effect.class, Named.class)
                        .addMixIn(ConversationId.class, BareId.class)
                        .addMixIn(Facts.class, BareFacts.class)
                        .addModule(new SimpleModule().setDeserializerModifier(new Blanks()));
        builder.registerSubtypes(NAMES.toArray(NamedType[]::new));
        for (Class<?> type : List.of(String.class, List.class, Map.class, Optional.class)) {
            builder.withConfigOverride(
                    type,
                    override ->
                            override.setNullHandling(
                                    JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    /** Which of its kinds a value is stands in its property {@code type}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Named {}

    private abstract static class BareId {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("unused") // describes the record's constructor
        BareId(String value) {}

        @JsonValue
        abstract String value();
    }

    private abstract static class BareFacts {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("unused") // describes the record's constructor
        BareFacts(Map<String, Fact> byPath) {}

        @JsonValue
        abstract Map<String, Fact> byPath();
    }
}
