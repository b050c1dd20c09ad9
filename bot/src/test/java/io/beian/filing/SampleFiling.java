package io.beian.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Complete orders for tests, with synthetic answers. */
public final class SampleFiling {

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, List<String>> pictures = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> labels = new LinkedHashMap<>();
    private FilingType type = FilingType.FIRST;

    public SampleFiling() {
        with("sponsor.province", "110000");
        with("sponsor.certNo", "91110108MA01ABCD5T");
        with("sponsor.name", "北京样例科技有限公司");
        with("sponsor.person.name", "赵样本");
        with("sponsor.person.certNo", "110101199003070011");
        with("sponsor.person.mobile", "13812345678");
        with("site.s1.name", "样例科技官方主页");
        with("site.s1.domain", "beian-demo-new.cn");
        with("site.s1.person", "sponsor");
        with("site.s1.person.name", "赵样本");
    }

    public SampleFiling type(FilingType other) {
        type = other;
        return this;
    }

    public SampleFiling with(String path, String value) {
        fields.put(path, value);
        return this;
    }

    public SampleFiling without(String path) {
        fields.remove(path);
        return this;
    }

    public SampleFiling picture(String slot, String... hashes) {
        pictures.put(slot, List.of(hashes));
        return this;
    }

    /** Says what a picture belongs to that stands in the slot of another kind. */
    public SampleFiling label(String slot, String hash, String kind) {
        labels.put(slot, Map.of(hash, kind));
        return this;
    }

    public Filing complete() {
        return new Filing(type, fields, pictures, labels, List.of("s1"));
    }
}
