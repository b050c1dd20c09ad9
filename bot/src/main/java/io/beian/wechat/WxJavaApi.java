package io.beian.wechat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import me.chanjar.weixin.common.api.WxConsts;
import me.chanjar.weixin.common.bean.WxJsapiSignature;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.bean.menu.WxMenuButton;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.json.GsonParser;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.kefu.result.WxMpKfInfo;
import me.chanjar.weixin.mp.bean.subscribe.WxMpSubscribeMessage;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to WeChat through WxJava. */
final class WxJavaApi implements WechatApi {

    private static final Logger log = LoggerFactory.getLogger(WxJavaApi.class);

    private static final String WHO = "sns/oauth2/access_token";

    private final SharedTokenService wechat;
    private final MediaDownload mediaDownload;
    private final MediaUpload mediaUpload;
    private final JsonPost jsonPost;

    WxJavaApi(SharedTokenService wechat, int maxMediaBytes) {
        this.wechat = wechat;
        this.mediaDownload = new MediaDownload(wechat.getRequestHttpClient(), maxMediaBytes);
        this.mediaUpload = new MediaUpload(wechat.getRequestHttpClient());
        this.jsonPost = new JsonPost(wechat.getRequestHttpClient());
    }

    @Override
    public Sent sendText(String openid, String text, Door door) {
        return send(WxMpKefuMessage.TEXT().toUser(openid).content(text).build(), door);
    }

    @Override
    public Sent sendImage(String openid, byte[] jpeg, String fileName, Door door) {
        String mediaId;
        try {
            mediaId = upload(new MediaUpload.Picture(jpeg, fileName));
        } catch (WxErrorException e) {
            return sent("media/upload", e, false);
        }
        return send(WxMpKefuMessage.IMAGE().toUser(openid).mediaId(mediaId).build(), door);
    }

    @Override
    public Sent sendTemplate(Filled message) {
        WxMpTemplateMessage filled =
                WxMpTemplateMessage.builder()
                        .toUser(message.openid())
                        .templateId(message.templateId())
                        .clientMsgId(message.clientId())
                        .data(
                                message.fields().entrySet().stream()
                                        .map(f -> new WxMpTemplateData(f.getKey(), f.getValue()))
                                        .toList())
                        .build();
        return post(
                "message/template/send",
                WxMpApiUrl.TemplateMsg.MESSAGE_TEMPLATE_SEND,
                filled.toJson(),
                Door.ALWAYS_OPEN);
    }

    @Override
    public Sent sendSubscription(Filled message, Door door) {
        WxMpSubscribeMessage filled =
                WxMpSubscribeMessage.builder()
                        .toUser(message.openid())
                        .templateId(message.templateId())
                        .dataMap(message.fields())
                        .build();
        return post(
                "message/subscribe/bizsend",
                WxMpApiUrl.SubscribeMsg.SEND_SUBSCRIBE_MESSAGE_URL,
                filled.toJson(),
                door);
    }

    private Sent send(WxMpKefuMessage message, Door door) {
        return post(
                "message/custom/send", WxMpApiUrl.Kefu.MESSAGE_CUSTOM_SEND, message.toJson(), door);
    }

    private Sent post(String call, WxMpApiUrl to, String json, Door door) {
        JsonPost.Letter letter = new JsonPost.Letter(json, door);
        try {
            String answer =
                    wechat.execute(jsonPost, to.getUrl(wechat.getWxMpConfigStorage()), letter);
            JsonElement id = GsonParser.parse(answer).get("msgid");
            return new Sent.Delivered(id == null || id.isJsonNull() ? "" : id.getAsString());
        } catch (WxErrorException e) {
            return letter.heldBack() ? new Sent.HeldBack() : sent(call, e, letter.left());
        }
    }

    @Override
    public List<OnlineAgent> onlineAgents() {
        try {
            List<WxMpKfInfo> online = wechat.getKefuService().kfOnlineList().getKfOnlineList();
            return online == null
                    ? List.of()
                    : online.stream()
                            .filter(agent -> agent.getAccount() != null)
                            .map(agent -> new OnlineAgent(agent.getAccount(), sessions(agent)))
                            .toList();
        } catch (WxErrorException e) {
            throw new WechatException("customservice/getonlinekflist", code(e));
        }
    }

    private static int sessions(WxMpKfInfo agent) {
        return agent.getAcceptedCase() == null ? 0 : agent.getAcceptedCase();
    }

    /** WxJava's own method has no text for the agent. */
    @Override
    public void openSession(String openid, String account, String text) {
        JsonObject request = new JsonObject();
        request.addProperty("kf_account", account);
        request.addProperty("openid", openid);
        request.addProperty("text", text);
        try {
            wechat.post(WxMpApiUrl.Kefu.KFSESSION_CREATE, request);
        } catch (WxErrorException e) {
            throw new WechatException("kfsession/create", code(e));
        }
    }

