package io.beian.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The file says what is so. */
class OpenApiTest {

    private static final String BACKEND = "/sandbox/filing";

    private final Contract contract = new Contract();

    @Test
    void describesEveryPathThatIsServedAndNoOther(@TempDir Path data) {
        try (SandboxProcess sandbox = SandboxProcess.start(data)) {
            Set<String> served =
                    sandbox
                            .bean(RequestMappingHandlerMapping.class)
                            .getHandlerMethods()
                            .keySet()
                            .stream()
                            .flatMap(OpenApiTest::operations)
                            .filter(each -> each.contains(" " + BACKEND + "/"))
                            .map(each -> each.replace(BACKEND, ""))
                            .collect(Collectors.toCollection(TreeSet::new));

            assertThat(served)
                    .isEqualTo(
                            contract.operations().stream()
                                    .map(Contract.Operation::toString)
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void hasExamplesThatFitTheirSchemas() {
        assertThat(contract.faultsOfExamples()).isEmpty();
    }

    @Test
    void refersOnlyToWhatIsThere() {
        assertThat(contract.references()).isNotEmpty().allMatch(contract::resolves);
    }

    @Test
    void findsWhatDoesNotFit() {
        Contract.Operation match = contract.operation("POST", "/v1/matches").orElseThrow();

        assertThat(contract.faultsOfRequest(match, "{\"province\":110000}".getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(contract.faultsOfAnswer(match, 200, "application/json", "{}".getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(contract.faultsOfAnswer(match, 418, "", new byte[0])).isNotEmpty();
        assertThat(contract.operation("DELETE", "/v1/orders/TY1")).isEmpty();
    }

    private static Stream<String> operations(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .flatMap(
                        path ->
                                info.getMethodsCondition().getMethods().stream()
                                        .map(method -> method + " " + path));
    }
}
