package io.beian.dialogue;

/**
 * Something the filer may tap or choose by number.
 *
 * @param label what is shown
 * @param says what choosing it means, in the words one could have typed
 * @param shows whether it only shows something that the label alone does not name, so that a tap
 *     brings the words along and works for ever
 */
public record Choice(String label, String says, boolean shows) {

    public Choice(String label, String says) {
        this(label, says, false);
    }

    public static Choice of(String words) {
        return new Choice(words, words);
    }

    /** The same, for ever good. */
    Choice showing() {
        return new Choice(label, says, true);
    }

    /** A choice may offer a mended number or carry a code. */
    @Override
    public String toString() {
        return "Choice[" + label.length() + " characters]";
    }
}
