package io.beian.sandbox.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.backend.OnTheWire;
import io.beian.filing.Filing;
import io.beian.proof.Routes;
import io.beian.proof.Routes.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever way is taken through the form, the reference backend takes the order. */
class EveryRouteTest {

    private final Register register = new Register(Seeds.load());
    private final OrderRules rules = new OrderRules(hash -> true);

    @Test
    void leadsToAnOrderTheReferenceBackendAccepts() {
        Routes routes = Routes.ofTheShippedForm();

        List<Route> all = new ArrayList<>(routes.product());
        all.addAll(routes.single());

        assertThat(all).isNotEmpty().allSatisfy(this::accepted);
        System.out.printf(
                "Accepted by the reference backend: %d combinations of %d branching questions,"
                        + " and %d further answers, each on a route of its own%n",
                routes.product().size(), routes.branching().size(), routes.single().size());
    }

    private void accepted(Route route) {
        Filing filing = route.filing().orElseThrow();
        JsonNode json = OnTheWire.order(filing).orElseThrow();
        Draft draft = Draft.read(json);

        assertThat(rules.check(draft, register)).as(route.toString()).isEmpty();
        assertThat(draft.type()).isEqualTo(filing.type().name());
        // Codes are turned into the bureau's on the way, so the values may differ.
        assertThat(draft.fields().keySet()).isEqualTo(filing.fields().keySet());
        assertThat(draft.materials()).isEqualTo(Map.copyOf(filing.pictures()));
    }
}
