package io.beian.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegibleTest {

    @Test
    void leavesNamesAndAddressesAlone() {
        String typed = "阿依古丽·买买提 𬭩⾠（#5-301）😀 葛\uDB40\uDD00";

        assertThat(Legible.of(typed)).isEqualTo(typed);
    }

    @Test
    void replacesWhatCannotBeSeen() {
        assertThat(Legible.of("a\u0000b\u007Fc\u0085d\uD800e\uFFFFf\u00ADg"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg");
    }

    @Test
    void replacesDirectionControls() {
        assertThat(Legible.of("\u202E\u2066\u200F\u061C")).isEqualTo("\uFFFD".repeat(4));
    }

    @Test
    void keepsLineBreaksAndTurnsTabsIntoSpaces() {
        assertThat(Legible.of("一\r\n二\n三\t四")).isEqualTo("一\n二\n三 四");
    }
}
