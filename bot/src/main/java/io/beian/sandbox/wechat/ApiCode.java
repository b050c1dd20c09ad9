package io.beian.sandbox.wechat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The answers of the WeChat API by number. */
enum ApiCode {
    SYSTEM_BUSY(-1, "system error"),
    OK(0, "ok"),
    INVALID_CREDENTIAL(
            40001, "invalid credential, access_token is invalid or not latest, hints: [ sandbox ]"),
    INVALID_GRANT_TYPE(40002, "invalid grant_type"),
    INVALID_OPENID(40003, "invalid openid"),
    INVALID_MEDIA_TYPE(40004, "invalid media type"),
    INVALID_FILE_TYPE(40005, "invalid file type"),
    INVALID_MEDIA_SIZE(40006, "invalid media size"),
    INVALID_MEDIA_ID(40007, "invalid media_id"),
    INVALID_MESSAGE_TYPE(40008, "invalid message type"),
    INVALID_APPID(40013, "invalid appid"),
    INVALID_BUTTON_SIZE(40017, "invalid button size"),
    INVALID_CODE(40029, "invalid code"),
    INVALID_TEMPLATE(40037, "invalid template_id"),
    INVALID_URL(40066, "invalid url"),
    INVALID_APPSECRET(40125, "invalid appsecret"),
    CODE_USED(40163, "code been used"),
    ACCESS_TOKEN_MISSING(41001, "access_token missing"),
    APPID_MISSING(41002, "appid missing"),
    APPSECRET_MISSING(41004, "appsecret missing"),
    MEDIA_DATA_MISSING(41005, "media data missing"),
    CODE_MISSING(41008, "missing code"),
    TOKEN_EXPIRED(42001, "access_token expired"),
    NOT_A_FOLLOWER(43004, "require subscribe"),
    BLOCKED(43019, "user in blacklist"),
    REFUSED_BY_PERSON(43101, "user refuse to accept the msg"),
    EMPTY_CONTENT(44004, "empty content"),
    CONTENT_TOO_LONG(45002, "content size out of limit"),
    API_FREQUENCY(45009, "reach max api daily quota limit"),
    API_MINUTE_QUOTA(45011, "api minute-quota reach limit, must slower, retry next minute"),
    OUT_OF_RESPONSE_TIME(45015, "response out of time limit or subscription is canceled"),
    OUT_OF_RESPONSE_COUNT(45047, "out of response count limit"),
    BAD_TYPING_COMMAND(45072, "command field must be in Typing or CancelTyping"),
    NO_INTERACTION(45080, "need to send or receive message in 30 seconds"),
    ALREADY_TYPING(45081, "already in typing state"),
    NO_MENU(46003, "menu no exist"),
    BAD_JSON(47001, "data format error"),
    ARGUMENT_INVALID(47003, "argument invalid!"),
    API_UNAUTHORIZED(48001, "api unauthorized"),
    USER_REFUSES(48002, "user block receive message"),
    API_FORBIDDEN(48004, "api forbidden for irregularities"),
    AGENT_UNKNOWN(65401, "invalid custom service account"),
    SESSION_TAKEN(65414, "the session is being served by another agent"),
    AGENT_OFFLINE(65415, "the agent is offline"),
    NO_SESSION(65416, "no such session"),
    BUSY(-1, "system error");

    private final int code;
    private final String text;

    ApiCode(int code, String text) {
        this.code = code;
        this.text = text;
    }

    static Optional<ApiCode> of(int code) {
        return Arrays.stream(values()).filter(one -> one.code == code).findFirst();
    }

    Map<String, Object> body() {
        return Map.of("errcode", code, "errmsg", text);
    }
}
