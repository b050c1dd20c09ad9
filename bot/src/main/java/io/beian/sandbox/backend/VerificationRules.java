package io.beian.sandbox.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be handed in while only the verification is open (icp-filing §6.4): the pictures that
 * prove who somebody is, and all else as it was.
 */
final class VerificationRules {

    private static final String CODE = "onlyVerification";

    private VerificationRules() {}

    /** Names everything that may not change now. */
    static List<FieldError> check(StoredOrder before, Draft after) {
        List<FieldError> errors = new ArrayList<>();
        if (!after.type().equals(before.type())) {
            errors.add(FieldError.of("", CODE));
        }
        Set<String> paths = new TreeSet<>(before.fields().keySet());
        paths.addAll(after.fields().keySet());
        paths.stream()
                .filter(
                        path ->
                                !Objects.equals(
                                        before.fields().get(path), after.fields().get(path)))
                .forEach(path -> errors.add(FieldError.of(path, CODE)));
        Set<String> slots = new TreeSet<>(before.materials().keySet());
        slots.addAll(after.materials().keySet());
        slots.stream()
                .filter(slot -> !Materials.proves(slot))
                .filter(slot -> !rest(before, slot).equals(rest(after, slot)))
                .forEach(slot -> errors.add(FieldError.of(slot, CODE)));
        return errors;
    }

    private static List<String> rest(StoredOrder order, String slot) {
        Map<String, Map<String, String>> labels =
                Objects.requireNonNullElse(order.labels(), Map.of());
        return rest(order.materials(), labels, slot);
    }

    private static List<String> rest(Draft draft, String slot) {
        return rest(draft.materials(), draft.labels(), slot);
    }

    /** A picture too many stands in another slot as a guest; that one may change as well. */
    private static List<String> rest(
            Map<String, List<String>> materials,
            Map<String, Map<String, String>> labels,
            String slot) {
        Map<String, String> guests = labels.getOrDefault(slot, Map.of());
        return materials.getOrDefault(slot, List.of()).stream()
                .filter(hash -> !Materials.proves(guests.getOrDefault(hash, "")))
                .toList();
    }
}
