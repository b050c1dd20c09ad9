package io.beian.value;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words a reviewer objects to in the name of a site, where they stand as words. Chinese parts no
 * words: 红色情怀 holds 色情 only across 红色 and 情怀, and 爱国家居 holds no 国家.
 */
final class SiteWords {

    /** Characters that make a word of their own with the first, or with the last of a word. */
    private record Neighbours(String before, String after) {}

    private static final Map<String, Neighbours> ACROSS =
            Map.of(
                    "色情",
                    new Neighbours("红特角绿彩金银白黑蓝青紫橙黄粉景春秋音脸气货各出润肤姿声本暮月夜原古景国", "怀缘侣谊境报绪"),
                    "赌博",
                    new Neighbours("打", "物览士客弈"),
                    "反腐",
                    new Neighbours("平违相正", "蚀烂乳竹"),
                    "廉政",
                    new Neighbours("低清孝", "策府务"),
                    "国家",
                    new Neighbours("爱祖全外各万建强中", "居电具庭园长教装纺私访宴政"),
                    "人大",
                    new Neighbours("众华老女男成商工军新客证本达盲主名诗艺家恋爱", "附家学衣会厦码师王道门事妈叔姐爷哥姨"),
                    "中国",
                    new Neighbours("高初华其集空水心", "际贸"),
                    "中央",
                    new Neighbours("集空其", "空厨公"),
                    "中华",
                    new Neighbours("其高初集", ""),
                    "人民",
                    new Neighbours("商私古个老达", "宿族歌间俗营航事谣乐办"));

    private SiteWords() {}

    /** The first of the words that stands there as one. */
    static Optional<String> first(Pattern words, String name) {
        return all(words, name).findFirst();
    }

    /** Those of the words that stand there as such, in order. */
    static Stream<String> all(Pattern words, String name) {
        return words.matcher(name)
                .results()
                .filter(found -> !across(found, name))
                .map(MatchResult::group);
    }

    private static boolean across(MatchResult found, String name) {
        Neighbours neighbours = ACROSS.get(found.group());
        if (neighbours == null) {
            return false;
        }
        boolean before =
                found.start() > 0
                        && neighbours.before().indexOf(name.charAt(found.start() - 1)) >= 0;
        boolean after =
                found.end() < name.length()
                        && neighbours.after().indexOf(name.charAt(found.end())) >= 0;
        return before || after;
    }
}
