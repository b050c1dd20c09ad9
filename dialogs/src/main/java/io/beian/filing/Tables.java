package io.beian.filing;

import io.beian.form.Option;
import java.util.List;
import java.util.Set;

/** Code tables of the bureau as far as the chat offers them; codes as the bureau numbers them. */
final class Tables {

    /** 单位性质 (Dwxz). Kinds without a route here are recognised so that they can be told why. */
    static final List<Option> NATURES =
            List.of(new Option("4", "企业", "公司", "个体工商户", "个体户", "有限公司", "工厂", "合作社"));

    /** Natures this bot cannot file yet, by the words people use. */
    static final Set<String> OTHER_NATURES =
            Set.of(
                    "个人", "政府机关", "事业单位", "社会团体", "社团", "民办非企业", "民办非企业单位", "基金会", "律师事务所", "律所",
                    "学校", "医院", "协会", "军队", "国防机构", "村委会", "境外机构");

    /** 服务内容 (Fwnr_id) a company usually has. */
    static final List<Option> CONTENTS =
            List.of(
                    new Option("8", "单位门户网站", "企业官网", "官网", "公司网站", "门户"),
                    new Option("9", "网络购物", "商城", "网店", "购物"),
                    new Option("7", "网络广告/信息", "广告", "信息"),
                    new Option("17", "网络软件/下载", "软件", "下载"),
                    new Option("21", "网络教育", "教育", "培训"),
                    new Option("18", "网上求职", "招聘", "求职"),
                    new Option("22", "网站建设", "建站"),
                    new Option("13", "网络游戏", "游戏"),
                    new Option("24", "其他", "其它"));

    /** 服务内容 that calls for an approval beforehand, by code, with the approval's code. */
    static final Set<String> CONTENTS_NEEDING_APPROVAL = Set.of("13", "21");

    static final String NO_APPROVAL = "0";

    /** 前置审批类型 (Nrlx_id). */
    static final List<Option> PRE_APPROVALS =
            List.of(
                    new Option(NO_APPROVAL, "以上都不涉及", "都不涉及", "不涉及", "无", "没有", "都没有"),
                    new Option("1", "新闻"),
                    new Option("2", "出版"),
                    new Option("5", "药品和医疗器械", "药品", "医疗器械", "医药"),
                    new Option("9", "文化", "游戏"),
                    new Option("10", "广播电影电视节目", "广播电视", "影视", "视听"),
                    new Option("13", "互联网金融", "金融"),
                    new Option("14", "校外培训", "培训"),
                    new Option("15", "宗教"));

    /** 网站语言 (Yylb_id). */
    static final List<Option> LANGUAGES =
            List.of(
                    new Option("1", "中文简体", "简体中文", "中文", "简体"),
                    new Option("2", "中文繁体", "繁体中文", "繁体"),
                    new Option("12", "英语", "英文"),
                    new Option("13", "日语", "日文"),
                    new Option("9", "朝鲜语", "韩语", "韩文"),
                    new Option("15", "俄罗斯语", "俄语"),
                    new Option("7", "藏语", "藏文"),
                    new Option("3", "维吾尔语", "维语"),
                    new Option("6", "蒙古语", "蒙语"));

    static final String SAME = "same";
    static final String OTHER = "other";

    static final List<Option> SAME_PERSON =
            List.of(
                    new Option(SAME, "同主体负责人", "相同", "同一个人", "同一人", "一样", "同上", "是", "是的"),
                    new Option(OTHER, "填写新的", "不同", "不是", "另一个人", "不一样", "别人"));

    /** Version of the privacy notice that is agreed to. */
    static final String CONSENT_VERSION = "2026-11";

    static final List<Option> CONSENT =
            List.of(
                    new Option(CONSENT_VERSION, "同意并开始", "同意", "我同意", "好的", "好", "可以", "是"),
                    new Option("no", "不同意", "暂不", "不"));

    private Tables() {}
}
