package io.beian.sandbox.desk;

import io.beian.sandbox.backend.Decision;
import io.beian.sandbox.backend.FieldError;
import io.beian.sandbox.backend.OrderState;
import io.beian.sandbox.backend.StoredOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the desk shows of an order. */
final class DeskViews {

    private final Labels labels;

    DeskViews(Labels labels) {
        this.labels = labels;
    }

    /** A line of the list. */
    record Row(String number, OrderState state, String type, String sponsor, Instant at) {}

    /** All of one order. */
    record Details(
            Row row,
            long version,
            List<Field> fields,
            List<Slot> materials,
            List<FieldError> errors,
            Map<String, String> numbers,
            List<Step> history,
            List<Choice> decisions) {}

    /** An answer. */
    record Field(String path, String label, String value) {}

    /** The pictures of one kind. */
    record Slot(String path, String label, List<String> pictures) {}

    /** A move and whether the bot has heard of it. */
    record Step(long seq, OrderState state, Instant at, boolean pushed) {}

    /** Something that can be decided now. */
    record Choice(Decision decision, boolean withReasons) {}

    Row row(StoredOrder order) {
        return new Row(
                order.number(),
                order.state(),
                order.type(),
                order.fields().getOrDefault("sponsor.name", order.number()),
                order.history().get(order.history().size() - 1).at());
    }

    Details details(StoredOrder order) {
        return new Details(
                row(order),
                order.version(),
                order.fields().entrySet().stream()
                        .map(
                                e ->
                                        new Field(
                                                e.getKey(),
                                                labels.of(e.getKey()),
                                                labels.value(e.getKey(), e.getValue())))
                        .toList(),
                order.materials().entrySet().stream()
                        .map(e -> new Slot(e.getKey(), label(order, e.getKey()), e.getValue()))
                        .toList(),
                order.errors(),
                order.numbers(),
                order.history().stream()
                        .map(m -> new Step(m.seq(), m.state(), m.at(), m.pushed()))
                        .toList(),
                Arrays.stream(Decision.values())
                        .filter(each -> each.possible(order.state()))
                        .map(each -> new Choice(each, each.withReasons()))
                        .toList());
    }

    /** A slot that holds pictures of other kinds says so. */
    private String label(StoredOrder order, String slot) {
        Collection<String> guests =
                Objects.requireNonNullElse(order.labels(), Map.<String, Map<String, String>>of())
                        .getOrDefault(slot, Map.of())
                        .values();
        String own = labels.of(slot);
        return guests.isEmpty()
                ? own
                : own
                        + "（"
                        + String.join("、", guests.stream().map(labels::of).distinct().toList())
                        + "）";
    }
}
