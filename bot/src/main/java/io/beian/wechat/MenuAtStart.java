package io.beian.wechat;

import io.beian.wording.Wording;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts the account's menu up when the bot starts. Its keys are commands of the dialogue. */
@Component
@ConditionalOnProperty("beian.wechat.app-id")
class MenuAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(MenuAtStart.class);

    private final WechatApi api;
    private final Wording wording;

    MenuAtStart(WechatApi api, Wording wording) {
        this.api = api;
        this.wording = wording;
    }

    @EventListener(ApplicationReadyEvent.class)
    void create() {
        try {
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
        } catch (WechatException e) {
            LOG.warn("menu not created: {}", e.getMessage());
        }
    }

    private MenuButton.Click click(String label, String command) {
        return new MenuButton.Click(wording.plain(label), command);
    }
}
