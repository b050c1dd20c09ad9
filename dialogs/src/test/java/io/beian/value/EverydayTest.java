package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.value.Everyday.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EverydayTest {

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    private static final String GIVEN =
            "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲鹏华红建国志海燕春花飞玉梅荣新波斌宇浩凯健俊帆雪云婷慧莹萍琴佳欣怡雨晨子轩梓涵一诺天乐思远嘉琪可安然若曦沐阳小好来如意同行方正知道会成中对要上先生开年月日青山水木林森金银宝贝福禄寿喜高兴常万里长江大河东西南北家民众人心爱情真诚信仁义礼智忠孝多少运得胜利用功业实事求已经过去留住想念书写作品德才能干净土";

    @ParameterizedTest
    @CsvSource({
        "我现在还不知道怎么写啊,UNKNOWN",
        "不知道道道,UNKNOWN",
        "那个…我忘了,UNKNOWN",
        "没有啊~,NONE",
        "暂时没有呢,NONE",
        "好的好的，等一下,LATER",
        "老师我明天再弄,LATER",
        "就跟上面一样吧,SAME",
        "看我发的照片,PICTURE",
        "就我自己,SELF",
        "嗯嗯嗯嗯,ACK",
        "好的👌,ACK",
        "这个要怎么填呀？,ASKING",
        "真的好麻烦啊,COMPLAINT",
        "你好，在吗,GREETING",
        "测试一下,TRIAL",
        "我选第二个,CHOICE"
    })
    void hearsWhatIsSaid(String said, Kind kind) {
        assertThat(Everyday.read(said).map(Everyday::kind)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "北京样张科技有限公司",
                "好公司",
                "样张好的公司",
                "汪刚",
                "来好运",
                "样张科技官方网站",
                "好东西",
                "饿了么",
                "本网站用于展示公司产品",
                "网站名称和公司名称不一样",
                "13800138000",
                "91110108MA01ABCD5T",
                "example.com",
                "12345678",
                "2030-01-31",
                "北京市海淀区样张路1号",
                "京公网安备11010802000001号"
            })
    void leavesAnswersAlone(String answer) {
        assertThat(Everyday.read(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我看看再说", "等我想个名字", "这个问一下我们家那位", "起个好听的吧", "你觉得叫哪个好", "老公管这个的呀"})
    void asksAboutWhatSoundsLikeTalk(String text) {
        assertThat(Everyday.resembles(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "样张科技官方网站",
                "我们的样张小站",
                "我爱样张",
                "老照片馆",
                "样张会计之家",
                "本网站用于展示公司产品",
                "网站没有经营性内容",
                "我司网站名称为品牌名",
                "某某是本公司的品牌"
            })
    void asksNothingAboutPlainTexts(String text) {
        assertThat(Everyday.resembles(text)).isFalse();
    }

    /** Of a hundred thousand names built of common characters, fewer than one in five hundred. */
    @Test
    void asksAboutFewOrdinaryNames() {
        Random random = new Random(1);
        int asked = 0;
        int tries = 100_000;
        for (int i = 0; i < tries; i++) {
            String name = pick(SURNAMES, random) + pick(GIVEN, random);
            name += random.nextInt(5) == 0 ? "" : pick(GIVEN, random);
            boolean good = PersonName.check(name).fold(n -> n.usual(), flaw -> false);
            boolean talk = Everyday.read(name).isPresent();
            asked += good && !talk ? 0 : 1;
        }
        assertThat(asked).isLessThan(tries / 500);
    }

    @Test
    void answersToLongTextAtOnce() {
        List.of("不知道", "好", "我", "😀", "[微笑]", "「", "a", "-", "\n")
                .forEach(piece -> Everyday.read(piece.repeat(20_000 / piece.length())));
        assertThat(Everyday.read("不知道".repeat(1_000))).isEqualTo(Optional.empty());
    }

    private static String pick(String from, Random random) {
        return String.valueOf(from.charAt(random.nextInt(from.length())));
    }
}
