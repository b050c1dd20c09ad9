package io.beian.filing;

import io.beian.form.Option;
import java.util.List;
import java.util.Set;

/** The code tables of the bureau, and the short lists the chat has of its own. */
public final class Tables {

    /** 单位性质 (Dwxz). */
    static final CodeTable NATURES = CodeTable.shipped("natures");

    /** 证件类型 (Zjlx), of sponsors and of people. */
    static final CodeTable CERTIFICATES = CodeTable.shipped("certificates");

    /** 服务内容 (Fwnr_id). */
    static final CodeTable CONTENTS = CodeTable.shipped("contents");

    /** 前置审批类型 (Nrlx_id). */
    static final CodeTable PRE_APPROVALS = CodeTable.shipped("approvals");

    /** 网站语言 (Yylb_id). */
    static final CodeTable LANGUAGES = CodeTable.shipped("languages");

    static final String INDIVIDUAL = "5";
    static final String SELF_EMPLOYED = "92";
    static final String ABROAD = "16";

    /** 企业 and 个体工商户; the bureau calls both 企业. */
    static final Set<String> COMPANIES = Set.of("4", "92");

    /** 政府机关 and 事业单位. */
    static final Set<String> PUBLIC = Set.of("2", "3");

    static final String RESIDENT_CARD = "2";
    static final String PASSPORT = "7";

    static final String NO_APPROVAL = "0";
    static final String OTHER_CONTENT = "24";

    static final String SAME = "same";
    static final String OTHER = "other";

    static final List<Option> SAME_PERSON =
            List.of(
                    new Option(SAME, "同主体负责人", "相同", "同一个人", "同一人", "一样", "同上", "是", "是的"),
                    new Option(OTHER, "填写新的", "不同", "不是", "另一个人", "不一样", "别人"));

    static final String YES = "yes";
    static final String NO = "no";

    static final List<Option> LEGAL_PERSON =
            List.of(
                    new Option(YES, "是法定代表人", "是", "是的", "对", "法人", "法定代表人"),
                    new Option(NO, "不是法定代表人", "不是", "否", "不是法人", "授权的人", "员工"));

    /** Version of the privacy notice that is agreed to. */
    static final String CONSENT_VERSION = "2026-11";

    static final List<Option> CONSENT =
            List.of(
                    new Option(CONSENT_VERSION, "同意并开始", "同意", "我同意", "好的", "好", "可以", "是"),
                    new Option("no", "不同意", "暂不", "不"));

    private Tables() {}

    /** Every table of the bureau's codes, by the question whose answers it holds. */
    public static java.util.Map<String, CodeTable> byQuestion() {
        return java.util.Map.of(
                Keys.NATURE.id(),
                NATURES,
                Keys.CERT_TYPE.id(),
                CERTIFICATES,
                "sponsor.person.certType",
                CERTIFICATES,
                "site.*.person.certType",
                CERTIFICATES,
                Keys.CONTENT.id(),
                CONTENTS,
                Keys.PRE_APPROVAL.id(),
                PRE_APPROVALS,
                Keys.LANGUAGES.id(),
                LANGUAGES);
    }
}
