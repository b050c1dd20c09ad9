package io.beian.sandbox.backend;

import io.beian.order.OrderEvent;
import io.beian.order.OrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that ever happened to it; one file holds one order, so every change of it, its
 * event included, is written at once.
 *
 * @param labels of pictures that stand in the slot of another kind: by slot, hash to question path
 * @param answers what was answered under which idempotency key
 * @param reminders text messages sent under which idempotency key
 */
public record StoredOrder(
        String number,
        long version,
        OrderState state,
        String reference,
        String caseId,
        String type,
        Map<String, String> fields,
        Map<String, List<String>> materials,
        @Nullable Map<String, Map<String, String>> labels,
        List<FieldError> errors,
        Map<String, String> numbers,
        List<Moved> history,
        Map<String, Answered> answers,
        @Nullable List<Reminded> reminders) {

    static final String MATCHED = "match.certNo";

    /** Sha-256 of a request and the answer to it. */
    public record Answered(String request, OrderView answer) {}

    /** A text message the backend sent for its bot, kept with what asked for it. */
    record Reminded(String key, String request, Instant at, List<Text> texts) {}

    /**
     * One text message.
     *
     * @param mobile masked
     */
    public record Text(String person, String mobile, Instant at, String text) {}

    static StoredOrder open(String number, Draft draft, Instant at) {
        StoredOrder blank =
                new StoredOrder(
                        number,
                        0,
                        OrderState.PRE_REVIEW,
                        draft.reference(),
                        draft.caseId(),
                        draft.type(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        List.of());
        return blank.refilled(draft, OrderEvent.SUBMIT, OrderState.PRE_REVIEW, at);
    }

    /** Handed in by the filer's side, which needs no event to hear of it. */
    StoredOrder refilled(Draft draft, OrderEvent event, OrderState to, Instant at) {
        Moved last = new Moved(seq() + 1, 0, at, to, List.of(), Map.of(), true, event, null, null);
        return new StoredOrder(
                        number,
                        version + 1,
                        state,
                        reference,
                        caseId,
                        type,
                        draft.fields(),
                        draft.materials(),
                        draft.labels(),
                        errors,
                        numbers,
                        history,
                        answers,
                        reminders)
                .moved(last);
    }

    StoredOrder moved(Moved last) {
        List<Moved> longer = new ArrayList<>(history);
        longer.add(last);
        return with(last.state(), last.errors(), last.numbers(), longer, answers, reminders);
    }

    StoredOrder answered(String key, String request, OrderView answer) {
        Map<String, Answered> more = new LinkedHashMap<>(answers);
        more.put(key, new Answered(request, answer));
        return with(state, errors, numbers, history, more, reminders);
    }

    StoredOrder arrived(long seq) {
        List<Moved> told =
                history.stream().map(each -> each.seq() == seq ? each.arrived() : each).toList();
        return with(state, errors, numbers, told, answers, reminders);
    }

    StoredOrder reminded(Reminded latest) {
        List<Reminded> more = new ArrayList<>(reminded());
        more.add(latest);
        return with(state, errors, numbers, history, answers, more);
    }

    private StoredOrder with(
            OrderState now,
            List<FieldError> reasons,
            Map<String, String> given,
            List<Moved> moves,
            Map<String, Answered> told,
            @Nullable List<Reminded> texts) {
        return new StoredOrder(
                number, version, now, reference, caseId, type, fields, materials, labels, reasons,
                given, moves, told, texts);
    }

    List<Reminded> reminded() {
        return Objects.requireNonNullElse(reminders, List.of());
    }

    Optional<Reminded> reminded(String key) {
        return reminded().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** All text messages that were sent about it. */
    public List<Text> texts() {
        return reminded().stream().flatMap(each -> each.texts().stream()).toList();
    }

    Moved last() {
        return history.get(history.size() - 1);
    }

    Stay stay() {
        return Stay.upTo(history, seq());
    }

    /** Who has to answer the bureau's text message; nobody in other states. */
    public List<VerifierView> verifiers() {
        return state == OrderState.SMS_PENDING ? Verifiers.of(this, stay().verified()) : List.of();
    }

    /** Whether the person is waited for under a link. */
    public boolean verifying() {
        return state == OrderState.VERIFY_PENDING;
    }

    /** Of the latest link of the verification that was given out; empty if there was none. */
    String latestToken() {
        return history.stream()
                .map(Moved::token)
                .filter(Objects::nonNull)
                .reduce("", (earlier, later) -> later);
    }

    /** When it came into its state. */
    public Instant since() {
        return stay().since();
    }

    /** Until when somebody has to act. */
    public Optional<Instant> deadline() {
        return stay().deadline();
    }

    public long seq() {
        return history.size();
    }

    public String certNo() {
        return fields.getOrDefault(MATCHED, fields.getOrDefault("sponsor.certNo", ""));
    }

    /** Whether this number is the sponsor's, present or of former days. */
    boolean sponsorIs(String number) {
        return certNo().equals(number) || number.equals(fields.get("sponsor.certNo"));
    }

    boolean access() {
        return access(type);
    }

    static boolean access(String type) {
        return type.startsWith("NEW_ACCESS");
    }

    /** A first filing runs alone; accesses may be added beside new sites (icp-filing §1.4). */
    boolean admitsAccess() {
        return !type.equals("FIRST");
    }

    List<String> sites() {
        return sites(fields);
    }

    List<String> domains() {
        return sites().stream()
                .map(site -> fields.getOrDefault("site." + site + ".domain", ""))
                .toList();
    }

    /** An open order keeps its sponsor from opening another. */
    boolean open() {
        return !state.ended();
    }

    Optional<Answered> answer(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    static List<String> sites(Map<String, String> fields) {
        return fields.keySet().stream()
                .filter(path -> path.startsWith("site."))
                .map(path -> path.split("\\.", 3)[1])
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "StoredOrder[" + number + " " + state + "]";
    }
}
