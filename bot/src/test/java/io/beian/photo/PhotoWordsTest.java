package io.beian.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.wording.Wording;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhotoWordsTest {

    private final Wording wording = new Wording();

    @Test
    void tellsEveryReasonAndEveryRemarkInWordsOfItsOwn() {
        List<String> reasons =
                Arrays.stream(PhotoProblem.values())
                        .map(p -> wording.plain("refused." + p.code()))
                        .toList();
        List<String> remarks =
                Arrays.stream(PhotoAdvice.values())
                        .map(a -> wording.plain("advice." + a.code()))
                        .toList();

        assertThat(reasons).doesNotContain(wording.plain("refused.other"));
        assertThat(remarks).doesNotContain(wording.plain("advice.other"));
    }
}
