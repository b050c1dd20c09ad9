package io.beian.sandbox.wechat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls around customer service; those on sessions lie outside {@code cgi-bin}. */
@RestController
@Profile("sandbox")
final class FakeAgentApi {

    private static final String SESSIONS = FakeApi.HOST + "/customservice/kfsession";

    private final ServiceRoom room;
    private final JsonMapper json;

    FakeAgentApi(ServiceRoom room, JsonMapper json) {
        this.room = room;
        this.json = json;
    }

    @GetMapping(FakeApi.PATH + "/customservice/getonlinekflist")
    Map<String, Object> online() {
        List<Map<String, Object>> online =
                room.agents().stream().filter(room::online).map(this::described).toList();
        return Map.of("kf_online_list", online);
    }

    private Map<String, Object> described(ServiceRoom.Agent agent) {
        return Map.of(
                "kf_account", agent.account(),
                "status", 1,
                "kf_id", agent.id(),
                "accepted_case", room.sessions(agent).size());
    }

    @PostMapping(SESSIONS + "/create")
    Map<String, Object> create(InputStream body) {
        JsonNode request = json.readTree(body);
        return room.create(openid(request), account(request), request.path("text").asString(""))
                .body();
    }

    @PostMapping(SESSIONS + "/close")
    Map<String, Object> close(InputStream body) {
        JsonNode request = json.readTree(body);
        return room.close(openid(request), account(request)).body();
    }

    @ExceptionHandler
    Map<String, Object> notJson(JacksonException e) {
        return ApiCode.BAD_JSON.body();
    }

    private static String openid(JsonNode request) {
        return request.path("openid").asString("");
    }

    private static String account(JsonNode request) {
        return request.path("kf_account").asString("");
    }
}
