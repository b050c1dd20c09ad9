package io.beian.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Reply;
import io.beian.filing.IcpFiling;
import io.beian.proof.Act;
import io.beian.proof.Acts;
import io.beian.proof.Chat;
import io.beian.proof.Ladder;
import io.beian.proof.Ladder.Rung;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The eleventh property, in the words people read. */
class ReplySizeTest {

    private static final IcpFiling FILING = new IcpFiling();
    private static final List<Rung> RUNGS = new Ladder(FILING).rungs();
    private static final Wording WORDING = new Wording();

    @Provide
    Arbitrary<Integer> rungs() {
        return Acts.rungs();
    }

    @Provide
    Arbitrary<List<Act>> talks() {
        return Acts.upTo(12);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "11")
    @Label("11 Bounds: a reply fits a WeChat message and carries no link a person wrote")
    void replies(@ForAll("rungs") int rung, @ForAll("talks") List<Act> acts) {
        Rung from = RUNGS.get(rung % RUNGS.size());
        new Chat(FILING, from.conversation(), from.at())
                .watched(
                        seen -> {
                            Reply reply = seen.turn().reply();
                            String text = WORDING.text(reply);
                            assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                                    .isLessThanOrEqualTo(Wording.MOST_BYTES);
                            assertThat(text).doesNotContain("<a href=\"x\"");
                        })
                .play(acts);
    }
}
