package io.beian.sandbox.backend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has to answer the bureau's text message (icp-filing §6.2): the principal and the people of
 * the sites, of an access the latter alone. One telephone number gets one message.
 */
final class Verifiers {

    private static final String PRINCIPAL = "sponsor.person";
    private static final String INDIVIDUAL = "5";

    private final StoredOrder order;

    private Verifiers(StoredOrder order) {
        this.order = order;
    }

    static List<VerifierView> of(StoredOrder order, Set<String> done) {
        Verifiers people = new Verifiers(order);
        return people.paths().stream()
                .map(
                        person ->
                                new VerifierView(
                                        person,
                                        masked(people.name(person)),
                                        hidden(people.mobile(person)),
                                        done.contains(person)))
                .toList();
    }

    private List<String> paths() {
        List<String> all = new ArrayList<>();
        if (!order.access()) {
            all.add(PRINCIPAL);
        }
        order.sites().stream().map(this::responsible).forEach(all::add);
        Map<String, String> byMobile = new LinkedHashMap<>();
        all.forEach(person -> byMobile.putIfAbsent(number(person), person));
        return List.copyOf(byMobile.values());
    }

    /** Somebody without a number is nobody else. */
    private String number(String person) {
        String mobile = mobile(person);
        return mobile.isEmpty() ? person : mobile;
    }

    /** A site names its own person, the principal ({@code same}) or another site that has him. */
    private String responsible(String site) {
        String said = field("site." + site + ".person.same");
        if (said.isEmpty() || said.equals("same") || field("sponsor.nature").equals(INDIVIDUAL)) {
            return PRINCIPAL;
        }
        return "site." + (order.sites().contains(said) ? said : site) + ".person";
    }

    private String name(String person) {
        String own = field(person + ".name");
        return own.isEmpty() && person.equals(PRINCIPAL) ? field("sponsor.name") : own;
    }

    private String mobile(String person) {
        return field(person + ".mobile");
    }

    private String field(String path) {
        return order.fields().getOrDefault(path, "");
    }

    private static String masked(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*";
    }

    private static String hidden(String mobile) {
        return mobile.length() == 11 ? mobile.substring(0, 3) + "****" + mobile.substring(7) : "";
    }
}
