package io.beian.dialogue;

import io.beian.form.Fact;
import java.util.Optional;

/** One change of an answer, kept so that it can be taken back. */
public record Change(String path, Optional<Fact> before, long turn) {

    /** Of several changes of one answer in one turn the first knows what there was before. */
    boolean repeats(Change earlier) {
        return turn == earlier.turn && path.equals(earlier.path);
    }
}