    @Override
    public Signature sign(String url) {
        try {
            WxJsapiSignature signed = wechat.createJsapiSignature(url);
            return new Signature(
                    signed.getTimestamp(), signed.getNonceStr(), signed.getSignature());
        } catch (WxErrorException e) {
            throw new WechatException("ticket/getticket", code(e));
        } catch (NullPointerException noTicket) {
            throw new WechatException("ticket/getticket", Sent.TryLater.NO_ANSWER);
        }
    }

    @Override
    public String askAt(String comeBack, String state) {
        return wechat.getOAuth2Service()
                .buildAuthorizationUrl(comeBack, WxConsts.OAuth2Scope.SNSAPI_BASE, state);
    }

    /** WxJava puts a code into the address as it is. */
    @Override
    public String openidOf(String code) {
        String encoded = URLEncoder.encode(code, StandardCharsets.UTF_8);
        try {
            String openid = wechat.getOAuth2Service().getAccessToken(encoded).getOpenId();
            if (openid != null && !openid.isBlank()) {
                return openid;
            }
        } catch (WxErrorException e) {
            throw new WechatException(WHO, code(e));
        } catch (RuntimeException e) {
            // What WxJava's JSON readers throw at an answer that is none; it may quote the answer.
            throw new WechatException(WHO, Sent.TryLater.NO_ANSWER);
        }
        throw new WechatException(WHO, Sent.TryLater.NO_ANSWER);
    }

    private static int code(WxErrorException e) {
        return e.getError().getErrorCode();
    }

    @Override
    public Fetched download(String mediaId) {
        try {
            return wechat.execute(mediaDownload, WxMpApiUrl.Material.MEDIA_GET_URL, mediaId);
        } catch (WxErrorException e) {
            int code = e.getError().getErrorCode();
            return switch (code) {
                // Invalid type, file type, media id; missing media id.
                case 40004, 40005, 40007, 41004, 41006 -> new Fetched.Gone(code);
                default -> new Fetched.TryLater(code);
            };
        }
    }

    /** Unlike {@code menu/get} it also tells of a menu that was made by hand on WeChat's site. */
    @Override
    public boolean hasMenu() {
        String call = "get_current_selfmenu_info";
        JsonObject answer;
        try {
            answer = GsonParser.parse(wechat.get(WxMpApiUrl.Menu.GET_CURRENT_SELFMENU_INFO, null));
        } catch (WxErrorException e) {
            throw new WechatException(call, code(e));
        }
        if (!answer.has("is_menu_open")) {
            throw new WechatException(call, Sent.TryLater.NO_ANSWER);
        }
        return answer.get("selfmenu_info") instanceof JsonObject menu
                && menu.get("button") instanceof JsonArray buttons
                && !buttons.isEmpty();
    }

    @Override
    public void createMenu(List<MenuButton> buttons) {
        WxMenu menu = new WxMenu();
        menu.setButtons(buttons.stream().map(WxJavaApi::button).toList());
        try {
            wechat.getMenuService().menuCreate(menu);
        } catch (WxErrorException e) {
            throw new WechatException("menu/create", e.getError().getErrorCode());
        }
    }

    private String upload(MediaUpload.Picture picture) throws WxErrorException {
        String url = WxMpApiUrl.Material.MEDIA_UPLOAD_URL.getUrl(wechat.getWxMpConfigStorage());
        return wechat.execute(mediaUpload, String.format(url, "image"), picture);
    }

    /**
     * See https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage
     */
    private static Sent sent(String call, WxErrorException e, boolean left) {
        int code = e.getError().getErrorCode();
        return switch (code) {
            case 45015, 45047 -> new Sent.OutOfQuota(code);
            case 40003 -> {
                log.error("{}: an openid is not of this account (40003)", call);
                yield new Sent.Unreachable(code);
            }
            case 43004, 43019, 43101, 48002 -> new Sent.Unreachable(code);
            // Busy; token replaced once more; media expired since the upload; over a rate.
            case -1, 40001, 40007, 40014, 42001, 45009, 45011 -> new Sent.TryLater(code, false);
            case Sent.TryLater.NO_ANSWER -> new Sent.TryLater(code, left);
            // No right, banned; a template that is not ours, a field it does not take, in review.
            case 48001, 48004, 40037, 47003, 40249, 40252 -> {
                log.error("{} was refused by WeChat with errcode {}", call, code);
                yield new Sent.Misconfigured(code);
            }
            default -> {
                log.warn("{} was refused by WeChat with errcode {}", call, code);
                yield new Sent.Misconfigured(code);
            }
        };
    }

    private static WxMenuButton button(MenuButton entry) {
        WxMenuButton button = new WxMenuButton();
        button.setName(entry.name());
        if (entry instanceof MenuButton.Click click) {
            button.setType("click");
            button.setKey(click.key());
        } else if (entry instanceof MenuButton.View view) {
            button.setType("view");
            button.setUrl(view.url());
        } else if (entry instanceof MenuButton.Group group) {
            button.setSubButtons(group.entries().stream().map(WxJavaApi::button).toList());
        }
        return button;
    }
}
