package io.beian.wechat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.WebAuthorisation;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whose browser opens a page, by WeChat's silent web authorisation (snsapi_base). */
final class WebVisitors implements WebAuthorisation {

    private static final Logger log = LoggerFactory.getLogger(WebVisitors.class);

    /** In the name of every browser inside WeChat, on phones and on computers. */
    private static final String BROWSER = "micromessenger";

    private final WechatApi api;
    private final boolean offered;

    WebVisitors(WechatApi api, boolean offered) {
        this.api = api;
        this.offered = offered;
    }

    @Override
    public boolean offered() {
        return offered;
    }

    @Override
    public boolean inside(String userAgent) {
        return userAgent.toLowerCase(Locale.ROOT).contains(BROWSER);
    }

    @Override
    public URI askAt(URI comeBack, String state) {
        return URI.create(api.askAt(comeBack.toString(), state));
    }

    @Override
    public Answer whoCame(String code) {
        try {
            return new Answer.Person(new ConversationId(api.openidOf(code)));
        } catch (WechatException e) {
            return switch (e.code()) {
                // Not a code, expired, used before.
                case 40029, 42003, 40163 -> new Answer.CodeSpent();
                case -1, Sent.TryLater.NO_ANSWER, 45009, 45011 -> {
                    log.warn("nobody told whose a browser is: {}", e.getMessage());
                    yield new Answer.TryLater();
                }
                // Secret or app id wrong, no right to web authorisation, banned.
                default -> {
                    log.error("nobody told whose a browser is: {}", e.getMessage());
                    yield new Answer.TryLater();
                }
            };
        }
    }
}
