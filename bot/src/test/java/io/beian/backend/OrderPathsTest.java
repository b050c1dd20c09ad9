package io.beian.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrderPathsTest {

    @Test
    void nestsAnswersAsTheirPathsSay() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sponsor.name", "样例");
        fields.put("sponsor.person.name", "赵样本");
        fields.put("site.s2.domain", "a.cn");
        fields.put("site.s2.person.name", "钱样本");
        fields.put("site.s1.domain", "b.cn");
        fields.put("consent", "yes");

        assertThat(OrderPaths.toJson(fields))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"sponsor":{"name":"样例","person":{"name":"赵样本"}},
                                         "sites":[{"id":"s2","domain":"a.cn","person":{"name":"钱样本"}},
                                                  {"id":"s1","domain":"b.cn"}],
                                         "consent":"yes"}
                                        """));
    }

    @Test
    void comesBackAsItWas() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String path :
                List.of(
                        "sponsor.person",
                        "sponsor.person.name",
                        "sponsor.person.a.b.c",
                        "site.s1.person.name",
                        "site.s1.person",
                        "site.s10.name",
                        "empty")) {
            fields.put(path, path.equals("empty") ? "" : "值 of " + path);
        }

        assertThat(OrderPaths.toPaths(OrderPaths.toJson(fields)))
                .containsExactlyInAnyOrderEntriesOf(fields);
    }

    @Test
    void passesOverWhatIsNoText() {
        assertThat(
                        OrderPaths.toPaths(
                                JsonMapper.shared()
                                        .readTree("{\"a\":null,\"b\":[1],\"c\":{},\"d\":7}")))
                .isEqualTo(Map.of("d", "7"));
    }
}
