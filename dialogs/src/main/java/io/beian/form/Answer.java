package io.beian.form;

/** What a filer sent, offered to a question. */
public sealed interface Answer {

    /** Something written or tapped. */
    record Text(String text) implements Answer {
        @Override
        public String toString() {
            return "Text[" + text.length() + " characters]";
        }
    }

    /** A stored picture, named by the hash of its content. */
    record Picture(String sha256) implements Answer {}
}
