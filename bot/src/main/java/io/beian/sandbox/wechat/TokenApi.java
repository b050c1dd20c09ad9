package io.beian.sandbox.wechat;

import java.io.InputStream;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gives out the stable token against app id and secret. */
@RestController
@Profile("sandbox")
final class TokenApi {

    private final SimulatorSettings settings;
    private final AccessTokens tokens;
    private final JsonMapper json;

    TokenApi(SimulatorSettings settings, AccessTokens tokens, JsonMapper json) {
        this.settings = settings;
        this.tokens = tokens;
        this.json = json;
    }

    @PostMapping(FakeApi.PATH + "/stable_token")
    Map<String, Object> stableToken(InputStream body) {
        JsonNode request = json.readTree(body);
        if (!request.path("grant_type").asString("").equals("client_credential")) {
            return ApiCode.INVALID_GRANT_TYPE.body();
        }
        if (!request.path("appid").asString("").equals(settings.appId())) {
            return ApiCode.INVALID_APPID.body();
        }
        if (!request.path("secret").asString("").equals(settings.secret())) {
            return ApiCode.INVALID_APPSECRET.body();
        }
        AccessTokens.Issued issued = tokens.issue(request.path("force_refresh").asBoolean(false));
        return issued.code() == ApiCode.OK
                ? Map.of("access_token", issued.token(), "expires_in", issued.expiresIn())
                : issued.code().body();
    }

    @ExceptionHandler
    Map<String, Object> notJson(JacksonException e) {
        return ApiCode.BAD_JSON.body();
    }
}
