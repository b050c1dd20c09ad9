package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephonesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "010-82345678/13800138000 | 010-82345678 13800138000",
                "010-82345678、82345679 | 010-82345678 010-82345679",
                "010-82345678 82345679 | 010-82345678 010-82345679",
                "13800138000、13900139000 | 13800138000 13900139000",
                "13800138000 13900139000 | 13800138000 13900139000",
                "138-0013-8000或139-0013-9000 | 13800138000 13900139000",
                "+86 13800138000（微信同号） | 13800138000",
                "手机13800138000，座机（010）8234 5678转801 | 13800138000 010-82345678-801",
                "13800138000，13800138000 | 13800138000",
                "010-82345678-801；021-62345678-802 | 010-82345678-801 021-62345678-802",
                "0300-8234567 | ''",
                "82345678 | ''",
                "110101199003070011 | ''",
                "没有电话 | ''"
            })
    void findsEveryNumber(String text, String numbers) {
        assertThat(String.join(" ", Telephones.in(text))).isEqualTo(numbers);
    }
}
