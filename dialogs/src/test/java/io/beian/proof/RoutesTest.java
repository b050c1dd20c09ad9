package io.beian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No honest filer gets stuck, whatever kind of filer it is. */
class RoutesTest {

    @Test
    void everyCombinationOfBranchingAnswersIsACompleteFiling() {
        Routes routes = Routes.ofTheShippedForm();

        assertThat(routes.deadEnds()).isEmpty();
        assertThat(routes.product()).isNotEmpty().allMatch(route -> route.filing().isPresent());
        assertThat(routes.single()).allMatch(route -> route.filing().isPresent());
        System.out.printf(
                "Complete: %d combinations of %s, %d further answers; %d stop at matching%n",
                routes.product().size(),
                routes.branching(),
                routes.single().size(),
                routes.blocked().size());
    }
}
