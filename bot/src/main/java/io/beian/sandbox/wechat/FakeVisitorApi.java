package io.beian.sandbox.wechat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Web authorisation (网页授权): tells a page of the account whose phone it is opened on. */
@RestController
@Profile("sandbox")
final class FakeVisitorApi {

    static final String SNS = FakeApi.HOST + "/sns";

    private static final String OPEN = "/sandbox/wechat/open.weixin.qq.com";
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    /** WeChat compares an address with a pattern, so the order of the parameters counts. */
    private static final Pattern QUERY =
            Pattern.compile(
                    "appid=([^&]*)&redirect_uri=([^&]*)&response_type=code&scope=([^&]*)"
                            + "(?:&state=([a-zA-Z0-9]{0,128}))?(?:&connect_redirect=1)?");

    private static final String PAGE =
            "<!doctype html><html lang=zh-CN><meta charset=utf-8>"
                    + "<meta name=viewport content='width=device-width, initial-scale=1'>"
                    + "<title>微信</title><body style='padding:64px 24px;text-align:center;"
                    + "font:17px/1.6 sans-serif'>%s";

    private final SimulatorSettings settings;
    private final VisitorCodes codes;
    private final Chats chats;
    private final Faults faults;
    private final Words words;
    private final JsonMapper json;

    FakeVisitorApi(
            SimulatorSettings settings,
            VisitorCodes codes,
            Chats chats,
            Faults faults,
            Words words,
            JsonMapper json) {
        this.settings = settings;
        this.codes = codes;
        this.chats = chats;
        this.faults = faults;
        this.words = words;
        this.json = json;
    }

    @GetMapping(OPEN + "/connect/oauth2/authorize")
    ResponseEntity<String> authorise(HttpServletRequest request) {
        Matcher query = QUERY.matcher(Objects.requireNonNullElse(request.getQueryString(), ""));
        if (!query.matches()) {
            return page("open.query");
        }
        if (!query.group(1).equals(settings.appId())) {
            return page("open.appid");
        }
        Optional<URI> comeBack = ours(query.group(2));
        if (comeBack.isEmpty()) {
            return page("open.10003");
        }
        if (!query.group(3).equals("snsapi_base")) {
            return page("open.10005");
        }
        return PhoneBrowser.holder(request)
                .filter(chats::knows)
                .map(openid -> back(comeBack.get(), codes.issue(openid), query.group(4)))
                .orElseGet(() -> page("open.outside"));
    }

    /** Only the domain that stands in the account's settings (网页授权域名). */
    private Optional<URI> ours(String encoded) {
        try {
            URI to = URI.create(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
            return Optional.of(to)
                    .filter(uri -> settings.botUrl().getHost().equals(uri.getHost()))
                    .filter(uri -> uri.getScheme().matches("https?"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<String> back(URI to, String code, String state) {
        URI location =
                UriComponentsBuilder.fromUri(to)
                        .queryParam("code", code)
                        .queryParam("state", Objects.requireNonNullElse(state, ""))
                        .build(true)
                        .toUri();
        return ResponseEntity.status(HttpStatus.FOUND)
                .cacheControl(CacheControl.noStore())
                .location(location)
                .build();
    }

    private ResponseEntity<String> page(String word) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(PAGE.formatted(HtmlUtils.htmlEscape(words.of(word))));
    }

    /** JSON that claims to be text, as WeChat's does. */
    @GetMapping(SNS + "/oauth2/access_token")
    ResponseEntity<byte[]> token(
            @RequestParam(defaultValue = "") String appid,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = "grant_type", defaultValue = "") String grant) {
        ApiCode wrong = wrong(appid, secret, code, grant);
        Map<String, Object> answer =
                wrong == ApiCode.OK ? redeemed(codes.redeem(code)) : wrong.body();
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(json.writeValueAsBytes(answer));
    }

    private ApiCode wrong(String appid, String secret, String code, String grant) {
        if (appid.isEmpty() || secret.isEmpty() || code.isEmpty()) {
            return appid.isEmpty()
                    ? ApiCode.APPID_MISSING
                    : secret.isEmpty() ? ApiCode.APPSECRET_MISSING : ApiCode.CODE_MISSING;
        }
        if (!appid.equals(settings.appId())) {
            return ApiCode.INVALID_APPID;
        }
        if (!secret.equals(settings.secret())) {
            return ApiCode.INVALID_APPSECRET;
        }
        return grant.equals("authorization_code")
                ? faults.of(Faults.Call.VISITOR).orElse(ApiCode.OK)
                : ApiCode.INVALID_GRANT_TYPE;
    }

    private static Map<String, Object> redeemed(VisitorCodes.Redeemed redeemed) {
        return redeemed.code() != ApiCode.OK
                ? redeemed.code().body()
                : Map.of(
                        "access_token",
                        "sandbox-page-token",
                        "expires_in",
                        7200,
                        "refresh_token",
                        "sandbox-page-refresh",
                        "openid",
                        redeemed.openid(),
                        "scope",
                        "snsapi_base");
    }
}
