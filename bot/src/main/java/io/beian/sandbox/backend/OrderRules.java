package io.beian.sandbox.backend;

import io.beian.filing.FilingType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What this backend checks before it takes an order. Its own checks, not the bot's. */
final class OrderRules {

    /** 个人: sponsor and principal are one person, who is named once. */
    private static final String INDIVIDUAL = "5";

    /** Certificates whose number is a credit code and nothing else. */
    private static final Set<String> CREDIT = Set.of("1", "13", "15", "24", "27", "43");

    private static final String PRINCIPAL = "sponsor.person.name";

    private static final List<String> SPONSOR =
            List.of(
                    "sponsor.province",
                    "sponsor.name",
                    "sponsor.certNo",
                    "sponsor.person.name",
                    "sponsor.person.mobile");
    private static final List<String> SITE = List.of("name", "domain");
    private static final int PICTURES_PER_SLOT = 3;
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    private final Predicate<String> kept;

    OrderRules(Predicate<String> kept) {
        this.kept = kept;
    }

    List<FieldError> check(Draft draft, Register register) {
        List<FieldError> errors = new ArrayList<>();
        boolean individual = draft.field("sponsor.nature").filter(INDIVIDUAL::equals).isPresent();
        SPONSOR.stream()
                .filter(path -> !individual || !path.equals(PRINCIPAL))
                .forEach(path -> require(draft, path, errors));
        if (draft.sites().isEmpty()) {
            errors.add(FieldError.of("site", "required"));
        }
        draft.sites()
                .forEach(
                        site ->
                                SITE.forEach(
                                        name ->
                                                require(
                                                        draft,
                                                        "site." + site + "." + name,
                                                        errors)));
        draft.field("sponsor.certNo")
                .filter(certNo -> draft.field("match.certType").map(CREDIT::contains).orElse(true))
                .filter(certNo -> certNo.length() == 18 && !checks(certNo))
                .ifPresent(bad -> errors.add(FieldError.of("sponsor.certNo", "checkDigit")));
        type(draft, register).ifPresent(errors::add);
        domains(draft, register, errors);
        errors.addAll(pictures(draft));
        return errors;
    }

    /** What was matched stays as it was; the data of a sponsor of ours may change beside it. */
    static List<FieldError> frozen(StoredOrder before, Draft after) {
        List<FieldError> errors = new ArrayList<>();
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "sponsor.province",
                                "match.province",
                                "match.certType",
                                StoredOrder.MATCHED));
        if (!before.type().endsWith("_OURS")) {
            paths.add("sponsor.certNo");
        }
        for (String path : paths) {
            if (!after.field(path).equals(Optional.ofNullable(before.fields().get(path)))) {
                errors.add(FieldError.of(path, "frozen"));
            }
        }
        if (!after.type().equals(before.type())) {
            errors.add(FieldError.of("", "frozen"));
        }
        return errors;
    }

    private static void require(Draft draft, String path, List<FieldError> errors) {
        if (draft.field(path).isEmpty()) {
            errors.add(FieldError.of(path, "required"));
        }
    }

    private static Optional<FieldError> type(Draft draft, Register register) {
        String certNo = "sponsor.certNo";
        Optional<FilingType> type =
                Arrays.stream(FilingType.values())
                        .filter(each -> each.name().equals(draft.type()))
                        .findFirst();
        if (type.isEmpty()) {
            return Optional.of(FieldError.of("", "type"));
        }
        Optional<Register.Sponsor> found = register.sponsor(draft.certNo());
        if (found.filter(Register.Sponsor::blacklisted).isPresent()) {
            return Optional.of(FieldError.of(certNo, "blacklisted"));
        }
        Optional<Register.Sponsor> filed = found.filter(Register.Sponsor::licensed);
        if (type.get() == FilingType.FIRST) {
            return filed.map(any -> FieldError.of(certNo, "sponsorFiled"));
        }
        if (filed.isEmpty()) {
            return Optional.of(FieldError.of(certNo, "sponsorNotFiled"));
        }
        boolean ours = type.get().ours();
        if (filed.get().ours() != ours) {
            return Optional.of(FieldError.of(certNo, ours ? "sponsorNotOurs" : "sponsorOurs"));
        }
        boolean taken =
                draft.field(certNo)
                        .filter(number -> !number.equals(draft.certNo()))
                        .flatMap(register::sponsor)
                        .filter(Register.Sponsor::licensed)
                        .isPresent();
        return taken ? Optional.of(FieldError.of(certNo, "certNoFiled")) : Optional.empty();
    }

    private static void domains(Draft draft, Register register, List<FieldError> errors) {
        Set<String> seen = new HashSet<>();
        for (String site : draft.sites()) {
            String path = "site." + site + ".domain";
            String domain = draft.field(path).orElse("").toLowerCase(Locale.ROOT);
            if (domain.isEmpty()) {
                continue;
            }
            if (!seen.add(domain)) {
                errors.add(FieldError.of(path, "domainTwice"));
            }
            domain(draft, register.domain(domain))
                    .ifPresent(code -> errors.add(FieldError.of(path, code)));
        }
    }

    private static Optional<String> domain(Draft draft, Optional<Register.Domain> found) {
        if (found.filter(Register.Domain::blacklisted).isPresent()) {
            return Optional.of("blacklisted");
        }
        if (!draft.access()) {
            return found.map(filed -> "domainFiled");
        }
        if (found.isEmpty()) {
            return Optional.of("domainNotFiled");
        }
        if (!found.get().certNo().equals(draft.certNo())) {
            return Optional.of("domainFiled");
        }
        return found.get().access() ? Optional.of("accessHere") : Optional.empty();
    }

    List<FieldError> pictures(Draft draft) {
        List<FieldError> errors = new ArrayList<>();
        for (Map.Entry<String, List<String>> slot : draft.materials().entrySet()) {
            if (slot.getValue().size() > PICTURES_PER_SLOT) {
                errors.add(FieldError.of(slot.getKey(), "tooMany"));
            }
            Set<String> labelled = draft.labels().getOrDefault(slot.getKey(), Map.of()).keySet();
            if (!slot.getValue().containsAll(labelled)) {
                errors.add(FieldError.of(slot.getKey(), "labelOfNothing"));
            }
            if (!slot.getValue().stream().allMatch(kept)) {
                errors.add(FieldError.of(slot.getKey(), "missing"));
            }
        }
        return errors;
    }

    /** GB 32100-2015; codes that Xiamen gave out in 2015 and 2016 break the check and are right. */
    private static boolean checks(String certNo) {
        if (certNo.startsWith("3502", 2) && certNo.startsWith("M0", 8)) {
            return true;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int value = CODE.indexOf(certNo.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * WEIGHTS[i];
        }
        return CODE.charAt((31 - sum % 31) % 31) == certNo.charAt(17);
    }
}
