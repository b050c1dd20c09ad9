package io.beian.sandbox.backend;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All orders, one change at a time, each kept before it is told. */
public final class OrderBook {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String PREFIX = "TY";

    private final OrderFiles files;
    private final OrderRules rules;
    private final Register register;
    private final InstantSource clock;
    private final TreeMap<String, StoredOrder> orders = new TreeMap<>();

    OrderBook(OrderFiles files, OrderRules rules, Register register, InstantSource clock) {
        this.files = files;
        this.rules = rules;
        this.register = register;
        this.clock = clock;
        for (StoredOrder order : files.load()) {
            orders.put(order.number(), order);
            if (order.state() == OrderState.APPROVED) {
                register.file(order);
            }
        }
    }

    /** What a request came to: an order or what stands in its way. */
    record Outcome(Optional<OrderView> order, Optional<Problem> problem, boolean replayed) {

        static Outcome of(OrderView order) {
            return new Outcome(Optional.of(order), Optional.empty(), false);
        }

        static Outcome of(Problem problem) {
            return new Outcome(Optional.empty(), Optional.of(problem), false);
        }
    }

    synchronized <T> T reading(Function<Register, T> reader) {
        return reader.apply(register);
    }

    synchronized Outcome submit(String key, String request, Draft draft) {
        return replayed(key, request).orElseGet(() -> open(key, request, draft));
    }

    private Outcome open(String key, String request, Draft draft) {
        List<FieldError> errors = rules.check(draft, register);
        Optional<StoredOrder> inTheWay = inTheWay(draft);
        if (inTheWay.isPresent()) {
            boolean own = inTheWay.get().reference().equals(draft.reference());
            return Outcome.of(Problem.inTheWay("openOrder", inTheWay.get(), own));
        }
        if (register.sponsor(draft.certNo()).filter(s -> s.openElsewhere()).isPresent()) {
            return Outcome.of(Problem.of(409, "openOrder"));
        }
        if (!errors.isEmpty()) {
            return Outcome.of(Problem.invalid(errors));
        }
        return keep(StoredOrder.open(nextNumber(), draft, clock.instant()).answered(key, request));
    }

    synchronized Outcome resubmit(
            String key, String request, String number, String version, Draft draft) {
        return replayed(key, request).orElseGet(() -> again(key, request, number, version, draft));
    }

    private Outcome again(String key, String request, String number, String version, Draft draft) {
        StoredOrder order = orders.get(number);
        if (order == null || !order.reference().equals(draft.reference())) {
            return Outcome.of(Problem.of(404, "unknownOrder"));
        }
        if (!order.state().allows("resubmit")) {
            return Outcome.of(Problem.inTheWay("notNow", order, true));
        }
        if (!version.equals(Long.toString(order.version()))) {
            return Outcome.of(Problem.inTheWay("version", order, true));
        }
        List<FieldError> errors = new ArrayList<>(OrderRules.frozen(order, draft));
        errors.addAll(rules.check(draft, register));
        if (!errors.isEmpty()) {
            return Outcome.of(Problem.invalid(errors));
        }
        return keep(order.refilled(draft, clock.instant()).answered(key, request));
    }

    /** A key stands for one content, handed in by POST or by PUT. */
    private Optional<Outcome> replayed(String key, String request) {
        return orders.values().stream()
                .flatMap(order -> order.answer(key).stream())
                .findFirst()
                .map(
                        before ->
                                before.request().equals(request)
                                        ? new Outcome(
                                                Optional.of(before.answer()),
                                                Optional.empty(),
                                                true)
                                        : Outcome.of(Problem.of(422, "keyReused")));
    }

    synchronized Outcome withdraw(String number) {
        StoredOrder order = orders.get(number);
        if (order == null) {
            return Outcome.of(Problem.of(404, "unknownOrder"));
        }
        if (order.state() == OrderState.WITHDRAWN) {
            return Outcome.of(OrderView.of(order));
        }
        if (!order.state().allows("withdraw")) {
            return Outcome.of(Problem.inTheWay("notNow", order, false));
        }
        return keep(move(order, OrderState.WITHDRAWN, List.of(), Map.of()));
    }

