package io.beian.sandbox.backend;

import io.beian.order.OrderEvent;
import io.beian.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happened while an order stood in one state, the coming in first. How long it may stand there
 * is told by icp-filing §6.3 and §6.4.
 */
record Stay(List<Moved> entries) {

    private static final Duration SMS = Duration.ofHours(24);
    private static final Duration MENDING = Duration.ofDays(45);
    private static final Duration LINK = Duration.ofDays(3);

    /** Something time alone brings about. */
    record Due(OrderEvent event, Instant at) {}

    /** The stay an entry belongs to, up to that entry. */
    static Stay upTo(List<Moved> history, long seq) {
        int end = Math.toIntExact(seq);
        int from = end - 1;
        while (from > 0 && history.get(from - 1).state() == history.get(end - 1).state()) {
            from--;
        }
        return new Stay(List.copyOf(history.subList(from, end)));
    }

    OrderState state() {
        return entries.get(0).state();
    }

    Instant since() {
        return entries.get(0).at();
    }

    /** Paths of those who have verified. */
    Set<String> verified() {
        return entries.stream()
                .map(Moved::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The entry that gave out the link that counts now. */
    Optional<Moved> link() {
        return entries.stream()
                .filter(each -> each.token() != null)
                .reduce((earlier, later) -> later);
    }

    Optional<Instant> deadline() {
        if (state() == OrderState.VERIFY_PENDING) {
            return link().map(given -> given.at().plus(LINK));
        }
        if (state() == OrderState.SMS_PENDING) {
            return Optional.of(since().plus(SMS));
        }
        return state().sentBack() ? Optional.of(since().plus(MENDING)) : Optional.empty();
    }

    /** What is due is as old as its deadline; a new link counts from when it is given out. */
    Optional<Due> due(Instant now) {
        if (state() == OrderState.SMS_PENDING) {
            return past(now, since().plus(SMS), OrderEvent.SMS_RUNS_OUT);
        }
        Optional<Due> out =
                state().sentBack()
                        ? past(now, since().plus(MENDING), OrderEvent.RUN_OUT)
                        : Optional.empty();
        boolean stale =
                state() == OrderState.VERIFY_PENDING
                        && deadline().filter(until -> until.isAfter(now)).isEmpty();
        return out.or(
                () -> stale ? Optional.of(new Due(OrderEvent.RENEW_LINK, now)) : Optional.empty());
    }

    private static Optional<Due> past(Instant now, Instant deadline, OrderEvent event) {
        return deadline.isAfter(now) ? Optional.empty() : Optional.of(new Due(event, deadline));
    }
}
