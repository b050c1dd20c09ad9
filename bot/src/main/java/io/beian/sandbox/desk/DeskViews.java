package io.beian.sandbox.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beian.order.Actor;
import io.beian.order.OrderEvent;
import io.beian.order.OrderLife;
import io.beian.order.OrderState;
import io.beian.sandbox.backend.FieldError;
import io.beian.sandbox.backend.Materials;
import io.beian.sandbox.backend.Moved;
import io.beian.sandbox.backend.StoredOrder;
import io.beian.sandbox.backend.VerifierView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the desk shows of an order. */
final class DeskViews {

    private final Labels labels;

    DeskViews(Labels labels) {
        this.labels = labels;
    }

    /**
     * A line of the list.
     *
     * @param acts who has to do something now
     * @param at when it came into its state
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String number,
            OrderState state,
            Actor acts,
            String type,
            String sponsor,
            Instant at,
            @Nullable Instant deadline) {}

    /** All of one order. */
    record Details(
            Row row,
            long version,
            List<Field> fields,
            List<Slot> materials,
            List<FieldError> errors,
            Map<String, String> numbers,
            List<Step> history,
            List<Choice> decisions,
            List<VerifierView> verifiers,
            List<StoredOrder.Text> texts) {}

    /** An answer. */
    record Field(String path, String label, String value) {}

    /**
     * The pictures of one kind.
     *
     * @param proves whether they show who somebody is
     */
    record Slot(String path, String label, boolean proves, List<String> pictures) {}

    /** A move and whether the bot has heard of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            long seq, @Nullable OrderEvent event, OrderState state, Instant at, boolean pushed) {}

    /**
     * Something that can be done now.
     *
     * @param by who does it
     * @param person who verifies, and the name of that person, masked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choice(
            OrderEvent event,
            Actor by,
            Reasons reasons,
            @Nullable String person,
            @Nullable String name) {}

    /** Whether somebody at the desk does this; the filer's part is done on the phone. */
    static boolean playedHere(OrderEvent event) {
        return OrderLife.all().stream()
                .anyMatch(move -> move.on() == event && move.by() != Actor.FILER);
    }

    Row row(StoredOrder order) {
        return new Row(
                order.number(),
                order.state(),
                order.state().acts(),
                order.type(),
                order.fields().getOrDefault("sponsor.name", order.number()),
                order.since(),
                order.deadline().orElse(null));
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
                        .map(e -> slot(order, e.getKey(), e.getValue()))
                        .toList(),
                order.errors(),
                order.numbers(),
                order.history().stream().map(DeskViews::step).toList(),
                OrderLife.all().stream()
                        .filter(move -> move.from().filter(order.state()::equals).isPresent())
                        .filter(move -> playedHere(move.on()))
                        .flatMap(move -> choices(order, move))
                        .toList(),
                order.verifiers(),
                order.texts());
    }

    private static Stream<Choice> choices(StoredOrder order, OrderLife.Move move) {
        Reasons reasons = Reasons.of(move.on());
        return switch (move.on()) {
            case PERSON_VERIFIES ->
                    order.verifiers().stream()
                            .filter(each -> !each.done())
                            .map(
                                    each ->
                                            new Choice(
                                                    move.on(),
                                                    move.by(),
                                                    reasons,
                                                    each.person(),
                                                    each.name()));
            case ALL_VERIFIED -> Stream.of();
            default -> Stream.of(new Choice(move.on(), move.by(), reasons, null, null));
        };
    }

    private static Step step(Moved moved) {
        return new Step(moved.seq(), moved.event(), moved.state(), moved.at(), moved.pushed());
    }

    /** A slot that holds pictures of other kinds says so. */
    private Slot slot(StoredOrder order, String slot, List<String> pictures) {
        Collection<String> guests =
                Objects.requireNonNullElse(order.labels(), Map.<String, Map<String, String>>of())
                        .getOrDefault(slot, Map.of())
                        .values();
        String own = labels.of(slot);
        String label =
                guests.isEmpty()
                        ? own
                        : own
                                + "（"
                                + String.join(
                                        "、", guests.stream().map(labels::of).distinct().toList())
                                + "）";
        return new Slot(slot, label, Materials.proves(slot), pictures);
    }
}
