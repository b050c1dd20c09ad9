package io.beian.wechat;

import java.util.List;

/** What we can ask of WeChat; safe for use by many threads. */
public interface WechatApi {

    /** Sends a text as a service message. */
    Sent sendText(String openid, String text);

    /** Uploads a picture, which WeChat keeps for three days, and sends it as a service message. */
    Sent sendImage(String openid, byte[] jpeg, String fileName);

    /** Fetches what a person sent. */
    Fetched download(String mediaId);

    /**
     * Replaces the menu below the chat.
     *
     * @throws WechatException if WeChat does not take it
     */
    void createMenu(List<MenuButton> buttons);
}
