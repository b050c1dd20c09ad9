package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ConversationJsonTest {

    private static final ConversationId ID = new ConversationId("o-sample");

    /** Have been there from the first release; nothing could stand in for them. */
    private static final Set<String> ALWAYS_THERE = Set.of("type", "phase", "id");

    private final ConversationJson json = new ConversationJson();
    private final JsonMapper plain = JsonMapper.builder().build();

    @Test
    void readsWhatItWrote() {
        Conversation full = Samples.full(ID);

        assertThat(json.read(json.write(full))).isEqualTo(full);
    }

    @Test
    void readsANewConversationItWrote() {
        Conversation start = Conversation.start(ID);

        assertThat(json.read(json.write(start))).isEqualTo(start);
    }

    @Test
    void knowsEveryPhaseAndEveryEffect() {
        assertThat(Samples.phases().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Phase.class.getPermittedSubclasses()));
        assertThat(Samples.effects().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Effect.class.getPermittedSubclasses()));
    }

    @Test
    void readsEveryEffectItWrote() {
        for (Effect effect : Samples.effects()) {
            assertThat(json.readEffect(json.writeEffect(effect))).isEqualTo(effect);
        }
    }

    @Test
    void namesNoClasses() {
        assertThat(new String(json.write(Samples.full(ID)), StandardCharsets.UTF_8))
                .doesNotContain("io.beian");
        assertThat(new String(json.writeEffect(new Effect.LookUp("c1")), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"lookUp\",\"caseId\":\"c1\"}");
    }

    /** A file of the first release: if this fails, stored conversations have become unreadable. */
    @Test
    void readsAConversationStoredByTheFirstRelease() throws IOException {
        assertThat(json.read(golden())).isEqualTo(Samples.full(ID));
    }

    /** As it was stored before orders were followed after their submission. */
    @Test
    void readsAConversationOfAnEarlierBuild() throws IOException {
        Conversation earlier = json.read(stored("conversation-untracked.json"));
        Conversation now = Samples.full(ID);

        assertThat(earlier.cases()).hasSameSizeAs(now.cases());
        assertThat(earlier.cases().stream().map(of -> of.phase().seen()))
                .isEqualTo(now.cases().stream().map(of -> of.phase().seen()).toList());
        assertThat(earlier.cases()).allMatch(of -> of.reminded().isEmpty());
        assertThat(earlier.hushed()).isFalse();
        assertThat(earlier.agent()).isEmpty();
        assertNoNulls(earlier, "what was added since");
    }

    @Test
    void writesLikeTheFirstRelease() throws IOException {
        assertThat(plain.readTree(json.write(Samples.full(ID))))
                .isEqualTo(plain.readTree(golden()));
    }

    @Test
    void passesOverWhatANewerReleaseAdded() {
        JsonNode tree = plain.readTree(json.write(Samples.full(ID)));
        for (ObjectNode object : beans(tree)) {
            object.putObject("addedLater").put("x", 1);
        }

        assertThat(json.read(plain.writeValueAsBytes(tree))).isEqualTo(Samples.full(ID));
    }

    @Test
    void readsAnyMissingPropertyAsEmptyButNeverAsNull() {
        byte[] whole = json.write(Samples.full(ID));
        int objects = beans(plain.readTree(whole)).size();
        for (int i = 0; i < objects; i++) {
            for (String name : beans(plain.readTree(whole)).get(i).propertyNames()) {
                if (ALWAYS_THERE.contains(name)) {
                    continue;
                }
                JsonNode tree = plain.readTree(whole);
                beans(tree).get(i).remove(name);

                assertNoNulls(json.read(plain.writeValueAsBytes(tree)), name);
            }
        }
    }

    @Test
    void neverQuotesAnAnswerWhenAStateIsUnreadable() {
        byte[] broken =
                "{\"id\":\"o-sample\",\"turn\":\"not 13800000000\"}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> json.read(broken))
                .hasMessageContaining("turn")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("13800000000"))
                .hasNoCause();
    }

    /** The objects that stand for records; a map's entries are data and may be anything. */
    private static List<ObjectNode> beans(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>();
        collect(node, "", found);
        return found;
    }

    private static void collect(JsonNode node, String name, List<ObjectNode> found) {
        boolean map = Set.of("facts", "args", "numbers", "before", "words").contains(name);
        if (node instanceof ObjectNode object && !map) {
            found.add(object);
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(e -> collect(e.getValue(), e.getKey(), found));
        } else {
            node.forEach(child -> collect(child, "", found));
        }
    }

    private static void assertNoNulls(@Nullable Object value, String removed) {
        assertThat(value).as("without %s", removed).isNotNull();
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> assertNoNulls(inner, removed));
        } else if (value instanceof Collection<?> many) {
            many.forEach(inner -> assertNoNulls(inner, removed));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> assertNoNulls(inner, removed));
        } else if (value instanceof Record record) {
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                assertNoNulls(read(part, record), removed);
            }
        }
    }

    private static @Nullable Object read(RecordComponent part, Record record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] golden() throws IOException {
        return stored("conversation.json");
    }

    private static byte[] stored(String file) throws IOException {
        try (InputStream in = ConversationJsonTest.class.getResourceAsStream(file)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
