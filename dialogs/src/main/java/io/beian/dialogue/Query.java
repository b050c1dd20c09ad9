package io.beian.dialogue;

/**
 * What somebody asks the filed information by.
 *
 * @param text brought to one form by the value type of its kind
 */
public record Query(Kind kind, String text) {

    /** What the text names. */
    public enum Kind {
        /** 域名 or IP address. */
        DOMAIN,
        /** 主体名称: the whole name of a unit. */
        NAME,
        /** 备案号: of a sponsor or of one site. */
        LICENCE,
        /** 订单号: the filer's own orders only, never looked up for others. */
        ORDER,
        /** The number of an operating permit (增值电信业务经营许可证); filings are not found by it. */
        PERMIT,
        /** The number of a filing with the police (公安联网备案); nor by it. */
        POLICE
    }

    String key() {
        return kind + " " + text;
    }

    /** A name may be a private person's. */
    @Override
    public String toString() {
        return "Query[" + kind + "]";
    }
}
