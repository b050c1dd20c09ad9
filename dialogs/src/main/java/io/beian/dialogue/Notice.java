package io.beian.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a message outside the talk is about, for the ways that carry no free text: templates have
 * fields, a text message has a recipient.
 *
 * @param words by name: {@code order, title, when} as an instant, {@code state} and {@code what} as
 *     codes; no personal data
 * @param deadline when it is too late; only what has one may cost a text message
 * @param persons paths of the people a text message would go to, at the last
 */
public record Notice(
        Kind kind,
        String order,
        Map<String, String> words,
        Optional<Instant> deadline,
        List<String> persons) {

    /** What it tells; each kind has a template of its own. */
    public enum Kind {
        /** 审核结果: sent back or approved. */
        RESULT,
        /** 办理进度. */
        PROGRESS,
        /** 短信核验: the 24 hours are running. */
        VERIFICATION,
        /** 待办: something of the filer's is left undone. */
        TODO
    }

    /** The same of another state: a closed order has no number any more where it is kept. */
    Notice in(String state) {
        Map<String, String> other = new TreeMap<>(words);
        other.put("state", state);
        return new Notice(kind, order, other, deadline, persons);
    }

    /** The title of a filing may name its unit. */
    @Override
    public String toString() {
        return "Notice[" + kind + " " + order + "]";
    }
}
