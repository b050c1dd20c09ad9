package io.beian.sandbox.backend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that ever happened to it; one file holds one order, so every change of it, its
 * event included, is written at once.
 *
 * @param labels of pictures that stand in the slot of another kind: by slot, hash to question path
 * @param answers what was answered under which idempotency key
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
        Map<String, Answered> answers) {

    static final String MATCHED = "match.certNo";

    /**
     * One change of state.
     *
     * @param cursor place in the event feed, 0 if the filer's side made the change itself
     */
    public record Moved(
            long seq,
            long cursor,
            Instant at,
            OrderState state,
            List<FieldError> errors,
            Map<String, String> numbers,
            boolean pushed) {

        Moved arrived() {
            return new Moved(seq, cursor, at, state, errors, numbers, true);
        }
    }

    /** Sha-256 of a request and the answer to it. */
    public record Answered(String request, OrderView answer) {}

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
                        Map.of());
        return blank.refilled(draft, at);
    }

    StoredOrder refilled(Draft draft, Instant at) {
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
                        answers)
                .moved(OrderState.PRE_REVIEW, 0, at, List.of(), Map.of());
    }

    StoredOrder moved(
            OrderState to,
            long cursor,
            Instant at,
            List<FieldError> reasons,
            Map<String, String> given) {
        Moved last = new Moved(seq() + 1, cursor, at, to, reasons, given, cursor == 0);
        List<Moved> longer = new ArrayList<>(history);
        longer.add(last);
        return new StoredOrder(
                number, version, to, reference, caseId, type, fields, materials, labels, reasons,
                given, longer, answers);
    }

    StoredOrder answered(String key, String request) {
        Map<String, Answered> more = new LinkedHashMap<>(answers);
        more.put(key, new Answered(request, OrderView.of(this)));
        return new StoredOrder(
                number, version, state, reference, caseId, type, fields, materials, labels, errors,
                numbers, history, more);
    }

    StoredOrder arrived(long seq) {
        return new StoredOrder(
                number,
                version,
                state,
                reference,
                caseId,
                type,
                fields,
                materials,
                labels,
                errors,
                numbers,
                history.stream().map(each -> each.seq() == seq ? each.arrived() : each).toList(),
                answers);
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

    boolean open() {
        return state.open();
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
