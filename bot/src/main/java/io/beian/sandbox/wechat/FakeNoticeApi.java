package io.beian.sandbox.wechat;

import java.io.InputStream;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The calls around template messages and subscription notices. */
@RestController
@Profile("sandbox")
@RequestMapping(FakeApi.PATH)
final class FakeNoticeApi {

    private final NoticeMessages notices;
    private final JsTickets tickets;
    private final JsonMapper json;

    FakeNoticeApi(NoticeMessages notices, JsTickets tickets, JsonMapper json) {
        this.notices = notices;
        this.tickets = tickets;
        this.json = json;
    }

    @PostMapping("/message/template/send")
    Map<String, Object> template(InputStream body) {
        return notices.sendTemplate(json.readTree(body));
    }

    @PostMapping("/message/subscribe/bizsend")
    Map<String, Object> subscription(InputStream body) {
        return notices.sendSubscription(json.readTree(body));
    }

    @GetMapping("/ticket/getticket")
    Map<String, Object> ticket(@RequestParam(defaultValue = "") String type) {
        if (!type.equals("jsapi")) {
            return ApiCode.ARGUMENT_INVALID.body();
        }
        JsTickets.Ticket ticket = tickets.issue();
        return Map.of(
                "errcode",
                0,
                "errmsg",
                "ok",
                "ticket",
                ticket.value(),
                "expires_in",
                ticket.expiresIn());
    }

    @ExceptionHandler
    Map<String, Object> notJson(JacksonException e) {
        return ApiCode.BAD_JSON.body();
    }
}
