package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What people can see of what is kept of them, and have erased, in the running product. */
class OwnDataTest {

    private static final String OPENID = "oOwnData";
    private static final Pattern LINK = Pattern.compile("http\\S+/mine/[A-Za-z0-9_-]{32}");
    private static final Pattern PHOTO = Pattern.compile("photos/[0-9a-f]{64}\\.jpg");

    private final Path data;
    private final TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
    private final RunningBot bot;
    private final WebhookStage stage;

    OwnDataTest(@TempDir Path data) throws IOException {
        this.data = data;
        this.bot = new RunningBot(data, clock);
        this.stage = new WebhookStage(bot, clock::pass, OPENID);
        new TalkPlayer(stage, Talk.all()).play(Talk.named("公司首次备案填到照片.talk"));
        stage.photos(List.of("营业执照"));
    }

    @AfterEach
    void stop() {
        stage.close();
        bot.close();
    }

    @Test
    void showsEverythingOnAPageOfItsOwn() {
        stage.say("导出我的资料");
        String link = found(LINK, stage.tap("确认导出"));

        Visitor owner = Visitor.onThePhoneOf(OPENID, bot);
        HttpResponse<byte[]> page = owner.open(link);
        String html = text(page);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(html)
                .contains("110101199003070011", "13800138000", "王样张", "wang@example.com")
                .contains("91110108MA01ABCD5T", "example.com", "北京样张科技有限公司")
                .doesNotContain(OPENID, "{{");
        assertThat(text(owner.step(link + "/data.pdf"))).startsWith("%PDF");
        String photo = found(PHOTO, html);
        assertThat(owner.step(link + "/" + photo).body()).startsWith((byte) 0xff, (byte) 0xd8);
        assertThat(owner.step(link + "/photos/" + "0".repeat(64) + ".jpg").statusCode())
                .isEqualTo(410);
    }

    @Test
    void opensNothingWithAnotherLink() {
        stage.say("导出我的资料");
        String link = found(LINK, stage.tap("确认导出"));

        assertThat(bot.fetch(link.replace("/mine/", "/preview/")).statusCode()).isEqualTo(410);
        assertThat(bot.fetch(link.substring(0, link.length() - 32) + "A".repeat(32)).statusCode())
                .isEqualTo(410);
        assertThat(text(bot.fetch(link.substring(0, link.length() - 1)))).contains("链接已失效");
    }

    @Test
    void erasesAnswersPicturesAndWhatWasSaid() throws IOException {
        assertThat(photos()).hasSize(1);
        assertThat(fields("m:")).hasSizeGreaterThan(5);

        stage.say("删除我的资料");
        String done = stage.tap("确认删除我的资料");

        assertThat(done).contains("已经删除");
        assertThat(photos()).isEmpty();
        assertThat(bot.conversation(OPENID).path("facts").size()).isZero();
        assertThat(fields("m:")).as("replies of earlier turns").hasSizeLessThanOrEqualTo(2);
        assertThat(bot.conversation(OPENID).path("log").size()).isLessThanOrEqualTo(2);
        // WeChat repeats what it had no answer to in time.
        assertThat(stage.resend()).isEqualTo(done);
        assertThat(stage.say("导出我的资料")).contains("没有存您的资料");
    }

    @Test
    void erasesTheSameWhenSomebodyUnfollows() throws IOException {
        bot.send(OPENID, java.util.Map.of("type", "unsubscribe"));
        bot.settle();

        assertThat(photos()).isEmpty();
        assertThat(bot.conversation(OPENID).path("facts").size()).isZero();
        assertThat(fields("m:")).hasSizeLessThanOrEqualTo(2);
    }

    private List<Path> photos() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("photos"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Set<String> fields(String prefix) {
        StringRedisTemplate redis = bot.bean(StringRedisTemplate.class);
        String key = bot.bean(io.beian.redis.Keys.class).conversation(OPENID);
        return redis.opsForHash().keys(key).stream()
                .map(Object::toString)
                .filter(field -> field.startsWith(prefix))
                .collect(Collectors.toSet());
    }

    private static String found(Pattern what, String in) {
        return what.matcher(in).results().map(MatchResult::group).findFirst().orElseThrow();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
