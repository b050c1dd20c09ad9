package io.beian.dialogue;

import java.util.List;
import java.util.Map;

/**
 * What is filed of one of this filer's sponsors (已备案信息).
 *
 * @param licence 主体备案号
 * @param sponsor filed answers of the sponsor by question path; personal
 */
public record FiledRecord(String licence, Map<String, String> sponsor, List<Site> sites) {

    /**
     * A filed site.
     *
     * @param licence 网站备案号
     * @param answers by question path without {@code site.*.}, such as {@code domain}
     */
    public record Site(String licence, Map<String, String> answers) {

        @Override
        public String toString() {
            return "Site[" + licence + "]";
        }
    }

    /** Prints no answers. */
    @Override
    public String toString() {
        return "FiledRecord[" + licence + ", " + sites.size() + " sites]";
    }
}
