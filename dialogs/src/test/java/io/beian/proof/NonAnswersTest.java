package io.beian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Answer;
import io.beian.form.Entry;
import io.beian.form.Parsed;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.proof.Routes.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What tired people send in place of an answer is an answer to no question of free text. */
class NonAnswersTest {

    private static final IcpFiling FILING = new IcpFiling();

    private static final List<String> SAID =
            Stream.of(
                            // ignorance and refusal
                            "不知道|我也不知道啊|不太清楚呢|不晓得|这个忘了|没有|没有哦|木有|暂无|无|没写|还没想好|随便|都行|你定|你看着办吧~"
                                    + "|公司名字忘记了|不会弄|我不太会弄，你能帮我填吗|帮我起一个吧|不方便透露|不想告诉你|执照还没办下来|没带执照",
                            // postponing
                            "稍等|稍等一下哈|等下|等会儿|明天|明天再弄吧|改天再弄|在忙|我在开会|回头发你|等我问问老板|我去找一下执照|手机没电了"
                                    + "|过两天再说吧|先放一放|让我想想|今天没空|在开车|晚上回家再弄",
                            // something said or seen elsewhere
                            "同上|一样|跟上面一样|和前面一样的|见照片|见附件|如图|看执照|执照上有|执照上都写着|上面写了|我刚才说过了|照片发你了"
                                    + "|前面填过了|同手机号|微信同号",
                            // oneself and those around
                            "本人|我|就是我|我自己|老板|法人|负责人|老板娘|我老公|会计",
                            // politeness and greetings
                            "好的|好的呀|嗯|嗯嗯嗯|收到|ok|OK👌|谢谢|谢谢老师|辛苦了|👌|是的|对|你好|你好啊|在吗？|早上好|人呢|没问题|知道了",
                            // questions
                            "什么意思|什么意思啊|怎么填|这个怎么填呀|为什么要这个|在哪看|多少钱|要多久|可以不填吗|能不填吗？|填什么|这是啥"
                                    + "|转人工|你是机器人吗|还有多少题|写法人的吗",
                            // complaints
                            "好烦|烦死了|太麻烦了|不想填|不想填了|怎么这么多问题|太复杂了|不办了|算了吧|无语",
                            // anything at all, and choices
                            "test|测试|123|abc|xxx|aaa|哈哈|哈哈哈哈|...|???|——|啊啊啊|666|1号|第一个|选一|是|否|长期|我选第一个|2|A",
                            // what the messenger writes
                            "【收到不支持的消息类型，暂无法显示】|[语音]|[图片]|[文件] 执照.pdf|[动画表情]|该消息类型暂不支持|[Photo]|[微笑]"
                                    + "|[强][强]|当前版本不支持查看此消息，请升级至最新版本|/:strong|😀😀")
                    .flatMap(kind -> Stream.of(kind.split("\\|")))
                    .toList();

    /** 通信地址 is asked after 证件住所, and there 同上 and 一样 say what is meant; so does 微信同号. */
    private static final Set<String> MEANT =
            Set.of(
                    "sponsor.address 同上",
                    "sponsor.address 一样",
                    "sponsor.person.messenger 同手机号",
                    "sponsor.person.messenger 微信同号",
                    "site.*.person.messenger 同手机号",
                    "site.*.person.messenger 微信同号",
                    "sponsor.certValid 长期",
                    "sponsor.person.certValid 长期",
                    "site.*.person.certValid 长期");

    @Test
    void noneIsAnAnswer() {
        assertThat(SAID).hasSizeGreaterThan(120).doesNotHaveDuplicates();
        Set<String> taken = new TreeSet<>();
        Set<String> questions = new TreeSet<>();
        for (Route route : routes()) {
            Scope outer = new Scope(route.facts(), Optional.empty(), Completion.TODAY);
            for (Entry entry : FILING.form().entries(route.facts(), section -> true)) {
                if (isFree(entry.question())) {
                    questions.add(entry.question().id());
                    SAID.stream()
                            .filter(said -> entry.parse(new Answer.Text(said), outer).accepted())
                            .forEach(said -> taken.add(entry.question().id() + " " + said));
                }
            }
        }
        assertThat(questions).hasSizeGreaterThan(20);
        taken.removeAll(MEANT);
        assertThat(taken).isEmpty();
    }

    /** Sent once more they are not insisted on either, but for the few that can be names. */
    @Test
    void onlyWhatCanBeANameIsDoubted() {
        Set<String> doubted = new TreeSet<>();
        for (Route route : routes()) {
            Scope outer = new Scope(route.facts(), Optional.empty(), Completion.TODAY);
            for (Entry entry : FILING.form().entries(route.facts(), section -> true)) {
                SAID.stream()
                        .filter(said -> isFree(entry.question()))
                        .filter(said -> sure(entry.parse(new Answer.Text(said), outer)))
                        .forEach(doubted::add);
            }
        }
        assertThat(doubted).isSubsetOf("明天");
    }

    private static boolean sure(Parsed parsed) {
        return parsed instanceof Parsed.Refused refused && refused.sure().isPresent();
    }

    private static boolean isFree(Question<?> question) {
        return question.options().isEmpty() && !question.has(Trait.PICTURE);
    }

    private static List<Route> routes() {
        return new ArrayList<>(Routes.ofTheShippedForm().single());
    }
}
