package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, each type answers with a value or a flaw, and its own text reads back. */
class HostileInputTest {

    private static final int TWENTY_KB = 20_480;

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "1",
                    "0",
                    "张",
                    "中",
                    "😀",
                    "\uD800",
                    "\uDFFF",
                    "\u0000",
                    "\u0301",
                    "ﷺ",
                    ".",
                    "..",
                    "a.",
                    "1.",
                    "1,",
                    "-",
                    "--",
                    "@",
                    "a@",
                    "a@b.",
                    ":",
                    "::",
                    "/",
                    "http://",
                    "www.",
                    "xn--",
                    "xn--a.",
                    "注册",
                    "的",
                    "、",
                    "；",
                    "（",
                    "）",
                    "*",
                    "+86",
                    "号",
                    "年",
                    "2030-01-31 ",
                    "二",
                    "十",
                    "长期",
                    "]]>",
                    "<xml>",
                    "\\",
                    "%00",
                    "ß",
                    "İ",
                    "ǅ",
                    "\u202E",
                    "\u2028",
                    "×",
                    "a.com ",
                    "a.com和",
                    "1.2.3.4/",
                    "O",
                    "I",
                    "证号：",
                    "第",
                    "PASSPORT NO:",
                    "(A)",
                    "240e::",
                    "1.2.3.4-",
                    "@qq.com",
                    "13800138000,",
                    "\uE000",
                    "\uFFFF",
                    "e\u0301");

    private static final List<String> SEEDS =
            List.of(
                    "110101199003070011",
                    "91110108MA01ABCD5T",
                    "12345678-8",
                    "110101900307001",
                    "810000199010100016",
                    "91112419811002001X",
                    "USA110074010912",
                    "H12345678",
                    "H1234567801",
                    "12345678",
                    "1234567890(B)",
                    "E12345678",
                    "61234部队",
                    "事证第111000000123号",
                    "社证字第1234号",
                    "企合京总字第000123号",
                    "31510000MD0123454Q",
                    "23101201310123456",
                    "a1B2c3D4e5F6g7H8i9",
                    "110108000000016",
                    "13800138000",
                    "010-87654321-123",
                    "zhang.san@qq.com",
                    "京ICP备11011846号-15",
                    "shop.example.com.cn",
                    "36.111.0.1",
                    "阿卜杜拉·艾山",
                    "某某（北京）科技有限公司",
                    "某某 科技 ABC 站",
                    "广东省深圳市南山区某某路1号 A 座",
                    "2010.01.31-2030.01.31",
                    "广西壮族自治区",
                    "http://www.例子.中国/a?b",
                    "John O'Neill-Paz");

    static List<ValueType> types() {
        return ValueType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void answersToEverything(ValueType type) {
        for (String hostile : hostile()) {
            Checked<String> answer = type.check().apply(hostile);

            holds(type, answer);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void answersToRandomText(ValueType type) {
        Random random = new Random(type.name().hashCode());
        for (int i = 0; i < 3_000; i++) {
            holds(type, type.check().apply(randomText(random)));
        }
    }

    @Test
    void readsEachOfWhateverIsSent() {
        for (String hostile : hostile()) {
            assertThat(SiteAddress.checkEach(hostile)).isNotEmpty().hasSizeLessThan(100);
        }
    }

    @Test
    void advisesOnWhateverSiteNameIsTaken() {
        for (String hostile : hostile()) {
            SiteName.check("样张站" + hostile)
                    .fold(
                            name -> name.advice(true, hostile, hostile),
                            flaw -> List.<SiteName.Advice>of());
        }
    }

    @Test
    void leavesNothingUnreadableInWhatItRepeats() {
        Flaw flaw = Outcome.flaw(UnitName.check("\uD83D 某\u0000某\u0007" + "😀".repeat(100) + "某"));

        assertThat(flaw.given().codePointCount(0, flaw.given().length())).isEqualTo(40);
        assertThat(flaw.given()).startsWith("\uFFFD某某😀").doesNotContain("\u0000", "\u0007");
    }

    /** The text of a value is read back as the same; a flaw is short and its offer is right. */
    private static void holds(ValueType type, Checked<String> answer) {
        String failure =
                answer.fold(
                        text -> same(type, text) ? "" : "does not read back: " + text,
                        flaw -> flawed(type, flaw));
        assertThat(failure).as(type.name()).isEmpty();
    }

    private static boolean same(ValueType type, String text) {
        return type.check().apply(text).fold(text::equals, flaw -> false);
    }

    private static String flawed(ValueType type, Flaw flaw) {
        if (!type.flaws().contains(flaw.code())
                || flaw.given().codePointCount(0, flaw.given().length()) > 40) {
            return "badly told: " + flaw.code() + " " + flaw.given();
        }
        boolean right = flaw.suggestion().map(offer -> same(type, offer)).orElse(true);
        return right ? "" : "offers what it refuses: " + flaw.suggestion();
    }

    private static List<String> hostile() {
        List<String> texts =
                new ArrayList<>(
                        List.of(
                                "",
                                " ",
                                "\n",
                                "\u0000",
                                "\uFEFF",
                                "😀",
                                "\uD800",
                                "\uDC00",
                                "\uD83D张三"));
        for (String piece : PIECES) {
            texts.add(piece.repeat(TWENTY_KB / piece.length()));
            texts.add("京ICP备" + piece.repeat(2_000));
            texts.add("http://" + piece.repeat(100) + ".com/");
            texts.add(piece.repeat(30));
            texts.add(piece);
        }
        return texts;
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
        for (int change = random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(text.length() + 1);
            int what = random.nextInt(3);
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            if (what == 0 && at < text.length()) {
                text.deleteCharAt(at);
            } else if (what == 1 && at < text.length()) {
                text.setCharAt(at, (char) random.nextInt(0x10000));
            } else {
                text.insert(at, piece);
            }
        }
        return text.toString();
    }
}
