package io.beian.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the inspector looks into conversations. */
public interface ConversationView {

    /** The conversation of this person, empty if there is none. */
    Optional<Snapshot> of(String openid);

    /** The openids of all conversations there are. */
    List<String> known();

    /**
     * A conversation as it stands.
     *
     * @param asks path of the open question
     * @param facts masked values by path
     * @param sites the sites of the order, as filers count them
     * @param refused code of the last refusal
     * @param effects what is still to be done, one line each
     * @param log what happened, newest last, without personal data
     */
    record Snapshot(
            long version,
            String phase,
            @Nullable String asks,
            List<Choice> choices,
            Map<String, String> facts,
            List<Site> sites,
            List<Problem> problems,
            @Nullable Order order,
            @Nullable String refused,
            List<String> effects,
            List<String> log) {}

    /** What can be chosen now. */
    record Choice(int number, String label) {}

    /** A site: the id in its paths, its number in the chat and its domain, empty if not known. */
    record Site(String id, int number, String domain) {}

    /** What is wrong with an answer. */
    record Problem(String field, String code, String text) {}

    /** The order at the backend. */
    record Order(String number, String state) {}
}
