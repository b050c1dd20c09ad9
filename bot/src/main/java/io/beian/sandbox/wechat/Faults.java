package io.beian.sandbox.wechat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** What a script has WeChat answer instead of doing its work, until it is switched off again. */
final class Faults {

    private static final Set<Integer> OF_SERVICE_MESSAGES = Set.of(45015, 45047, 45002);
    private static final Set<Integer> OF_SUBSCRIPTIONS = Set.of(43101);
    private static final Set<Integer> OF_TEMPLATES = Set.of(40037, 47003);

    private static final Set<Integer> OF_VISITORS = Set.of(40029, 40163);

    private final Set<String> on = new ConcurrentSkipListSet<>();

    /** What an errcode can be the answer to. */
    enum Call {
        SERVICE,
        SUBSCRIPTION,
        TEMPLATE,
        VISITOR
    }

    /**
     * Switches faults on and off.
     *
     * @param changes by errcode; {@code user block} and {@code system failed} let WeChat take a
     *     notice and report later that it did not arrive
     * @throws IllegalArgumentException if there is no such fault
     */
    void change(Map<String, Boolean> changes) {
        changes.keySet().forEach(Faults::check);
        changes.forEach(
                (fault, wanted) -> {
                    if (wanted) {
                        on.add(fault);
                    } else {
                        on.remove(fault);
                    }
                });
    }

    Set<String> all() {
        return new TreeSet<>(on);
    }

    /** The errcode this call is to be answered with. */
    Optional<ApiCode> of(Call call) {
        return on.stream()
                .filter(fault -> fault.matches("-?\\d+"))
                .map(Integer::valueOf)
                .filter(code -> concerns(code, call))
                .flatMap(code -> ApiCode.of(code).stream())
                .findFirst();
    }

    /** How a delivery is to fail, as WeChat reports it. */
    Optional<String> delivery() {
        return on.contains("user block")
                ? Optional.of("failed:user block")
                : on.contains("system failed")
                        ? Optional.of("failed: system failed")
                        : Optional.empty();
    }

    private static boolean concerns(int code, Call call) {
        if (OF_SERVICE_MESSAGES.contains(code)) {
            return call == Call.SERVICE;
        }
        if (OF_SUBSCRIPTIONS.contains(code)) {
            return call == Call.SUBSCRIPTION;
        }
        if (call == Call.VISITOR || OF_VISITORS.contains(code)) {
            return call == Call.VISITOR && !OF_TEMPLATES.contains(code);
        }
        return !OF_TEMPLATES.contains(code) || call != Call.SERVICE;
    }

    private static void check(String fault) {
        boolean code =
                fault.matches("-?\\d{1,6}") && ApiCode.of(Integer.parseInt(fault)).isPresent();
        if (!code && !Set.of("user block", "system failed").contains(fault)) {
            throw new IllegalArgumentException("fault " + fault + " is not known");
        }
    }
}