    /** Empty if the order is unknown or not in a state this can be decided in. */
    public synchronized Optional<StoredOrder> decide(
            String number, Decision decision, List<FieldError> reasons) {
        StoredOrder order = orders.get(number);
        if (order == null || !decision.possible(order.state())) {
            return Optional.empty();
        }
        Map<String, String> numbers =
                decision == Decision.BUREAU_APPROVES ? numbers(order) : Map.of();
        StoredOrder moved = move(order, decision.to(), reasons, numbers);
        keep(moved);
        if (moved.state() == OrderState.APPROVED) {
            register.file(moved);
        }
        return Optional.of(moved);
    }

    private Map<String, String> numbers(StoredOrder order) {
        long approved =
                orders.values().stream()
                        .filter(each -> each.state() == OrderState.APPROVED)
                        .count();
        return register.number(order, today().getYear(), approved + 1);
    }

    private StoredOrder move(
            StoredOrder order,
            OrderState to,
            List<FieldError> reasons,
            Map<String, String> numbers) {
        return order.moved(to, lastCursor() + 1, clock.instant(), reasons, numbers);
    }

    private Outcome keep(StoredOrder order) {
        files.save(order);
        orders.put(order.number(), order);
        return Outcome.of(OrderView.of(order));
    }

    public synchronized Optional<StoredOrder> find(String number) {
        return Optional.ofNullable(orders.get(number));
    }

    /** Newest first. */
    public synchronized List<StoredOrder> all() {
        return List.copyOf(orders.descendingMap().values());
    }

    /** The one open order with new sites a sponsor may have. */
    synchronized Optional<StoredOrder> openOrder(String certNo) {
        return orders.values().stream()
                .filter(order -> order.open() && !order.access())
                .filter(order -> order.sponsorIs(certNo))
                .findFirst();
    }

    /** Accesses run beside each other and beside new sites, but a domain is in one order only. */
    private Optional<StoredOrder> inTheWay(Draft draft) {
        List<String> domains =
                draft.sites().stream()
                        .flatMap(site -> draft.field("site." + site + ".domain").stream())
                        .toList();
        Optional<StoredOrder> alone = draft.access() ? Optional.empty() : openOrder(draft.certNo());
        return alone.or(
                () ->
                        orders.values().stream()
                                .filter(order -> order.open() && order.sponsorIs(draft.certNo()))
                                .filter(
                                        order ->
                                                (draft.access() && !order.admitsAccess())
                                                        || order.domains().stream()
                                                                .anyMatch(domains::contains))
                                .findFirst());
    }

    /** Events after a place in the feed, oldest first. */
    synchronized List<Event> events(long after) {
        return feed().stream()
                .filter(each -> each.moved().cursor() > after)
                .map(each -> Event.of(each.order(), each.moved()))
                .toList();
    }

    synchronized List<Event> unpushed() {
        return feed().stream()
                .filter(each -> !each.moved().pushed())
                .map(each -> Event.of(each.order(), each.moved()))
                .toList();
    }

    synchronized void pushed(Event event) {
        find(event.order().number()).ifPresent(o -> keep(o.arrived(event.order().seq())));
    }

    private record Fed(StoredOrder order, StoredOrder.Moved moved) {}

    private List<Fed> feed() {
        return orders.values().stream()
                .flatMap(order -> order.history().stream().map(moved -> new Fed(order, moved)))
                .filter(each -> each.moved().cursor() > 0)
                .sorted(Comparator.comparingLong(each -> each.moved().cursor()))
                .toList();
    }

    private long lastCursor() {
        return feed().stream().mapToLong(each -> each.moved().cursor()).max().orElse(0);
    }

    private String nextNumber() {
        String day = PREFIX + today().format(DAY);
        long taken = orders.keySet().stream().filter(each -> each.startsWith(day)).count();
        return "%s%06d".formatted(day, taken + 1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BUREAU);
    }
}
