package io.beian.wechat;

import io.beian.wording.Wording;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Puts the account's menu up once the bot has started, without holding the start. Its keys are
 * commands of the dialogue. While WeChat is away it is tried again, less and less often, for about
 * a day.
 */
class MenuAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(MenuAtStart.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int ATTEMPTS = 56;

    private final WechatApi api;
    private final Wording wording;
    private final MenuSettings.Menu choice;
    private final Later later;
    private volatile boolean over;

    /** Does work on a thread of its own, after a while. */
    interface Later {
        void in(Duration pause, Runnable work);
    }

    MenuAtStart(WechatApi api, Wording wording, MenuSettings.Menu choice, Later later) {
        this.api = api;
        this.wording = wording;
        this.choice = choice;
        this.later = later;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        later.in(Duration.ZERO, () -> attempt(1, FIRST_PAUSE));
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        over = true;
    }

    private void attempt(int number, Duration pause) {
        if (over) {
            return;
        }
        try {
            put();
        } catch (RuntimeException e) {
            String why = e instanceof WechatException ? e.getMessage() : e.getClass().getName();
            if (number == ATTEMPTS) {
                LOG.error("menu not put up: {}; not tried again before the next start", why);
                return;
            }
            LOG.warn("menu not put up: {}; tried again in {} s", why, pause.toSeconds());
            Duration twice = pause.multipliedBy(2);
            Duration next = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
            later.in(pause, () -> attempt(number + 1, next));
        }
    }

    private void put() {
        if (choice == MenuSettings.Menu.KEEP && api.hasMenu()) {
            LOG.info(
                    "the account has a menu, which stays as it is; beian.wechat.menu=replace puts"
                            + " the bot's in its place");
            return;
        }
        api.createMenu(
                List.of(
                        click("menu.start", "备案"),
                        click("menu.status", "进度"),
                        new MenuButton.Group(
                                wording.plain("menu.more"),
                                List.of(
                                        click("menu.mine", "我的备案"),
                                        click("menu.missing", "还差什么"),
                                        click("menu.help", "帮助")))));
    }

    private MenuButton.Click click(String label, String command) {
        return new MenuButton.Click(wording.plain(label), command);
    }
}
