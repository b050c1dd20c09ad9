package io.beian.wechat;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.bean.menu.WxMenuButton;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to WeChat through WxJava. */
final class WxJavaApi implements WechatApi {

    private static final Logger log = LoggerFactory.getLogger(WxJavaApi.class);
    private static final List<Class<? extends Throwable>> BEFORE_SENDING =
            List.of(
                    SharedTokenService.TokenUnavailable.class,
                    ConnectException.class,
                    ConnectTimeoutException.class,
                    ConnectionRequestTimeoutException.class,
                    NoRouteToHostException.class,
                    UnknownHostException.class,
                    SSLHandshakeException.class,
                    SSLPeerUnverifiedException.class);

    private final SharedTokenService wechat;
    private final MediaDownload mediaDownload;
    private final MediaUpload mediaUpload;

    WxJavaApi(SharedTokenService wechat, int maxMediaBytes) {
        this.wechat = wechat;
        this.mediaDownload = new MediaDownload(wechat.getRequestHttpClient(), maxMediaBytes);
        this.mediaUpload = new MediaUpload(wechat.getRequestHttpClient());
    }

    @Override
    public Sent sendText(String openid, String text) {
        return send(WxMpKefuMessage.TEXT().toUser(openid).content(text).build());
    }

    @Override
    public Sent sendImage(String openid, byte[] jpeg, String fileName) {
        String mediaId;
        try {
            mediaId = upload(new MediaUpload.Picture(jpeg, fileName));
        } catch (WxErrorException e) {
            return e.getError().getErrorCode() == Sent.TryLater.NO_ANSWER
                    ? new Sent.TryLater(Sent.TryLater.NO_ANSWER, false)
                    : sent("media/upload", e);
        }
        return send(WxMpKefuMessage.IMAGE().toUser(openid).mediaId(mediaId).build());
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

    private Sent send(WxMpKefuMessage message) {
        try {
            wechat.getKefuService().sendKefuMessage(message);
            return new Sent.Delivered();
        } catch (WxErrorException e) {
            return sent("message/custom/send", e);
        }
    }

    /**
     * See https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage
     */
    private static Sent sent(String call, WxErrorException e) {
        int code = e.getError().getErrorCode();
        return switch (code) {
            case 45015, 45047 -> new Sent.OutOfQuota(code);
            case 40003, 43004, 43019, 43101, 48002 -> new Sent.Unreachable(code);
            // Busy; token replaced once more; media expired since the upload; over a rate.
            case -1, 40001, 40007, 40014, 42001, 45009, 45011 -> new Sent.TryLater(code, false);
            case Sent.TryLater.NO_ANSWER -> new Sent.TryLater(code, mayHaveArrived(e.getCause()));
            default -> {
                log.warn("{} was refused by WeChat with errcode {}", call, code);
                yield new Sent.Misconfigured(code);
            }
        };
    }

    private static boolean mayHaveArrived(@Nullable Throwable cause) {
        return BEFORE_SENDING.stream().noneMatch(type -> type.isInstance(cause));
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
