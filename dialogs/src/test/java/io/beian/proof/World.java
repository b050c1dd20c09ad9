package io.beian.proof;

import java.util.List;
import java.util.Map;

/**
 * Who files: what has to be answered so that matching leads to one of the filing types.
 *
 * @param answers typed answers by path; anything else is free
 */
record World(String name, Map<String, String> answers) {

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
                                    "sponsor.certNo", "91440300MA5E6F7G8G")));
}
