package io.beian.filing;

import io.beian.dialogue.Line;
import java.util.List;

/**
 * What a look-up comes to. The row is that of the decision table (icp-filing §1.2); 0 for what has
 * no row of its own.
 */
sealed interface Verdict {

    int row();

    /** The kind of filing, with its reason in the first line. */
    record Opened(int row, FilingType type, List<Line> why) implements Verdict {}

    /**
     * No order can be made here.
     *
     * @param reopen paths of answers that may be changed to try again
     * @param offers commands that lead further
     */
    record Blocked(int row, Line why, List<String> reopen, List<String> offers)
            implements Verdict {}

    /** The filer has an open order of this sponsor: he is led there. */
    record Led(int row, String orderNumber) implements Verdict {}

    /** One thing has to be known before. */
    record Ask(int row, Wanted wanted, List<Line> why) implements Verdict {}

    /** What may have to be known. */
    enum Wanted {
        /** Whether there was a filing under a certificate of former days. */
        OLD,
        /** The number of that certificate once more. */
        OLD_NUMBER,
        /** Whether the bureau lets a sponsor without sites add one. */
        SHELL,
        /** The last six characters of the filed person's certificate number. */
        PROOF
    }
}
