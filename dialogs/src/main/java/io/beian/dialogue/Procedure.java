package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the dialogue has to know of the thing being filed. Pure. */
public interface Procedure {

    /** Sections of this stage are asked before the kind of filing is known. */
    String MATCH = "match";

    /** Sections of this stage make up the order. */
    String ORDER = "order";

    /** Path of the result of matching; answers it was made from are frozen. */
    String MATCHED = "match.type";

    Form form();

    /** The answers a new case begins with. */
    Facts begin(long turn);

    /**
     * What the look-up says about this filing.
     *
     * @param found what the backend found, by key
     */
    Match match(Facts facts, Map<String, String> found, LocalDate today, long turn);

    /**
     * The answers before matching, with the question for a certificate of former days open; empty
     * where such a one could change nothing.
     */
    Optional<Facts> withOldCertificate(Facts facts, long turn);

    /** The answers with what a look-up after matching found noted beside them. */
    Facts noted(Facts facts, Map<String, String> found, long turn);

    /** Answers given after matching that have to be looked up; empty if there are none. */
    List<String> unchecked(Facts facts);

    /** A name that only one open case may bear, such as its sponsor; empty if any number may. */
    Optional<String> exclusive(Facts facts);

    /**
     * Says why the filer is led into another case, given the answers of the one that is dropped.
     */
    Line leadingOn(Facts dropped);

    /** Whether an answer that decided the match may be changed all the same. */
    boolean changeable(Facts facts, String path);

    /** What a text asks the filed information by; empty if it is nothing of the kind. */
    Optional<Query> query(String text);

    /** What a filing is called in a list: public data only, empty if there is nothing yet. */
    String title(Facts facts);

    /** What a filer may call a filing by: its domains and its unit, in the form of a query. */
    List<String> names(Facts facts);

    /** Answers that say no more than which domains an order is for. */
    Facts known(List<String> domains, long turn);

    /** The same of a filing whose answers are not kept any longer. */
    Facts domainsOf(Facts facts, long turn);

    /** What does not fit together among the answers, worst first. */
    List<Problem> problems(Facts facts, LocalDate today);

    /**
     * What reviewers named, brought to the questions it is about: fields, numbers of the bureau's
     * interface and free words alike.
     */
    default List<Problem> reasons(Facts facts, List<Problem> raw, LocalDate today) {
        return raw;
    }

    /** The last days of the certificates among the answers, by path. */
    default Map<String, LocalDate> expiries(Facts facts) {
        return Map.of();
    }

    /** The answers a new case begins with whose sponsor is filed already. */
    default Facts again(FiledRecord record, long turn) {
        return begin(turn);
    }

    /** A text that may be the code under which pictures can be fetched; empty if it cannot be. */
    default Optional<PictureCode> pictureCode(String text) {
        return Optional.empty();
    }

    /**
     * The code of 18 characters the photographing mini program gives out (采集码).
     *
     * @param ambiguous whether it may as well be the number of a person's card or of a licence
     */
    record PictureCode(String text, boolean ambiguous) {

        /** Whoever has the code has the pictures; and it may be a card number. */
        @Override
        public String toString() {
            return "PictureCode[…]";
        }
    }

    /**
     * What a copied record is proposed for a question.
     *
     * @param from id of the record it is copied from
     * @return empty if that answer is not to be taken over
     */
    default Optional<String> copied(String question, String value, String from) {
        return Optional.of(value);
    }

    /** Answers by path that other records take over from one that is closed. */
    default Map<String, Fact> heritage(Facts facts, String closed, long turn) {
        return Map.of();
    }

    /** Result of matching. */
    sealed interface Match {

        /** The order can be filled in; the facts carry the result and any prefilled proposals. */
        record Opened(Facts facts, List<Line> why) implements Match {}

        /** One more question has to be answered before the kind of filing is settled. */
        record AskMore(Facts facts, List<Line> why) implements Match {}

        /** This filer has an open order already, and is led there. */
        record Led(String orderNumber) implements Match {}

        /**
         * No order can be made here.
         *
         * @param reopen paths whose answers may be changed to try again
         * @param offers commands that lead further
         */
        record Blocked(Line why, List<String> reopen, List<String> offers) implements Match {}
    }
}
