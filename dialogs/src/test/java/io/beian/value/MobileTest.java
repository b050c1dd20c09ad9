package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "+8613800138000",
                "+86 138 0013 8000",
                "(+86)138-0013-8000",
                "008613800138000",
                "8613800138000",
                "013800138000",
                "手机：138—0013—8000",
                "138 0013 8000",
                "138-0013-8000",
                "0138 0013 8000",
                "手机号是１３８００１３８０００。",
                "Tel:13800138000",
                "📱 13800138000"
            })
    void readsUsualWritings(String typed) {
        assertThat(good(Mobile.check(typed)).text()).isEqualTo("13800138000");
    }

    @ParameterizedTest
    @MethodSource("segments")
    void knowsEverySegment(int segment) {
        boolean given =
                (segment >= 130 && segment <= 139)
                        || (segment >= 145 && segment <= 153)
                        || (segment >= 155 && segment <= 159)
                        || (segment >= 161 && segment <= 162)
                        || (segment >= 165 && segment <= 167)
                        || (segment >= 170 && segment <= 178)
                        || (segment >= 180 && segment <= 193)
                        || segment >= 195;

        Checked<Mobile> checked = Mobile.check(segment + "12345678");

        assertThat(checked instanceof Checked.Good).isEqualTo(given);
        assertThat(checked.fold(good -> "segment", Flaw::code)).isEqualTo("segment");
    }

    static IntStream segments() {
        return IntStream.rangeClosed(120, 199);
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000,false", "16200138000,true", "16500138000,true", "16600138000,false",
        "16700138000,true", "17000138000,true", "17100138000,true", "17400138000,true",
        "19200138000,false"
    })
    void warnsOfSegmentsThatMissTheVerificationMessage(String number, boolean warns) {
        assertThat(good(Mobile.check(number)).mayMissVerificationSms()).isEqualTo(warns);
    }

    /** Given out, but not as libphonenumber knows them: mostly not for people who telephone. */
    @ParameterizedTest
    @CsvSource({
        "146,true", "148,true", "149,true", "161,true", "145,false", "147,false", "162,false",
        "165,false", "166,false", "167,false", "172,false", "177,false", "190,false", "191,false",
        "192,false", "193,false", "195,false", "196,false", "197,false", "198,false", "199,false"
    })
    void doubtsSegmentsTheLibraryDoesNotKnow(String segment, boolean odd) {
        assertThat(good(Mobile.check(segment + "90138000")).oddity().isPresent()).isEqualTo(odd);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "手机号 | empty",
                "138****8000 | masked",
                "+852 9123 4567 | foreign",
                "852-9123-4567 | foreign",
                "886 912 345 678 | foreign",
                "13800l38000 | letters",
                "13800138000张三 | letters",
                "010-87654321 | landline",
                "075512345678 | landline",
                "1380013800 | length",
                "138001380001 | length",
                "13800138000、13900139000 | several",
                "13800138000 13900139000 | several",
                "14100138000 | segment"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(Mobile.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000（微信同号）,13800138000",
        "138OO138OOO,13800138000",
        "l3800138000,13800138000",
        "1380013800A,''"
    })
    void offersTheOnlyRepair(String typed, String meant) {
        assertThat(suggestion(Mobile.check(typed))).isEqualTo(meant);
    }

    @Test
    void masksTheMiddle() {
        Checked<Mobile> checked = Mobile.check("13812348000");

        assertThat(good(checked)).hasToString("138****8000");
        assertThat(checked.toString()).doesNotContain("1234");
    }
}
