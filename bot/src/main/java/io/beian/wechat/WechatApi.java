package io.beian.wechat;

import java.util.List;
import java.util.Map;

/** What we can ask of WeChat; safe for use by many threads. */
public interface WechatApi {

    /** Sends a text as a service message. */
    Sent sendText(String openid, String text, Door door);

    /** Uploads a picture, which WeChat keeps for three days, and sends it as a service message. */
    Sent sendImage(String openid, byte[] jpeg, String fileName, Door door);

    /** Sends a template message (模板消息). */
    Sent sendTemplate(Filled message);

    /** Sends a subscription notice (订阅通知); it uses up one permission of the person. */
    Sent sendSubscription(Filled message, Door door);

    /** Fetches what a person sent. */
    Fetched download(String mediaId);

    /**
     * The agents of customer service who are there now.
     *
     * @throws WechatException if WeChat does not say
     */
    List<OnlineAgent> onlineAgents();

    /**
     * Hands a person over to an agent.
     *
     * @param text what the agent is told
     * @throws WechatException if WeChat does not do it
     */
    void openSession(String openid, String account, String text);

    /**
     * Signs a page for the JS-SDK.
     *
     * @throws WechatException if WeChat gives no ticket for it
     */
    Signature sign(String url);

    /**
     * Where a browser is sent to be told whose it is (网页授权), silently.
     *
     * @param comeBack gets {@code code} and {@code state}
     */
    String askAt(String comeBack, String state);

    /**
     * Whose browser came back with a code.
     *
     * @throws WechatException if WeChat does not say
     */
    String openidOf(String code);

    /**
     * Whether the account has a menu below its chat, whoever made it and by whatever means.
     *
     * @throws WechatException if WeChat does not say
     */
    boolean hasMenu();

    /**
     * Replaces the menu below the chat.
     *
     * @throws WechatException if WeChat does not take it
     */
    void createMenu(List<MenuButton> buttons);

    /**
     * A template with its fields filled in.
     *
     * @param clientId WeChat sends a template message once only for the same person and id, within
     *     ten minutes; subscription notices have nothing like it
     */
    record Filled(String openid, String templateId, Map<String, String> fields, String clientId) {}

    /**
     * Somebody of customer service.
     *
     * @param sessions people the agent talks to now
     */
    record OnlineAgent(String account, int sessions) {}

    /** What {@code wx.config} wants beside the app id. */
    record Signature(long timestamp, String nonce, String value) {}
}
