package io.beian.dialogue;

/**
 * Something the filer may tap or choose by number.
 *
 * @param label what is shown
 * @param says what choosing it means, in the words one could have typed
 */
public record Choice(String label, String says) {

    public static Choice of(String words) {
        return new Choice(words, words);
    }

    /** A choice may offer a mended number or carry a code. */
    @Override
    public String toString() {
        return "Choice[" + label.length() + " characters]";
    }
}
