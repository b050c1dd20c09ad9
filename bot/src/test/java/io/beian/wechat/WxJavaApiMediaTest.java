package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.wechat.FakeWechat.Answer;
import io.beian.wechat.FakeWechat.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WxJavaApiMediaTest {

    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final String UPLOAD = "/cgi-bin/media/upload";
    private static final String GET = "/cgi-bin/media/get";

    @RegisterExtension static final ApiKit kit = new ApiKit();

    private FakeWechat wechat;
    private WechatApi api;

    @BeforeEach
    void start() {
        wechat = kit.wechat();
        api = kit.api();
    }

    @Test
    void uploadsAPictureAndSendsIt() {
        wechat.answer(
                UPLOAD, Answer.json("{\"type\":\"image\",\"media_id\":\"m-1\",\"created_at\":1}"));

        Sent sent = api.sendImage("o-1", ApiKit.PICTURE, "page-1.jpg", Door.ALWAYS_OPEN);

        assertThat(sent).isEqualTo(new Sent.Delivered());
        Request upload = wechat.only(UPLOAD);
        assertThat(upload.method()).isEqualTo("POST");
        assertThat(upload.query()).isEqualTo("type=image&access_token=s3cr3t-token-1");
        assertThat(upload.contentType()).startsWith("multipart/form-data; boundary=");
        assertThat(upload.text())
                .contains("name=\"media\"; filename=\"page-1.jpg\"")
                .contains("Content-Type: image/jpeg")
                .contains("s3cr3t-picture");
        assertThat(wechat.only(SEND).text())
                .isEqualTo(
                        "{\"touser\":\"o-1\",\"msgtype\":\"image\","
                                + "\"image\":{\"media_id\":\"m-1\"}}");
    }

    @Test
    void uploadsAPictureWholeAgainWithANewToken() {
        wechat.answer(UPLOAD, Answer.error(40001))
                .answer(UPLOAD, Answer.json("{\"type\":\"image\",\"media_id\":\"m-1\"}"));

        Sent sent = api.sendImage("o-1", ApiKit.PICTURE, "page-1.jpg", Door.ALWAYS_OPEN);

        assertThat(sent).isEqualTo(new Sent.Delivered());
        assertThat(wechat.requests(UPLOAD))
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.text()).contains("s3cr3t-picture"));
    }

    @Test
    void sendsNothingWhenTheUploadFails() {
        wechat.answer(UPLOAD, Answer.error(45009));

        assertThat(api.sendImage("o-1", ApiKit.PICTURE, "p.jpg", Door.ALWAYS_OPEN))
                .isEqualTo(new Sent.TryLater(45009, false));
        assertThat(wechat.requests(SEND)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "<html>", "{\"media_id\":\"\"}"})
    void sendsNothingWhenTheUploadIsAnsweredWithoutSense(String body) {
        wechat.answer(UPLOAD, Answer.json(body));

        assertThat(api.sendImage("o-1", ApiKit.PICTURE, "p.jpg", Door.ALWAYS_OPEN))
                .isEqualTo(new Sent.TryLater(Sent.TryLater.NO_ANSWER, false));
        assertThat(wechat.requests(SEND)).isEmpty();
    }

    @Test
    void followsNoRedirect() {
        wechat.answer(GET, new Answer(302, "text/plain", new byte[0], true));

        assertThat(api.download("m-1")).isEqualTo(new Fetched.TryLater(Sent.TryLater.NO_ANSWER));
    }

    @Test
    void downloadsWhatAPersonSent() {
        wechat.answer(GET, new Answer(200, "text/plain", ApiKit.PICTURE, true));

        Fetched fetched = api.download("m/1+2");

        assertThat(((Fetched.Bytes) fetched).content()).isEqualTo(ApiKit.PICTURE);
        assertThat(wechat.only(GET).query())
                .isEqualTo("access_token=s3cr3t-token-1&media_id=m%2F1%2B2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "image/jpeg"})
    void recognisesAnErrorWhateverItIsCalled(String contentType) {
        byte[] error = "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}".getBytes(UTF_8);
        wechat.answer(GET, new Answer(200, contentType, error, true));

        assertThat(api.download("m-1")).isEqualTo(new Fetched.Gone(40007));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 45009, 48001, 40164})
    void maySucceedInDownloadingLater(int code) {
        wechat.answer(GET, Answer.error(code));

        assertThat(api.download("m-1")).isEqualTo(new Fetched.TryLater(code));
    }

    @Test
    void downloadsWithANewTokenWhenTheFirstIsOutOfDate() {
        wechat.answer(GET, Answer.error(42001))
                .answer(GET, new Answer(200, "image/jpeg", ApiKit.PICTURE, true));

        assertThat(api.download("m-1")).isInstanceOf(Fetched.Bytes.class);
        assertThat(wechat.requests(FakeWechat.TOKEN_PATH)).hasSize(2);
    }

    @Test
    void takesAVideoForNoPicture() {
        wechat.answer(GET, Answer.json("{\"video_url\":\"http://127.0.0.1/v\"}"));

        assertThat(api.download("m-1")).isEqualTo(new Fetched.Gone(0));
    }

    @Test
    void takesSenselessJsonForNoAnswer() {
        wechat.answer(GET, Answer.json("{\"errcode\":"));

        assertThat(api.download("m-1")).isEqualTo(new Fetched.TryLater(Sent.TryLater.NO_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stopsAtTheLargestSize(boolean sized) {
        wechat.answer(GET, new Answer(200, "image/jpeg", new byte[ApiKit.MAX_MEDIA], sized))
                .answer(GET, new Answer(200, "image/jpeg", new byte[ApiKit.MAX_MEDIA + 1], sized))
                .answer(GET, new Answer(200, "image/jpeg", new byte[50 * ApiKit.MAX_MEDIA], sized));

        assertThat(api.download("m-1")).isInstanceOf(Fetched.Bytes.class);
        assertThat(api.download("m-1")).isEqualTo(new Fetched.TooBig());
        assertThat(api.download("m-1")).isEqualTo(new Fetched.TooBig());
    }

    @Test
    void leavesNoPictureOnDisk() throws IOException {
        wechat.answer(GET, new Answer(200, "image/jpeg", ApiKit.PICTURE, true))
                .answer(UPLOAD, Answer.json("{\"type\":\"image\",\"media_id\":\"m-1\"}"));
        List<Path> before = filesOfWxJava();

        api.download("m-1");
        api.sendImage("o-1", ApiKit.PICTURE, "p.jpg", Door.ALWAYS_OPEN);

        assertThat(filesOfWxJava()).isEqualTo(before);
    }

    private static List<Path> filesOfWxJava() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("wxjava-temp"))
                    .sorted()
                    .toList();
        }
    }
}
