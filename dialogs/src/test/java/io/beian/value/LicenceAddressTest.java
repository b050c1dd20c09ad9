package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Addresses as licences print them: each leads to its county, or to a question that has it. */
class LicenceAddressTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "licences.txt",
            delimiter = '|',
            encoding = "UTF-8",
            maxCharsPerColumn = 200)
    void leadsToItsCounty(String address, String expected) {
        String wanted = expected.replace("?", "").strip();
        for (String province : new String[] {"", wanted.substring(0, 2) + "0000"}) {
            Region.Reading reading = Region.check(address, province);

            if (expected.startsWith("?")) {
                assertThat(reading).isInstanceOf(Region.Unknown.class);
                assertThat(reading.choices()).isNotEmpty().allMatch(each -> liesIn(each, wanted));
            } else {
                assertThat(code(reading)).isEqualTo(wanted);
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "licences.txt",
            delimiter = '|',
            encoding = "UTF-8",
            maxCharsPerColumn = 200)
    void tellsItsProvince(String address, String expected) {
        String code = expected.replace("?", "").strip();

        assertThat(Province.find(address)).isEqualTo(Province.ofCode(code));
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "licences.txt",
            delimiter = '|',
            encoding = "UTF-8",
            maxCharsPerColumn = 200)
    void isTakenFromTheCertificate(String address, String expected) {
        assertThat(Outcome.good(PostalAddress.check(address)).text()).as(expected).isNotEmpty();
    }

    private static boolean liesIn(String choice, String place) {
        String home = Divisions.fullName((place + "0000").substring(0, 6)).orElse("");
        String code = code(Region.check(choice));
        return code.length() == 6 ? code.startsWith(place) : choice.startsWith(home);
    }

    private static String code(Region.Reading reading) {
        return reading.fold(found -> found.region().code(), several -> "several", Flaw::code);
    }
}
