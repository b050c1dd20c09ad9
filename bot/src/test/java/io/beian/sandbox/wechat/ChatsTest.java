package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ChatsTest {

    private final TestClock clock = TestClock.standing("2026-11-23T08:00:00Z");

    @Test
    void outliveTheProcess(@TempDir Path data) {
        Chats before = chats(data);
        before.add("oA", Entry.Kind.SAID, "text", Map.of("Content", "换行\n和🀄", "MsgId", "1"));
        before.add("oA", Entry.Kind.REPLIED, "text", Map.of("Content", "好"));

        Chats after = chats(data);

        assertThat(after.all("oA")).isEqualTo(before.all("oA")).hasSize(2);
        assertThat(after.holds("oA", "1")).isTrue();
        assertThat(after.add("oB", Entry.Kind.SAID, "text", Map.of()).id()).isEqualTo(3);
    }

    @Test
    void loseOnlyTheLineTheProcessDiedIn(@TempDir Path data) throws IOException {
        chats(data).add("oA", Entry.Kind.SAID, "text", Map.of("Content", "one"));
        Files.writeString(
                data.resolve("chats.jsonl"), "{\"id\":2,\"at", UTF_8, StandardOpenOption.APPEND);

        chats(data).add("oA", Entry.Kind.SAID, "text", Map.of("Content", "two"));

        assertThat(chats(data).all("oA").stream().map(e -> e.field("Content")))
                .containsExactly("one", "two");
    }

    @Test
    void areEmptyAfterLeaving(@TempDir Path data) {
        Chats chats = chats(data);
        chats.add("oA", Entry.Kind.DID, "subscribe", Map.of());
        chats.add("oA", Entry.Kind.SAID, "text", Map.of("Content", "hello"));
        assertThat(chats.following("oA")).isEqualTo(Chats.Following.YES);

        chats.add("oA", Entry.Kind.DID, "unsubscribe", Map.of());

        assertThat(chats.visible("oA", 0)).isEqualTo(List.of());
        assertThat(chats.following("oA")).isEqualTo(Chats.Following.NO_MORE);
    }

    private Chats chats(Path data) {
        return new Chats(new Journal(data, JsonMapper.shared()), clock);
    }
}
