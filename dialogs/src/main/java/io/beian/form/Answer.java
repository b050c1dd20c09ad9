package io.beian.form;

/** What a filer sent, offered to a question. */
public sealed interface Answer {

    /**
     * Something written or tapped.
     *
     * @param stored whether it is the canonical form of an answer taken before, which may be a
     *     code; what people send never is one
     */
    record Text(String text, boolean stored) implements Answer {
        public Text(String text) {
            this(text, false);
        }

        /** An answer taken before, looked at again. */
        public static Text stored(String text) {
            return new Text(text, true);
        }

        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** A stored picture, named by the hash of its content. */
    record Picture(String sha256) implements Answer {}
}
