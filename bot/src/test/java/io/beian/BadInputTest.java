package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What must not come in: refused over the wire, and nothing stored changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String PERSON = "oBadInput";

    private RunningBot bot;

    BadInputTest(@TempDir Path data) throws Exception {
        this.bot = new RunningBot(data, Clock.systemUTC());
    }

    @BeforeAll
    void begin() {
        for (String text : List.of("备案", "同意", "北京", "企业")) {
            say(PERSON, text);
        }
    }

    @AfterAll
    void end() {
        bot.close();
    }

    private String say(String person, String text) {
        return bot.send(person, Map.of("type", "text", "text", text))
                .get(0)
                .path("content")
                .asString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "appid", "plain", "recipient", "openid", "stale"})
    void turnsAwayWhatIsNotWechats(String fault) {
        JsonNode before = bot.conversation(PERSON);

        List<JsonNode> replies =
                bot.send(
                        PERSON,
                        Map.of("type", "text", "text", "91110108MA01ABCD5T", "fault", fault));

        assertThat(replies.get(0).path("status").asInt()).isBetween(400, 499);
        assertThat(bot.conversation(PERSON)).isEqualTo(before);
    }

    /** What is built in and how it is set would tell an attacker what to try. */
    @ParameterizedTest
    @ValueSource(strings = {"sbom", "sbom/application", "env", "beans", "configprops", "heapdump"})
    void showsNobodyWhatItIsMadeOf(String endpoint) {
        String path = "/actuator/" + endpoint;

        assertThat(bot.operations("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(bot.operations(path).statusCode()).isEqualTo(404);
        assertThat(bot.fetch(bot.base() + path).statusCode()).isEqualTo(404);
        assertThat(bot.fetch(bot.base() + "/actuator/health").statusCode()).isEqualTo(404);
    }

    @Test
    void slowsDownWhoeverFloodsAndNobodyElse() {
        String person = "oFlood";
        say(person, "备案");
        say(person, "同意");
        List<String> replies =
                IntStream.range(0, 200).parallel().mapToObj(i -> say(person, "还差什么")).toList();
        long taken = bot.conversation(person).path("version").asLong();

        assertThat(replies).filteredOn(reply -> reply.contains("发得太快了")).isNotEmpty();
        assertThat(taken).isBetween(100L, 190L);
        assertThat(bot.conversation(person).path("phase").asString()).isEqualTo("Matching");
        assertThat(say("oBesideTheFlood", "备案")).contains("同意");
    }

    @Test
    void answersAReplayedRequestOnceMoreAndDoesNothing() {
        String person = "oReplay";
        say(person, "备案");
        Map<String, Object> message =
                Map.of("type", "text", "text", "同意", "deliver", 2, "replay", true);

        List<JsonNode> replies = bot.send(person, message);

        assertThat(bot.conversation(person).path("version").asLong()).isEqualTo(2);
        Set<String> texts = new HashSet<>();
        replies.forEach(reply -> texts.add(reply.path("content").asString("")));
        assertThat(texts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]]>",
                "a]]>b",
                "]]]]>>",
                "<![CDATA[",
                "<![CDATA[a]]>",
                "]]]]><![CDATA[>",
                "<xml><MsgType><![CDATA[text]]></MsgType></xml>",
                "<status><![CDATA[ok]]></status>",
                "if (a[b[0]]>1) {}",
                "]]></Content><MsgType>image",
                "]]></Content></xml>",
                "]]></Content><bizmsgmenuid>7.2</bizmsgmenuid><Content><![CDATA[企业",
                "]]></Content><FromUserName>oSomebodyElse</FromUserName><Content><![CDATA[a",
                "]]><!--",
                "]]><?",
                "]]>&#xD800;",
                "&#0;",
                "&#xD800;",
                "<a href=\"http://x\">",
                "\u0007",
                "\u0000",
                "\u0002备\u001D",
                "\uFFFE",
                "\uFFFF\uFFFD",
                "\uFEFF",
                "\u200B\u2060",
                "\u202E倒过来",
                "\uE000",
                "\r\n\t ",
                "\u0085\u2028",
                "👨‍👩‍👧‍👦🏳️‍🌈",
                "Z̸̢̪a̷l̵g̶o",
                "😀😀",
                "&amp;&lt;"
            })
    void takesOddTextsForWhatTheyAre(String text) {
        Map<String, String> before = facts();

        String reply = say(PERSON, text);

        assertThat(reply).isNotBlank().doesNotContain("<MsgType>", "href=\"http://x");
        assertThat(facts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"长, 7000", "😀, 5000", "]]>, 6000", "<![CDATA[, 2000", "&lt;, 5000"})
    void refusesTwentyKilobytesWithASentence(String character, int times) {
        Map<String, String> before = facts();

        int length = character.codePointCount(0, character.length());
        String reply = say(PERSON, character.repeat(times));

        assertThat(reply).contains("太长", times * length + " 个字");
        assertThat(reply.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048);
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void countsOneMessageOnceHoweverOftenItComesAtOnce() {
        String person = "oThrice";
        say(person, "备案");

        List<JsonNode> replies =
                bot.send(person, Map.of("type", "text", "text", "同意", "deliver", 20));

        assertThat(bot.conversation(person).path("version").asLong()).isEqualTo(2);
        assertThat(replies.stream().map(r -> r.path("content").asString("")).distinct()).hasSize(1);
    }

    @Test
    void losesNoneOfManyMessagesAtOnce() {
        String person = "oMany";
        say(person, "备案");
        say(person, "同意");

        List<String> replies =
                IntStream.range(0, 20)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> say(person, "火星" + i)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(replies).hasSize(20).allMatch(reply -> !reply.isBlank());
        assertThat(bot.conversation(person).path("version").asLong()).isEqualTo(22);
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        bot.conversation(PERSON)
                .path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return facts;
    }
}
