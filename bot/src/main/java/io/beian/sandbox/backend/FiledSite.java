package io.beian.sandbox.backend;

import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes the filed data of a site: its answers, its responsible person among them. */
final class FiledSite {

    private static final String SAME = "person.same";

    private FiledSite() {}

    /**
     * By question path without the site. Who is named by another site of the order is written out:
     * outside of the order that site's id means nothing.
     */
    static Map<String, String> of(StoredOrder order, String site) {
        Map<String, String> answers = under("site." + site + ".", order.fields());
        String other = answers.getOrDefault(SAME, "");
        if (order.sites().contains(other) && !other.equals(site)) {
            under("site." + other + ".person.", order.fields())
                    .forEach((name, text) -> answers.put("person." + name, text));
            answers.put(SAME, "other");
        }
        return answers;
    }

    private static Map<String, String> under(String prefix, Map<String, String> fields) {
        Map<String, String> answers = new LinkedHashMap<>();
        fields.forEach(
                (path, text) -> {
                    if (path.startsWith(prefix)) {
                        answers.put(path.substring(prefix.length()), text);
                    }
                });
        return answers;
    }
}
