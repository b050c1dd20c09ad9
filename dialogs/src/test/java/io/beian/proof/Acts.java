package io.beian.proof;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random acts: mostly sensible answers, some commands, some nonsense. */
public final class Acts {

    private static final int MOST_CHOICES = 40;

    private static final String[] COMMANDS = {
        "上一步",
        "为什么",
        "示例",
        "进度",
        "还差什么",
        "跳过",
        "预览",
        "预览 2",
        "暂停",
        "继续",
        "撤销",
        "撤回",
        "放弃",
        "确认放弃",
        "帮助",
        "人工",
        "我的备案",
        "备案",
        "改 姓名",
        "改 邮箱",
        "改 域名 a.com",
        "改 火星",
        "改",
        "都对",
        "提交",
        "再发一张",
        "归到 营业执照",
        "不要这张",
        "重新核对",
        "你好",
        "打开 1",
        "打开 2",
        "不用改",
        "审核意见",
        "重新提交",
        "我已核验",
        "转发",
        "收不到短信",
        "已备案信息",
        "页脚代码",
        "不再提醒",
        "恢复提醒",
        "123456"
    };

    private static final String[] NOISE = {
        "",
        " ",
        "哈哈",
        "😀😀",
        "]]>",
        "<a href=\"x\">y</a>",
        "0",
        "7",
        "99",
        "\u0000",
        "\u202e反",
        "x".repeat(20_000),
        "公司名称:某某有限公司 手机:13800138000",
        "，，，",
        "a@b",
        "１３８００１３８０００",
        "\n\n",
        "改 1 2 3 4",
        "null",
        "${jndi}",
        "{value}",
        "%00",
        "是",
        "不",
        "&lt;xml&gt;",
        "\u200b\u200b",
        "张三,13700137000,a@example.com"
    };

    private static final String[] OTHER = {"voice", "sticker", "location", "video", "link", "file"};

    private Acts() {}

    public static Arbitrary<List<Act>> upTo(int most) {
        return any().list().ofMinSize(1).ofMaxSize(most);
    }

    static Arbitrary<Act> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(50, answers()),
                Tuple.of(8, numbers().map(Act.Wrong::new)),
                Tuple.of(16, commands()),
                Tuple.of(6, Arbitraries.of(NOISE).map(Act.Say::new)),
                Tuple.of(6, changes()),
                Tuple.of(4, Arbitraries.integers().between(0, 8).map(Act.Picture::new)),
                Tuple.of(4, Combinators.combine(small(), small()).as(Act.Tap::new)),
                Tuple.of(1, Arbitraries.of(OTHER).map(Act.Other::new)),
                Tuple.of(4, crossings()),
                Tuple.of(2, Arbitraries.integers().between(1, 80).map(Act.Wait::new)),
                Tuple.of(2, Combinators.combine(numbers(), numbers()).as(Act.Moved::new)));
    }

    static Arbitrary<Act> answers() {
        return numbers().map(Act.Answer::new);
    }

    static Arbitrary<Act> commands() {
        return Arbitraries.of(COMMANDS).map(Act.Say::new);
    }

    static Arbitrary<Act> changes() {
        return Combinators.combine(numbers(), numbers()).as(Act.Change::new);
    }

    static Arbitrary<Act> crossings() {
        Arbitrary<Act> one =
                Arbitraries.frequencyOf(Tuple.of(4, answers()), Tuple.of(1, commands()));
        return Combinators.combine(one, one).as(Act.Crossing::new);
    }

    static Arbitrary<Integer> numbers() {
        return Arbitraries.integers().between(0, MOST_CHOICES);
    }

    private static Arbitrary<Integer> small() {
        return Arbitraries.integers().between(0, 4);
    }

    /** Which rung of a ladder a talk begins on; any number will do. */
    public static Arbitrary<Integer> rungs() {
        return Arbitraries.integers().between(0, Integer.MAX_VALUE);
    }
}
