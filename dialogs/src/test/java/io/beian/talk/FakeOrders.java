package io.beian.talk;

import io.beian.dialogue.Case;
import io.beian.dialogue.Input;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Verifier;
import io.beian.order.OrderEvent;
import io.beian.order.OrderLife;
import io.beian.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The orders of a talk at their backend: the smallest that leads the life of {@link OrderLife}. */
public final class FakeOrders {

    private static final Duration SMS = Duration.ofHours(24);
    private static final Duration OPEN = Duration.ofDays(45);
    private static final Duration LINK = Duration.ofDays(3);

    private final Map<String, List<Input.OrderMoved>> histories = new HashMap<>();
    private final Map<String, List<Verifier>> people = new HashMap<>();
    private int links;

    /** An order that is handed in, or handed in again. */
    Input.OrderMoved handedIn(String number, Case of, Instant at) {
        people.put(number, verifiers(of));
        OrderEvent event = OrderEvent.SUBMIT;
        OrderState to = OrderState.PRE_REVIEW;
        if (histories.containsKey(number)) {
            OrderState state = state(number);
            event = state.verificationOnly() ? OrderEvent.GIVE_VERIFICATION : OrderEvent.RESUBMIT;
            // Random talks have news of their own, of which this book knows nothing.
            to = OrderLife.next(state, event).orElse(OrderState.PRE_REVIEW);
        }
        return add(number, to, at, List.of());
    }

    private static List<Verifier> verifiers(Case of) {
        List<Verifier> all = new ArrayList<>();
        all.add(new Verifier("sponsor.person", "张*", "138****8000", false));
        of.facts().instances("site").stream()
                .filter(
                        site ->
                                of.facts()
                                        .text("site." + site + ".person.same")
                                        .filter("other"::equals)
                                        .isPresent())
                .forEach(
                        site ->
                                all.add(
                                        new Verifier(
                                                "site." + site + ".person",
                                                "李*",
                                                "139****9001",
                                                false)));
        return all;
    }

    /** Plays an event; the news of it. */
    public List<Input.OrderMoved> play(
            String number, OrderEvent event, String person, List<Problem> reasons, Instant at) {
        List<Input.OrderMoved> news = new ArrayList<>();
        if (event == OrderEvent.PERSON_VERIFIES) {
            people.put(
                    number,
                    people(number).stream()
                            .map(each -> each.person().equals(person) ? done(each) : each)
                            .toList());
        }
        news.add(add(number, next(state(number), event), at, reasons));
        boolean all = people(number).stream().allMatch(Verifier::done);
        if (event == OrderEvent.PERSON_VERIFIES && all) {
            news.add(add(number, OrderState.BUREAU_REVIEW, at, List.of()));
        }
        return news;
    }

    private List<Verifier> people(String number) {
        return people.getOrDefault(number, List.of());
    }

    private static Verifier done(Verifier each) {
        return new Verifier(each.person(), each.name(), each.mobile(), true);
    }

    private static OrderState next(OrderState from, OrderEvent on) {
        return OrderLife.next(from, on)
                .orElseThrow(() -> new AssertionError(on + " cannot happen in " + from));
    }

    /** What the backend's own clock brings about until a time. */
    public List<Input.OrderMoved> timers(String number, Instant at) {
        Input.OrderMoved last = last(number);
        boolean over = last.deadline().filter(end -> !end.isAfter(at)).isPresent();
        if (!over) {
            return List.of();
        }
        OrderState state = state(number);
        Instant end = last.deadline().get();
        if (state == OrderState.SMS_PENDING) {
            return play(number, OrderEvent.SMS_RUNS_OUT, "", List.of(), end);
        }
        return state == OrderState.VERIFY_PENDING
                ? play(number, OrderEvent.RENEW_LINK, "", List.of(), end)
                : state.sentBack()
                        ? play(number, OrderEvent.RUN_OUT, "", List.of(), end)
                        : List.of();
    }

    private Input.OrderMoved add(
            String number, OrderState state, Instant at, List<Problem> reasons) {
        List<Input.OrderMoved> history =
                histories.computeIfAbsent(number, any -> new ArrayList<>());
        if (state == OrderState.SMS_PENDING && !current(history, state)) {
            people.put(
                    number,
                    people(number).stream()
                            .map(
                                    each ->
                                            new Verifier(
                                                    each.person(),
                                                    each.name(),
                                                    each.mobile(),
                                                    false))
                            .toList());
        }
        boolean link = state == OrderState.VERIFY_PENDING && reasons.isEmpty();
        Optional<Instant> began =
                current(history, state) && !link
                        ? Optional.of(history.get(history.size() - 1).at())
                        : Optional.of(at);
        Input.OrderMoved moved =
                new Input.OrderMoved(
                        number,
                        history.size() + 1,
                        state.name(),
                        began.get(),
                        reasons,
                        allowed(state),
                        state == OrderState.APPROVED ? numbers() : Map.of(),
                        deadline(state, link).map(began.get()::plus),
                        link ? Optional.of("http://127.0.0.1/verify/" + ++links) : Optional.empty(),
                        state == OrderState.SMS_PENDING ? people(number) : List.of(),
                        false);
        history.add(moved);
        return moved;
    }

    private static boolean current(List<Input.OrderMoved> history, OrderState state) {
        return !history.isEmpty() && history.get(history.size() - 1).state().equals(state.name());
    }

    private static Map<String, String> numbers() {
        return Map.of("sponsor", "京ICP备2026000001号", "site.s1", "京ICP备2026000001号-1");
    }

    private static Optional<Duration> deadline(OrderState state, boolean link) {
        if (state == OrderState.SMS_PENDING) {
            return Optional.of(SMS);
        }
        return state.sentBack() ? Optional.of(link ? LINK : OPEN) : Optional.empty();
    }

    private static List<String> allowed(OrderState state) {
        return OrderLife.next(state, OrderEvent.WITHDRAW).isPresent()
                ? List.of("withdraw")
                : List.of();
    }

    /** Everything that happened to an order after an event. */
    public List<Input.OrderMoved> after(String number, long seq) {
        return histories.getOrDefault(number, List.of()).stream()
                .filter(moved -> moved.seq() > seq)
                .toList();
    }

    OrderState state(String number) {
        return OrderState.valueOf(last(number).state());
    }

    Input.OrderMoved last(String number) {
        List<Input.OrderMoved> history = histories.getOrDefault(number, List.of());
        if (history.isEmpty()) {
            throw new AssertionError("no order " + number);
        }
        return history.get(history.size() - 1);
    }

    boolean withdrawable(String number) {
        return OrderLife.next(state(number), OrderEvent.WITHDRAW).isPresent();
    }

    boolean knows(String number) {
        return histories.containsKey(number);
    }
}
