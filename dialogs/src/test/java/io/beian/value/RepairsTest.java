package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One letter typed for another is found wherever it stands. */
class RepairsTest {

    private static final Map<Character, String> SLIPS =
            Map.of('0', "O", '1', "IL", '2', "Z", '5', "S", 'U', "V", 'Y', "V");

    @ParameterizedTest
    @CsvSource({
        "ResidentId,110101199003070011",
        "ResidentId,510107200002290133",
        "ResidentId,32010219780829123X",
        "ResidencePermit,810000199010100016",
        "PermanentResidenceCard,91112419811002001X",
        "LegacyResidentId,110101900307001",
        "CreditCode,91110108MA01ABCD5T",
        "CreditCode,92320102MA1XYK121F",
        "CreditCode,91350100M000100Y43",
        "CreditCode,113700000045678996",
        "OrganizationCode,12345678-8",
        "OrganizationCode,MA01ABCD-5",
        "OrganizationCode,71093123-X",
        "RegistrationNumber,110108000000016",
        "RegistrationNumber,320102000045670",
        "OldLicence,110000013068129"
    })
    void offersWhatWasMeant(String name, String number) {
        ValueType type =
                ValueType.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        // Letters are lawful in an organisation code, and Z counts as much as 2 in its check.
        List<String> slips =
                slips(number)
                        .filter(typed -> type.check().apply(typed) instanceof Checked.Bad)
                        .toList();

        assertThat(slips)
                .isNotEmpty()
                .allSatisfy(
                        typed ->
                                assertThat(Outcome.suggestion(type.check().apply(typed)))
                                        .isEqualTo(number));
    }

    private static Stream<String> slips(String number) {
        return IntStream.range(0, number.length())
                .boxed()
                .flatMap(
                        at ->
                                SLIPS.getOrDefault(number.charAt(at), "")
                                        .chars()
                                        .mapToObj(
                                                slip ->
                                                        number.substring(0, at)
                                                                + (char) slip
                                                                + number.substring(at + 1)));
    }
}
