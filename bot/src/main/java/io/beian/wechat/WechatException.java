package io.beian.wechat;

/** WeChat did not do what it was asked; carries the errcode and nothing that was sent. */
public final class WechatException extends RuntimeException {

    private final int code;

    WechatException(String call, int code) {
        super(call + " was answered with errcode " + code);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
