package io.beian.wechat;

import io.beian.outbox.JsSdk;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs pages for WeChat's JS-SDK. */
final class JsPages implements JsSdk {

    private static final Logger log = LoggerFactory.getLogger(JsPages.class);

    private final WechatApi api;
    private final String appId;
    private final String scriptUrl;

    JsPages(WechatApi api, String appId, String scriptUrl) {
        this.api = api;
        this.appId = appId;
        this.scriptUrl = scriptUrl;
    }

    @Override
    public Optional<Config> configFor(String url) {
        try {
            WechatApi.Signature signed = api.sign(url);
            return Optional.of(
                    new Config(
                            scriptUrl, appId, signed.timestamp(), signed.nonce(), signed.value()));
        } catch (WechatException e) {
            log.warn("page not signed: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
