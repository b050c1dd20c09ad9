package io.beian.sandbox.wechat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls of {@code api.weixin.qq.com} the simulated WeChat offers. Like the real one it reads a
 * body as JSON whatever its content type says.
 */
@RestController
@Profile("sandbox")
@RequestMapping(FakeApi.PATH)
final class FakeApi {

    static final String HOST = "/sandbox/wechat/api.weixin.qq.com";
    static final String PATH = HOST + "/cgi-bin";

    private static final int MAX_UPLOAD = 2 * 1024 * 1024;

    private final ServiceMessages messages;
    private final Typing typing;
    private final MediaShelf media;
    private final AccountMenu menu;
    private final LiveFeed feed;
    private final World world;
    private final JsonMapper json;

    FakeApi(
            ServiceMessages messages,
            Typing typing,
            MediaShelf media,
            AccountMenu menu,
            LiveFeed feed,
            World world,
            JsonMapper json) {
        this.messages = messages;
        this.typing = typing;
        this.media = media;
        this.menu = menu;
        this.feed = feed;
        this.world = world;
        this.json = json;
    }

    @PostMapping("/message/custom/send")
    Map<String, Object> send(InputStream body) {
        return messages.send(json.readTree(body)).body();
    }

    @PostMapping("/message/custom/typing")
    Map<String, Object> typing(InputStream body) {
        JsonNode request = json.readTree(body);
        String openid = request.path("touser").asString("");
        ApiCode reachable = messages.reachable(openid);
        return reachable == ApiCode.OK
                ? typing.command(openid, request.path("command").asString("")).body()
                : reachable.body();
    }

    /** A picture, or an error that claims to be text and comes with status 200, as WeChat's do. */
    @GetMapping("/media/get")
    ResponseEntity<byte[]> media(@RequestParam(name = "media_id", defaultValue = "") String id) {
        return media.fetch(id)
                .map(content -> download(id, content))
                .orElseGet(
                        () ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.TEXT_PLAIN)
                                        .body(
                                                json.writeValueAsBytes(
                                                        ApiCode.INVALID_MEDIA_ID.body())));
    }

    @PostMapping("/media/upload")
    Map<String, Object> upload(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(name = "media", required = false) MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty() || file.getOriginalFilename() == null) {
            return ApiCode.MEDIA_DATA_MISSING.body();
        }
        if (!type.equals("image")) {
            return ApiCode.INVALID_MEDIA_TYPE.body();
        }
        if (file.getSize() > MAX_UPLOAD) {
            return ApiCode.INVALID_MEDIA_SIZE.body();
        }
        byte[] content = file.getBytes();
        if (!MediaFormat.of(content).isPicture()) {
            return ApiCode.INVALID_FILE_TYPE.body();
        }
        return Map.of(
                "type", type,
                "media_id", media.put(content),
                "created_at", world.clock().instant().getEpochSecond());
    }

    @PostMapping("/menu/create")
    Map<String, Object> createMenu(InputStream body) {
        ApiCode code = menu.create(json.readTree(body));
        feed.menu();
        return code.body();
    }

    @GetMapping("/menu/get")
    Map<String, Object> getMenu() {
        return menu.get()
                .map(found -> Map.<String, Object>of("menu", found))
                .orElseGet(ApiCode.NO_MENU::body);
    }

    /** What people see, whether made by a call or by hand; nobody makes one by hand here. */
    @GetMapping("/get_current_selfmenu_info")
    Map<String, Object> currentMenu() {
        return menu.get()
                .map(found -> Map.<String, Object>of("is_menu_open", 1, "selfmenu_info", found))
                .orElseGet(() -> Map.of("is_menu_open", 0, "selfmenu_info", Map.of()));
    }

    @GetMapping("/getcallbackip")
    Map<String, Object> callbackAddresses() {
        return Map.of("ip_list", List.of("127.0.0.1"));
    }

    @RequestMapping("/**")
    Map<String, Object> anythingElse() {
        return ApiCode.INVALID_URL.body();
    }

    @ExceptionHandler
    Map<String, Object> notJson(JacksonException e) {
        return ApiCode.BAD_JSON.body();
    }

    private static ResponseEntity<byte[]> download(String id, byte[] content) {
        MediaFormat format = MediaFormat.of(content);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mime())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + id + "." + format.extension() + "\"")
                .body(content);
    }
}
