package io.beian.backend;

import io.beian.dialogue.FiledRecord;
import io.beian.dialogue.KnownOrder;
import io.beian.dialogue.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The system that takes finished orders. Calls throw {@link BackendException} when it cannot be
 * reached; what it has to say about an order is a value.
 */
public interface FilingBackend {

    /**
     * What is filed under a certificate and of the domains, by {@code match.*} key or question id.
     */
    Map<String, String> match(MatchQuery query);

    /** What the bureau's public query would show; never personal data. */
    FiledInformation filings(Query query);

    boolean hasMaterial(String sha256);

    void putMaterial(String sha256, byte[] jpeg);

    /** The picture of this hash; empty if the backend has none. */
    Optional<byte[]> material(String sha256);

    /**
     * What was taken in the mini program under a code.
     *
     * @param reference who asks, as the backend knows filers
     */
    Capture capture(String code, String reference);

    /**
     * Hands in an order.
     *
     * @param key the same key hands in once, however often it is called
     */
    Submission submit(String key, OrderForm order);

    /**
     * Hands a returned order in again.
     *
     * @param version the version the corrections were made against
     */
    Submission resubmit(String key, String number, long version, OrderForm order);

    Optional<OrderStatus> order(String number);

    /** The latest orders of a filer, without those given up. */
    List<KnownOrder> orders(FilerReference filer);

    /** False if the order cannot be withdrawn any more. */
    boolean withdraw(String number);

    /**
     * Events after a cursor, oldest first.
     *
     * @param cursor where an earlier page ended, empty from the beginning
     */
    EventPage events(String cursor);

    /**
     * Everything that happened to an order after a place in its life, at most a page of it; nothing
     * if there is no such order.
     *
     * @param after {@code seq} of the last event known, 0 from the beginning
     */
    OrderHistory eventsOf(String number, long after);

    /**
     * Sends a text message to those of the people who have not answered the bureau's yet.
     *
     * @param key the same key sends once, however often it is called
     * @param persons paths of people
     * @return false if nobody has to answer now
     */
    boolean remind(String key, String number, List<String> persons);

    /** What is filed of the sponsors on a filer's account. */
    List<FiledRecord> filed(FilerReference filer);
}
