package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.photo.TestS3;
import io.beian.redis.TestRedis;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product, two nodes of it, with the photos in a bucket. */
class PhotosInS3Test {

    private static final String OPENID = "oBucket";
    private static final Pattern LINK = Pattern.compile("/mine/[A-Za-z0-9_-]{32}");
    private static final Pattern PHOTO = Pattern.compile("photos/[0-9a-f]{64}\\.jpg");
    private static final String PLACE = "[0-9a-f]{2}/[0-9a-f]{62}";

    @Test
    void filesThroughTheLossOfTheStoreAndErases(@TempDir Path data) throws Exception {
        TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
        try (TestS3 s3 = TestS3.start(Files.createDirectory(data.resolve("s3")));
                TestRedis redis = TestRedis.start(data.resolve("redis"));
                RunningBot bot = new RunningBot(data.resolve("one"), clock, settings(s3, redis));
                WebhookStage stage = new WebhookStage(bot, clock::pass, OPENID)) {
            new TalkPlayer(stage, Talk.all()).play(Talk.named("公司首次备案填到照片.talk"));
            for (String photo : List.of("营业执照", "身份证人像面", "身份证国徽面")) {
                stage.photos(List.of(photo));
            }
            s3.kill();
            bot.photo(OPENID, Specimen.of("核验照"));
            assertThat(stage.view().facts().keySet()).noneMatch(id -> id.endsWith("photo.verify"));
            s3.start();
            bot.settle();
            stage.say("提交");
            assertThat(stage.view().orderNumber()).isPresent();
            assertThat(s3.stored(TestS3.BUCKET)).hasSize(4).allSatisfy(PhotosInS3Test::isSealed);
            assertThat(data.resolve("one").resolve("photos")).doesNotExist();

            stage.say("导出我的资料");
            String link = found(LINK, stage.tap("确认导出"));
            seenFromAnotherNode(bot, clock, data, settings(s3, redis), link);

            stage.say("删除我的资料");
            assertThat(stage.tap("确认删除我的资料")).contains("已经删除");
            assertThat(s3.stored(TestS3.BUCKET)).isEmpty();
        }
    }

    private static void isSealed(String key, byte[] bytes) {
        assertThat(key).matches(PLACE);
        assertThat(bytes).startsWith((byte) 1);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
    }

    /** It shares the bucket, Redis and the keys, and nothing else. */
    private static void seenFromAnotherNode(
            RunningBot first, TestClock clock, Path data, String[] shared, String link)
            throws IOException {
        List<String> settings = new ArrayList<>(List.of(shared));
        settings.add("--beian.privacy.keys-file=" + data.resolve("one").resolve("keys.json"));
        settings.add(
                "--beian.wechat.api-base-url="
                        + first.base().resolve("/sandbox/wechat/api.weixin.qq.com"));
        settings.add(
                "--beian.wechat.open-base-url="
                        + first.base().resolve("/sandbox/wechat/open.weixin.qq.com"));
        settings.add("--beian.filing.base-url=" + first.base().resolve("/sandbox/filing"));
        try (RunningBot second =
                new RunningBot(data.resolve("two"), clock, settings.toArray(String[]::new))) {
            String page = second.base().resolve(link).toString();
            Visitor owner = Visitor.onThePhoneOf(OPENID, first, second);
            String html = Visitor.text(owner.open(page));
            List<String> photos =
                    PHOTO.matcher(html).results().map(MatchResult::group).distinct().toList();
            assertThat(photos).hasSize(4);
            for (String photo : photos) {
                HttpResponse<byte[]> jpeg = owner.step(page + "/" + photo);
                assertThat(jpeg.body()).startsWith((byte) 0xff, (byte) 0xd8);
            }
        }
    }

    private static String[] settings(TestS3 s3, TestRedis redis) {
        Stream<String> soon = Stream.of("--beian.outbox.pauses=500ms");
        return Stream.of(s3.springSettings().stream(), redis.springSettings().stream(), soon)
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    private static String found(Pattern what, String in) {
        return what.matcher(in).results().map(MatchResult::group).findFirst().orElseThrow();
    }
}
