package io.beian;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Sensitivity;
import io.beian.redis.Keys;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Nothing that a filer has told of people stands anywhere but under seal: not in a log, a metric, a
 * link, Redis or a file. What the simulated WeChat and the reference backend keep is theirs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataTest {

    private static final IcpFiling FILING = new IcpFiling();
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private static final List<String> THEIRS = List.of("sandbox-wechat", "backend");

    /** Six characters of a number that is looked for as a whole; gone once they were compared. */
    private static final String FORGOTTEN = "match.proof";

    private final Map<String, Integer> covered = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "两位负责人到订单号.talk",
                "可填可不填的也都填.talk",
                "行08_旧工商注册号_新增接入.talk",
                "走完全程.talk",
                "个人.talk",
                "境外机构.talk",
                "授权的负责人.talk",
                "退回7_管局驳回_自由意见.talk",
                "换人会多问几题.talk",
                "行03_新增网站_天翼云主体.talk",
                "采集码.talk"
            })
    void staysUnderSeal(String talk, @TempDir Path data) throws IOException {
        TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
        try (RunningBot bot = new RunningBot(data, clock);
                LogLines lines = LogLines.listen()) {
            String openid = "o" + Integer.toHexString(talk.hashCode());
            try (WebhookStage stage = new WebhookStage(bot, clock::pass, openid)) {
                new TalkPlayer(stage, Talk.all()).play(Talk.named(talk));
                stage.say("进度");
                stage.say("预览");
            }
            links(bot, openid).stream()
                    .filter(link -> link.contains("/preview/"))
                    .findFirst()
                    .ifPresent(
                            link -> {
                                Visitor.onThePhoneOf(openid, bot).open(link);
                                Visitor.onAComputer().open(link);
                            });
            Told told = Told.by(bot, openid);
            told.answers().keySet().forEach(path -> covered.merge(kind(path), 1, Integer::sum));

            assertThat(told.answers()).as("what was told").hasSizeGreaterThan(1);
            assertThat(lines.all()).anyMatch(line -> line.contains("turn conversation="));
            assertThat(told.in(lines.all())).as("in the log").isEmpty();
            assertThat(told.in(List.of(bot.metrics()))).as("in the metrics").isEmpty();

            assertThat(told.in(links(bot, openid))).as("in links").isEmpty();
            assertThat(leaksInFiles(told, data)).as("in files, Redis's among them").isEmpty();
            assertThat(pictures(data)).as("pictures as they are").isEmpty();

            assertThat(breakAndSay(bot, openid, told)).contains("系统有点忙");
            assertThat(lines.all()).anyMatch(line -> line.contains("turn failed"));
            assertThat(told.in(lines.all())).as("in exceptions").isEmpty();
        }
    }

    /** Puts in a state whose parser will complain of a personal answer and quote it. */
    private static String breakAndSay(RunningBot bot, String openid, Told told) {
        StringRedisTemplate redis = bot.bean(StringRedisTemplate.class);
        String key = bot.bean(Keys.class).conversation(openid);
        String quoted = String.join(" ", told.answers().values()).replace('"', ' ');
        redis.opsForHash().put(key, "s", "{\"turn\":\"" + quoted + "\"}");
        redis.opsForHash().put(key, "v", "9999");
        return bot.send(openid, Map.of("type", "text", "text", "继续"))
                .get(0)
                .path("content")
                .asString("");
    }

    private static String kind(String path) {
        return path.replaceAll("^(site)\\.\\w+\\.", "$1.*.");
    }

    private static List<String> links(RunningBot bot, String openid) {
        return bot.entries(openid, 0).stream()
                .map(entry -> entry.path("fields").path("Content").asString(""))
                .flatMap(text -> LINK.matcher(text).results().map(MatchResult::group))
                .flatMap(link -> Stream.of(link, URLDecoder.decode(link, UTF_8)))
                .toList();
    }

    private static List<String> leaksInFiles(Told told, Path data) throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path file : files(data)) {
            // Each byte a character, so that nothing is lost on what is no text.
            String content = latin(Files.readAllBytes(file));
            told.answers()
                    .forEach(
                            (path, value) -> {
                                byte[] bytes = value.getBytes(UTF_8);
                                if (content.contains(latin(bytes))
                                        || content.contains(
                                                Base64.getEncoder().encodeToString(bytes))) {
                                    leaks.add(path + " in " + data.relativize(file));
                                }
                            });
        }
        return leaks;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static List<Path> pictures(Path data) throws IOException {
        return files(data).stream()
                .filter(file -> latin(readAll(file)).startsWith(latin(JPEG)))
                .toList();
    }

    private static byte[] readAll(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of the bot's own. */
    private static List<Path> files(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !THEIRS.contains(data.relativize(file).getName(0).toString()))
                    .toList();
        }
    }

    /** A question nobody answers here would be a leak nobody sees. */
    @AfterAll
    void haveCoveredEveryQuestion() {
        List<String> missed =
                FILING.form().sections().stream()
                        .flatMap(section -> section.questions().stream())
                        .filter(question -> question.sensitivity() != Sensitivity.OPEN)
                        .map(question -> question.key().id())
                        .filter(id -> !id.contains("photo.") && !id.equals(FORGOTTEN))
                        .filter(id -> !covered.containsKey(id))
                        .toList();

        assertThat(missed).isEmpty();
    }
}
