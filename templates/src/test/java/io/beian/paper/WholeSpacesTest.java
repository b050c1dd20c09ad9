package io.beian.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeSpacesTest {

    @Test
    void breaksBetweenIdeographsButNotInsideASurrogatePair() {
        assertThat(breaks("北京市")).containsExactly(1, 2, 3);
        assertThat(breaks("𠮷".repeat(20))).allMatch(i -> i % 2 == 0);
    }

    @Test
    void keepsWordsAndNumbersTogether() {
        assertThat(breaks("北京Keyuan1203室")).containsExactly(1, 2, 12, 13);
    }

    @Test
    void doesNotBreakBesideASpace() {
        assertThat(breaks("北京 Road 号")).containsExactly(1, 9);
    }

    @Test
    void breaksInsideWordsIfThereIsNoOtherPlaceForLong() {
        String text = "No. 88 Keyuan Road, Pudong New Area";

        assertThat(breaks(text))
                .hasSizeGreaterThan(10)
                .allMatch(i -> i == text.length() || isInsideWord(text, i));
    }

    @Test
    void breaksAnywhereIfThereAreOnlySpaces() {
        assertThat(breaks(" ".repeat(30))).hasSize(30);
    }

    @Test
    void endsWithTheText() {
        assertThat(breaks("")).isEmpty();
        assertThat(breaks("a")).containsExactly(1);
    }

    private static boolean isInsideWord(String text, int at) {
        return text.charAt(at - 1) != ' ' && text.charAt(at) != ' ';
    }

    private static List<Integer> breaks(String text) {
        WholeSpaces breaker = new WholeSpaces();
        breaker.setText(text);
        List<Integer> breaks = new ArrayList<>();
        for (int i = breaker.next(); i >= 0; i = breaker.next()) {
            breaks.add(i);
        }
        return breaks;
    }
}
