package io.beian.proof;

import io.beian.filing.IcpFiling;
import io.beian.filing.Keys;
import io.beian.form.Fact;
import io.beian.form.Facts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who files: what has to be answered so that matching leads to one of the filing types.
 *
 * @param answers typed answers by path; anything else is free
 * @param sites how many sites the order has; with several, only one way is taken through each
 */
record World(String name, Map<String, String> answers, int sites) {

    World(String name, Map<String, String> answers) {
        this(name, answers, 1);
    }

    private static World several() {
        Map<String, String> answers = new TreeMap<>();
        List<String> called = List.of("", "官方", "产品", "服务", "招聘", "新品");
        for (int site = 1; site < called.size(); site++) {
            answers.put("site.s" + site + ".domain", "example" + site + ".com");
            answers.put("site.s" + site + ".name", "样张科技" + called.get(site) + "网站");
        }
        return new World("several", answers, called.size() - 1);
    }

    /** The answers a filing begins with. */
    Facts begin(IcpFiling filing) {
        String ids =
                IntStream.rangeClosed(1, sites)
                        .mapToObj(n -> "s" + n)
                        .collect(Collectors.joining(" "));
        return filing.begin(1).with(Keys.SITE, Fact.system(ids, 1));
    }

    /** The sponsors seeded in the fake world and in the reference backend alike. */
    static final List<World> ALL =
            List.of(
                    new World("newcomer", Map.of()),
                    new World(
                            "ours",
                            Map.of(
                                    "sponsor.province", "北京",
                                    "sponsor.nature", "企业",
                                    "sponsor.certNo", "91110105MA10ABCD66",
                                    "match.proof", "010012")),
                    new World(
                            "elsewhere",
                            Map.of(
                                    "sponsor.province", "广东",
                                    "sponsor.nature", "企业",
                                    "sponsor.certNo", "91440300MA5E6F7G8G")),
                    several());
}
