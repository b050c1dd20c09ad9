package io.beian.sandbox.backend;

import io.beian.order.OrderState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The kept orders, by number. Not for several threads at once. */
final class Orders {

    private final OrderFiles files;
    private final TreeMap<String, StoredOrder> byNumber = new TreeMap<>();

    Orders(OrderFiles files) {
        this.files = files;
        files.load().forEach(order -> byNumber.put(order.number(), order));
    }

    /** An order and something that happened to it. */
    record Fed(StoredOrder order, Moved moved) {}

    void keep(StoredOrder order) {
        files.save(order);
        byNumber.put(order.number(), order);
    }

    Optional<StoredOrder> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    Stream<StoredOrder> all() {
        return byNumber.values().stream();
    }

    List<StoredOrder> newestFirst() {
        return List.copyOf(byNumber.descendingMap().values());
    }

    /** In the order in which they were approved: what is filed follows from that. */
    List<StoredOrder> approved() {
        return all().filter(order -> order.state() == OrderState.APPROVED)
                .sorted(Comparator.comparingLong(order -> order.last().cursor()))
                .toList();
    }

    /** What the filer's side did not do itself, in the order in which it happened. */
    List<Fed> feed() {
        return all().flatMap(order -> order.history().stream().map(moved -> new Fed(order, moved)))
                .filter(each -> each.moved().cursor() > 0)
                .sorted(Comparator.comparingLong(each -> each.moved().cursor()))
                .toList();
    }

    long nextCursor() {
        return 1
                + all().flatMap(order -> order.history().stream())
                        .mapToLong(Moved::cursor)
                        .max()
                        .orElse(0);
    }

    Optional<StoredOrder.Answered> answer(String key) {
        return all().flatMap(order -> order.answer(key).stream()).findFirst();
    }

    /** The order a link of the verification was given out for. */
    Optional<StoredOrder> linked(String token) {
        return all().filter(
                        order ->
                                order.history().stream()
                                        .anyMatch(moved -> token.equals(moved.token())))
                .findFirst();
    }

    /** The one open order with new sites a sponsor may have. */
    Optional<StoredOrder> open(String certNo) {
        return all().filter(order -> order.open() && !order.access())
                .filter(order -> order.sponsorIs(certNo))
                .findFirst();
    }

    /** Accesses run beside each other and beside new sites, but a domain is in one order only. */
    Optional<StoredOrder> inTheWay(Draft draft) {
        List<String> domains =
                draft.sites().stream()
                        .flatMap(site -> draft.field("site." + site + ".domain").stream())
                        .toList();
        Optional<StoredOrder> alone = draft.access() ? Optional.empty() : open(draft.certNo());
        return alone.or(
                () ->
                        all().filter(order -> order.open() && order.sponsorIs(draft.certNo()))
                                .filter(
                                        order ->
                                                (draft.access() && !order.admitsAccess())
                                                        || order.domains().stream()
                                                                .anyMatch(domains::contains))
                                .findFirst());
    }

    /** The first number of this beginning that is free; no number is given twice. */
    String nextNumber(String beginning) {
        long taken = byNumber.keySet().stream().filter(each -> each.startsWith(beginning)).count();
        return "%s%06d".formatted(beginning, taken + 1);
    }
}
