package io.beian.dialogue;

import java.util.List;

/**
 * One filing as the bureau's public query shows it (icp-filing §1.6): nothing in it is private.
 *
 * @param name of the unit; a private person's is masked by who tells it
 * @param nature 单位性质 in words
 * @param licence 主体备案号
 * @param approved day of approval, such as {@code 2023-05-06}; empty if unknown
 */
public record FiledUnit(
        String name, String nature, String licence, String approved, List<Site> sites) {

    /** One filed site; the licence is its own 网站备案号. */
    public record Site(String name, String domain, String licence) {}
}
