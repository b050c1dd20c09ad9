package io.beian.sandbox.backend;

import io.beian.order.OrderEvent;
import io.beian.order.OrderLife;
import io.beian.order.OrderState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All orders, one change at a time, each kept before it is told. What time has brought about is
 * looked after before anything else happens to an order.
 */
public final class OrderBook {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String PREFIX = "TY";

    private final Orders orders;
    private final OrderRules rules;
    private final Register register;
    private final OrderViews views;
    private final InstantSource clock;
    private final Moves moves;

    OrderBook(
            OrderFiles files,
            OrderRules rules,
            Register register,
            OrderViews views,
            Supplier<String> tokens,
            InstantSource clock) {
        this.orders = new Orders(files);
        this.rules = rules;
        this.register = register;
        this.views = views;
        this.clock = clock;
        this.moves = new Moves(tokens, this::numbers);
        orders.approved().forEach(register::file);
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

    /**
     * What came of a wish for text messages.
     *
     * @param persons paths of those who got one
     */
    record Reminding(Optional<Problem> problem, List<String> persons, boolean replayed) {

        static Reminding of(Problem problem) {
            return new Reminding(Optional.of(problem), List.of(), false);
        }

        static Reminding of(StoredOrder.Reminded sent, boolean replayed) {
            return new Reminding(
                    Optional.empty(),
                    sent.texts().stream().map(StoredOrder.Text::person).toList(),
                    replayed);
        }
    }

    synchronized <T> T reading(Function<Register, T> reader) {
        return reader.apply(register);
    }

    synchronized Outcome submit(String key, String request, Draft draft) {
        tick();
        return replayed(key, request).orElseGet(() -> open(key, request, draft));
    }

    private Outcome open(String key, String request, Draft draft) {
        List<FieldError> errors = rules.check(draft, register);
        Optional<StoredOrder> inTheWay = orders.inTheWay(draft);
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
        String number = orders.nextNumber(PREFIX + today().format(DAY));
        return answered(key, request, StoredOrder.open(number, draft, clock.instant()));
    }

    synchronized Outcome resubmit(
            String key, String request, String number, String version, Draft draft) {
        tick();
        return replayed(key, request).orElseGet(() -> again(key, request, number, version, draft));
    }

    private Outcome again(String key, String request, String number, String version, Draft draft) {
        Optional<StoredOrder> found =
                orders.find(number).filter(each -> each.reference().equals(draft.reference()));
        if (found.isEmpty()) {
            return Outcome.of(Problem.of(404, "unknownOrder"));
        }
        StoredOrder order = found.get();
        boolean proof = order.state().verificationOnly();
        OrderEvent event = proof ? OrderEvent.GIVE_VERIFICATION : OrderEvent.RESUBMIT;
        Optional<OrderState> to = OrderLife.next(order.state(), event);
        if (to.isEmpty()) {
            return Outcome.of(Problem.inTheWay("notNow", order, true));
        }
        if (!version.equals(Long.toString(order.version()))) {
            return Outcome.of(Problem.inTheWay("version", order, true));
        }
        List<FieldError> errors = proof ? proofErrors(order, draft) : errors(order, draft);
        if (!errors.isEmpty()) {
            return Outcome.of(Problem.invalid(errors));
        }
        return answered(key, request, order.refilled(draft, event, to.get(), clock.instant()));
    }

    private List<FieldError> proofErrors(StoredOrder order, Draft draft) {
        List<FieldError> errors = new ArrayList<>(VerificationRules.check(order, draft));
        errors.addAll(rules.pictures(draft));
        return errors;
    }

    private List<FieldError> errors(StoredOrder order, Draft draft) {
        List<FieldError> errors = new ArrayList<>(OrderRules.frozen(order, draft));
        errors.addAll(rules.check(draft, register));
        return errors;
    }

    /** A key stands for one content, handed in by POST or by PUT. */
    private Optional<Outcome> replayed(String key, String request) {
        return orders.answer(key)
                .map(
                        before ->
                                before.request().equals(request)
                                        ? new Outcome(
                                                Optional.of(before.answer()),
                                                Optional.empty(),
                                                true)
                                        : Outcome.of(Problem.of(422, "keyReused")));
    }

    private Outcome answered(String key, String request, StoredOrder order) {
        OrderView answer = views.of(order);
        orders.keep(order.answered(key, request, answer));
        return Outcome.of(answer);
    }

    synchronized Outcome withdraw(String number) {
        tick();
        Optional<StoredOrder> order = orders.find(number);
        if (order.isEmpty()) {
            return Outcome.of(Problem.of(404, "unknownOrder"));
        }
        if (order.get().state() == OrderState.WITHDRAWN) {
            return Outcome.of(views.of(order.get()));
        }
        return play(number, Play.of(OrderEvent.WITHDRAW))
                .map(moved -> Outcome.of(views.of(moved)))
                .orElseGet(() -> Outcome.of(Problem.inTheWay("notNow", order.get(), false)));
    }

    /** Empty if the order is unknown or this cannot happen to it now. */
    public synchronized Optional<StoredOrder> play(String number, Play play) {
        tick();
        return orders.find(number).flatMap(order -> play(order, play, clock.instant()));
    }

    private Optional<StoredOrder> play(StoredOrder order, Play play, Instant at) {
        Optional<StoredOrder> moved = moves.play(order, play, orders.nextCursor(), at);
        moved.ifPresent(orders::keep);
        moved.filter(now -> now.state() == OrderState.APPROVED).ifPresent(register::file);
        return moved;
    }

    /** Moves on what only had to wait. */
    synchronized void tick() {
        Instant now = clock.instant();
        orders.newestFirst().stream().filter(StoredOrder::open).forEach(each -> ripen(each, now));
    }

    private void ripen(StoredOrder order, Instant now) {
        order.stay()
                .due(now)
                .flatMap(due -> play(order, Play.of(due.event()), due.at()))
                .filter(StoredOrder::open)
                .ifPresent(later -> ripen(later, now));
    }

    /** Sends text messages to those of the people who have not verified. */
    synchronized Reminding remind(String key, String request, String number, List<String> persons) {
        tick();
        Optional<StoredOrder> order = orders.find(number);
        if (order.isEmpty()) {
            return Reminding.of(Problem.of(404, "unknownOrder"));
        }
        return order.get()
                .reminded(key)
                .map(
                        before ->
                                before.request().equals(request)
                                        ? Reminding.of(before, true)
                                        : Reminding.of(Problem.of(422, "keyReused")))
                .orElseGet(() -> remind(order.get(), key, request, persons));
    }

    private Reminding remind(StoredOrder order, String key, String request, List<String> persons) {
        if (order.state() != OrderState.SMS_PENDING) {
            return Reminding.of(Problem.inTheWay("notNow", order, false));
        }
        Instant now = clock.instant();
        StoredOrder.Reminded sent =
                new StoredOrder.Reminded(key, request, now, TextMessage.of(order, persons, now));
        orders.keep(order.reminded(sent));
        return Reminding.of(sent, false);
    }

    private Map<String, String> numbers(StoredOrder order) {
        return register.number(order, today().getYear(), orders.approved().size() + 1);
    }

    /**
     * The person a link was given out to has done the verification there.
     *
     * @return false if the link is another's, too old or not wanted any more
     */
    public synchronized boolean verified(String token) {
        return linked(token)
                .filter(StoredOrder::verifying)
                .flatMap(order -> play(order.number(), Play.of(OrderEvent.GIVE_VERIFICATION)))
                .isPresent();
    }

    /** The order whose latest link of the verification this is. */
    public synchronized Optional<StoredOrder> linked(String token) {
        tick();
        return orders.linked(token).filter(order -> token.equals(order.latestToken()));
    }

    public synchronized Optional<StoredOrder> find(String number) {
        return orders.find(number);
    }

    synchronized Optional<OrderView> view(String number) {
        return orders.find(number).map(views::of);
    }

    /** Newest first. */
    public synchronized List<StoredOrder> all() {
        return orders.newestFirst();
    }

    /** A filer's orders, newest first; those given up are nobody's any more. */
    synchronized List<KnownOrderView> of(String reference) {
        return orders.newestFirst().stream()
                .filter(order -> order.reference().equals(reference))
                .filter(order -> order.state() != OrderState.WITHDRAWN)
                .map(order -> new KnownOrderView(views.of(order), order.domains()))
                .toList();
    }

    /** The one open order with new sites a sponsor may have. */
    synchronized Optional<StoredOrder> openOrder(String certNo) {
        return orders.open(certNo);
    }

    /** Events after a place in the feed, oldest first. */
    synchronized List<Event> events(long after) {
        return orders.feed().stream()
                .filter(each -> each.moved().cursor() > after)
                .map(each -> Event.of(each.order(), each.moved(), views))
                .toList();
    }

    /** All that happened to an order after a place in its life; empty if there is no such order. */
    synchronized Optional<List<Event>> eventsOf(String number, long after) {
        return orders.find(number)
                .map(
                        order ->
                                order.history().stream()
                                        .filter(moved -> moved.seq() > after)
                                        .map(moved -> Event.of(order, moved, views))
                                        .toList());
    }

    synchronized List<Event> unpushed() {
        return orders.feed().stream()
                .filter(each -> !each.moved().pushed())
                .map(each -> Event.of(each.order(), each.moved(), views))
                .toList();
    }

    synchronized void pushed(Event event) {
        orders.find(event.order().number())
                .ifPresent(o -> orders.keep(o.arrived(event.order().seq())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BUREAU);
    }
}
