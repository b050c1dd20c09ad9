package io.beian.filing;

import static io.beian.filing.Orders.fields;
import static io.beian.filing.Orders.opinion;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Problem;
import io.beian.form.Facts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reviewers write, and the answers it is about. */
class OpinionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // §6.7 and §3.14, one site, one person
                "one | 网站名称不符合要求，请修改 | site.s1.name",
                "one | 网站名称与主办单位名称无关联，请修改或备注说明 | site.s1.name site.s1.remark",
                "one | 网站名称不得包含“平台”字样 | site.s1.name",
                "one | 主办单位名称与营业执照名称不一致 | sponsor.name",
                "one | 单位名称填写错误 | sponsor.name",
                "one | 证件住所与营业执照不一致 | sponsor.certAddress photo.licence",
                "one | 营业执照住所填写错误 | sponsor.certAddress",
                "one | 通信地址不详细，请精确到门牌号 | sponsor.address",
                "one | 通讯地址请补充房间号，如无请备注已为最小单位 | sponsor.address site.s1.remark",
                "one | 营业执照已过期 | sponsor.certValid photo.licence",
                "one | 上传的营业执照不清晰，请重新上传彩色原件 | photo.licence",
                "one | 营业执照为隔屏拍摄 | photo.licence",
                "one | 主体负责人手机号无法接通 | sponsor.person.mobile",
                "one | 多次拨打电话无人接听 | sponsor.person.mobile sponsor.person.emergency",
                "one | 负责人联系不上，请保持畅通 | sponsor.person.mobile sponsor.person.emergency",
                "one | 应急联系电话不能与手机号相同 | sponsor.person.emergency sponsor.person.mobile",
                "one | 办公电话缺少区号 | sponsor.person.tel",
                "one | 电子邮箱格式有误 | sponsor.person.email",
                "one | 主体负责人非法人，请更换或上传授权书 |"
                        + " sponsor.person.legal sponsor.person.name photo.extra",
                "one | 主体负责人姓名与身份证不一致 |" + " sponsor.person.name photo.idFront photo.idBack",
                "one | 主体负责人身份证已过期 |" + " sponsor.person.certValid photo.idFront photo.idBack",
                "one | 身份证号码填写错误 | sponsor.person.certNo",
                "one | 身份证国徽面被遮挡 | photo.idBack",
                "one | 身份证人像面反光 | photo.idFront",
                "one | 身份证请上传正反面原件 | photo.idFront photo.idBack",
                "one | 核验照背景不符合要求，请使用白色背景重拍 | site.s1.photo.verify",
                "one | 真实性核验不通过 | site.s1.photo.verify",
                "one | 人脸识别未通过 | site.s1.photo.verify",
                "one | 域名证书所有者与主办单位不一致 | site.s1.photo.extra",
                "one | 域名未实名认证 | site.s1.domain",
                "one | 域名example.com所有者与主体不一致 | site.s1.domain",
                "one | 服务内容与网站实际不符 | site.s1.content",
                "one | 网站涉及金融，请先办理前置审批 | site.s1.preApproval",
                "one | 请上传前置审批文件 | site.s1.preApproval",
                "one | 网站语言选择错误 | site.s1.languages",
                "one | 请在备注中说明网站开办内容 | site.s1.remark",
                "one | 主体备注请写明地址为最小单位 | sponsor.remark",
                "one | 首页网址无法打开 | site.s1.homeUrl",
                "one | 网站负责人须与主体负责人一致 | site.s1.person.same",
                "one | 所在区县选择错误 | sponsor.region",
                "one | 投资人填写有误 | sponsor.investor",
                "one | 单位性质选择错误 | sponsor.nature",
                "one | 承诺书未加盖公章 | photo.extra",
                "one | 图片模糊，请重新上传 |"
                        + " photo.licence photo.idFront photo.idBack site.s1.photo.verify",
                "one | 营业执照上的法定代表人与填写的主体负责人不一致 |" + " sponsor.person.legal sponsor.person.name",
                "one | 主体负责人年龄未满18周岁 | sponsor.person.name sponsor.person.certNo",
                "one | 请在单位备注中注明：住所为自有房产 | sponsor.remark",
                "one | 请如实填写投资人或主管单位名称 | sponsor.investor",
                "one | 网站名称不能使用姓名或公司名称 | site.s1.name",
                "one | 手机号、邮箱、QQ均有误 |"
                        + " sponsor.person.mobile sponsor.person.email"
                        + " sponsor.person.messenger",
                // a private person
                "individual | 姓名与身份证不符 | sponsor.name photo.idFront photo.idBack",
                "individual | 主体负责人身份证号码错误 | sponsor.certNo",
                "individual | 网站负责人证件已过期 | sponsor.certValid photo.idFront photo.idBack",
                "individual | 网站负责人手机号有误 | sponsor.person.mobile",
                "individual | 个人网站名称不能含有公司字样 | site.s1.name",
                // several sites, two people
                "three | 网站名称不规范 | site.s1.name site.s4.name site.s7.name",
                "three | 网站2名称不规范 | site.s4.name",
                "three | 第三个网站的首页网址打不开 | site.s7.homeUrl",
                "three | demo.cn网站名称过于宽泛 | site.s4.name",
                "three | my-demo.cn 的网站名称请修改 | site.s7.name",
                "three | 域名 my-demo.cn、example.com 未实名 | site.s7.domain site.s1.domain",
                "three | 样张招聘网站的服务内容不符 | site.s7.content",
                "three | demo.cn网站名称不规范，my-demo.cn服务内容有误 |" + " site.s4.name site.s7.content",
                "three | 主体负责人手机号有误 | sponsor.person.mobile",
                "three | 网站负责人手机号有误 | sponsor.person.mobile site.s4.person.mobile",
                "three | 网站2的网站负责人手机号有误 | site.s4.person.mobile",
                "three | 网站三负责人邮箱填写错误 | site.s4.person.email",
                "three | 主体负责人和网站负责人的邮箱不能相同 |" + " sponsor.person.email site.s4.person.email",
                "three | 样张产品展示网站的负责人手机号不能与主体负责人相同 |" + " site.s4.person.mobile",
                "three | 网站1、网站3：首页网址格式错误 | site.s1.homeUrl site.s7.homeUrl",
                "three | my-demo.cn域名已在其他单位名下备案 | site.s7.domain",
                "three | 主体负责人手机号有误，网站2负责人邮箱有误 |" + " sponsor.person.mobile site.s4.person.email",
                "three | 李示例的身份证照片不清晰 | site.s4.photo.idFront site.s4.photo.idBack",
                "three | 王样张的身份证号有误 | sponsor.person.certNo",
                "three | 负责人身份证号有误 | sponsor.person.certNo site.s4.person.certNo",
                "three | my-demo.cn核验照不合格 | site.s4.photo.verify",
                "three | 办公电话填写错误 | sponsor.person.tel",
                "three | demo.cn的批文不清晰 | site.s4.photo.approval",
                "three | demo.cn批文号填写错误 | site.s4.approvalNo",
                "three | 网站负责人授权书未签字 | photo.extra site.s4.photo.extra",
            })
    void leadToTheirAnswers(String order, String text, String paths) {
        assertThat(fields(opinion(Orders.named(order), text)))
                .as(text)
                .containsExactlyInAnyOrder(paths.split(" "));
    }

    /** Nothing in the form mends these; the words stay, with advice where there is some. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "首页底部未悬挂备案号, review.footer",
                "该单位已备案的网站无法访问, review.oldSites",
                "未备案域名请先关闭解析, review.closeSite",
                "单位被列入经营异常名录, review.unitState",
                "备案类型错误, review.type",
                "该主体存在进行中的订单, review.openOrder",
                "该身份证名下已有备案，请使用原备案证件, review.oldCertificate",
            })
    void adviseWhereNothingIsToBeChanged(String text, String advice) {
        Problem problem = opinion(Orders.three(), text).get(0);

        assertThat(opinion(Orders.three(), text)).hasSize(1);
        assertThat(problem.field()).isEmpty();
        assertThat(problem.text()).isEqualTo(text);
        assertThat(problem.args()).containsEntry(Reasons.ADVICE, advice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "请联系专员",
                "不予通过",
                "请与当地通信管理局联系后再办。谢谢！",
                "Please try again",
                "…",
                "1024",
                "😀😀",
            })
    void stayWholeWhereNobodyKnows(String text) {
        List<Problem> problems = opinion(Orders.three(), text);

        assertThat(fields(problems)).containsExactly("");
        assertThat(problems.get(0).text()).isEqualTo(text);
    }

    @Test
    void comeSeveralInOneText() {
        List<Problem> problems =
                opinion(
                        Orders.one(),
                        "您好，您的备案存在以下问题：1.网站名称不规范，请修改；2、营业执照不清晰；"
                                + "（3）请到管局说明情况 ④主体负责人手机号为空号。请核实修改后重新提交，谢谢！");

        assertThat(fields(problems))
                .containsExactly("site.s1.name", "photo.licence", "", "sponsor.person.mobile");
        assertThat(problems.stream().map(Problem::text))
                .containsExactly(
                        "您好，您的备案存在以下问题：网站名称不规范，请修改",
                        "营业执照不清晰",
                        "请到管局说明情况",
                        "主体负责人手机号为空号。请核实修改后重新提交，谢谢");
    }

    @Test
    void takeThePersonFromTheHeading() {
        List<Problem> problems =
                opinion(Orders.three(), "网站2的网站负责人：1.手机号有误 2.身份证过期；主体负责人：1.邮箱错误\n2.姓名有误");

        assertThat(fields(problems))
                .containsExactly(
                        "site.s4.person.mobile",
                        "site.s4.person.certValid",
                        "site.s4.photo.idFront",
                        "site.s4.photo.idBack",
                        "sponsor.person.email",
                        "sponsor.person.name");
    }

    @Test
    void takeTheAnswerFromTheHeading() {
        assertThat(fields(opinion(Orders.three(), "网站2的网站名称：①不得含有“中国”②请与单位简称对应")))
                .containsExactly("site.s4.name");
        assertThat(opinion(Orders.three(), "网站2的网站名称：①不得含有“中国”②请与单位简称对应").get(0).text())
                .isEqualTo("网站2的网站名称：不得含有“中国”；请与单位简称对应");
    }

    @Test
    void joinWhatIsSaidOfOneAnswer() {
        List<Problem> problems = opinion(Orders.one(), "网站名称过于宽泛；通信地址不详细；网站名称请用单位简称");

        assertThat(fields(problems)).containsExactly("site.s1.name", "sponsor.address");
        assertThat(problems.get(0).text()).isEqualTo("网站名称过于宽泛；网站名称请用单位简称");
    }

    @Test
    void tellWhatCannotBeChangedInThisOrder() {
        assertThat(opinion(Orders.one(), "域名未实名认证").get(0).args())
                .containsEntry(Reasons.ACTION, InterfaceCodes.MATCH);
        assertThat(opinion(Orders.one(), "网站语言有误").get(0).args())
                .containsEntry(Reasons.ACTION, InterfaceCodes.FIELD);
    }

    /** A domain in the text, a date or a number is not the end of a sentence. */
    @Test
    void areNotCutInsideNumbersAndNames() {
        assertThat(opinion(Orders.one(), "2026.11.3 电话核实：网站名称 v2.0 example.com 不规范"))
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.field()).isEqualTo("site.s1.name");
                            assertThat(problem.text())
                                    .isEqualTo("2026.11.3 电话核实：网站名称 v2.0 example.com 不规范");
                        });
    }

    /** Letters of a name out of the answers are no words about something else. */
    @Test
    void readNamesAsNames() {
        Facts facts = Orders.with(Orders.three(), Map.of("site.s4.name", "样张邮箱与电话展示网站"));

        assertThat(fields(opinion(facts, "样张邮箱与电话展示网站的服务内容不符"))).containsExactly("site.s4.content");
    }
}
