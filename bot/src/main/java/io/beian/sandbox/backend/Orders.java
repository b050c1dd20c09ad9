package io.beian.sandbox.backend;

import io.beian.filing.SponsorNumbers;
import io.beian.order.OrderState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kept orders, by number. Not for several threads at once. */
final class Orders {

    private final OrderFiles files;
    private final TreeMap<String, StoredOrder> byNumber = new TreeMap<>();
    private OrderFiles.Used used;

    Orders(OrderFiles files) {
        this.files = files;
        files.load().forEach(order -> byNumber.put(order.number(), order));
        this.used = files.used();
    }

    /** How often a person's filing was handed in, in however many orders. */
    long handedIn(String reference, String caseId) {
        return all().filter(order -> order.reference().equals(reference))
                .filter(order -> order.caseId().equals(caseId))
                .mapToLong(StoredOrder::version)
                .sum();
    }

    /** Neither a number nor a place in the feed is given to another afterwards. */
    void forget(Predicate<StoredOrder> which) {
        List<StoredOrder> gone = all().filter(which).toList();
        used =
                new OrderFiles.Used(
                        nextCursor() - 1,
                        Stream.concat(used.numbers().stream(), byNumber.keySet().stream())
                                .collect(Collectors.toCollection(TreeSet::new)));
        files.save(used);
        gone.forEach(order -> files.delete(order.number()));
        gone.forEach(order -> byNumber.remove(order.number()));
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
                        .reduce(used.cursor(), Math::max);
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

    /**
     * The one open order with new sites a sponsor may have; the filer's own comes first. Others of
     * which nobody knows whether the sponsor is theirs stand in nobody's way.
     *
     * @param sponsor what the sponsor is called by under all its numbers
     */
    Optional<StoredOrder> open(Set<String> sponsor, String reference, Register register) {
        return inForce(sponsor, reference, register)
                .filter(order -> !order.access())
                .min(Comparator.comparing(order -> !order.reference().equals(reference)));
    }

    private Stream<StoredOrder> inForce(Set<String> sponsor, String reference, Register register) {
        return all().filter(StoredOrder::open)
                .filter(order -> !order.unclear() || order.reference().equals(reference))
                .filter(
                        order ->
                                SponsorNumbers.same(
                                        register.names(order.sponsorNumbers()), sponsor));
    }

    /** Another order of the sponsor that the clerk may not take beside this one. */
    Optional<StoredOrder> rival(StoredOrder unclear, Register register) {
        return inForce(register.names(unclear.sponsorNumbers()), "", register)
                .filter(order -> !order.number().equals(unclear.number()))
                .filter(
                        order ->
                                (!order.access() && !unclear.access())
                                        || order.domains().stream()
                                                .anyMatch(unclear.domains()::contains))
                .findFirst();
    }

    /** Accesses run beside each other and beside new sites, but a domain is in one order only. */
    Optional<StoredOrder> inTheWay(Draft draft, Register register) {
        List<String> domains =
                draft.sites().stream()
                        .flatMap(site -> draft.field("site." + site + ".domain").stream())
                        .toList();
        Set<String> sponsor = register.names(draft.sponsorNumbers());
        Optional<StoredOrder> alone =
                draft.access() ? Optional.empty() : open(sponsor, draft.reference(), register);
        return alone.or(
                () ->
                        inForce(sponsor, draft.reference(), register)
                                .filter(
                                        order ->
                                                (draft.access() && !order.admitsAccess())
                                                        || order.domains().stream()
                                                                .anyMatch(domains::contains))
                                .findFirst());
    }

    /** The first number of this beginning that is free; no number is given twice. */
    String nextNumber(String beginning) {
        long taken =
                Stream.concat(used.numbers().stream(), byNumber.keySet().stream())
                        .distinct()
                        .filter(each -> each.startsWith(beginning))
                        .count();
        return "%s%06d".formatted(beginning, taken + 1);
    }
}
