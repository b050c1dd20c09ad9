package io.beian.sandbox.wechat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person does about notices on their phone, and what scripts have WeChat get wrong. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/wechat/api")
final class NoticeDesk {

    private final Templates templates;
    private final NoticeMessages notices;
    private final WechatServer server;
    private final JsTickets tickets;
    private final Faults faults;

    NoticeDesk(
            Templates templates,
            NoticeMessages notices,
            WechatServer server,
            JsTickets tickets,
            Faults faults) {
        this.templates = templates;
        this.notices = notices;
        this.server = server;
        this.tickets = tickets;
        this.faults = faults;
    }

    /** How a page is signed. */
    record Signed(String url, String timestamp, String nonceStr, String signature) {}

    @GetMapping("/templates")
    List<Templates.Template> templates() {
        return templates.all();
    }

    @GetMapping("/users/{openid}/subscriptions")
    Map<String, Integer> allowed(@PathVariable String openid) {
        return notices.allowed(openid);
    }

    /** The choices on the sheet: {@code accept} or {@code reject} by template. */
    @PostMapping("/users/{openid}/subscriptions")
    Map<String, Integer> choose(
            @PathVariable String openid, @RequestBody Map<String, String> choices) {
        return does(openid, Act.noticesChosen(checked(choices)));
    }

    /** The same in the settings of the account's notices. */
    @PostMapping("/users/{openid}/subscription-settings")
    Map<String, Integer> settings(
            @PathVariable String openid, @RequestBody Map<String, String> choices) {
        return does(openid, Act.noticesSwitched(checked(choices)));
    }

    @PostMapping("/jsconfig")
    Map<String, Boolean> config(@RequestBody Signed page) {
        boolean good =
                tickets.signs(page.url(), page.timestamp(), page.nonceStr(), page.signature());
        return Map.of("ok", good);
    }

    @GetMapping("/faults")
    Set<String> faults() {
        return faults.all();
    }

    @PostMapping("/faults")
    Set<String> faults(@RequestBody Map<String, Boolean> changes) {
        faults.change(changes);
        return faults.all();
    }

    @ExceptionHandler
    ProblemDetail senseless(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    private Map<String, Integer> does(String openid, Act act) {
        server.forward(server.accept(openid, act, Sending.NORMAL)).join();
        return notices.allowed(openid);
    }

    private Map<String, String> checked(Map<String, String> choices) {
        choices.forEach(
                (template, status) -> {
                    if (templates.find(template, true).isEmpty()
                            || !Set.of("accept", "reject").contains(status)) {
                        throw new IllegalArgumentException("no such choice");
                    }
                });
        return new TreeMap<>(choices);
    }
}
