package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Conversation;
import io.beian.filing.IcpFiling;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Sensitivity;
import io.beian.proof.Act;
import io.beian.proof.Acts;
import io.beian.proof.Chat;
import io.beian.proof.Chat.Seen;
import io.beian.proof.Ladder;
import io.beian.proof.Ladder.Rung;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The eleventh and the twelfth property where conversations are stored and logged. */
class StateSizeTest {

    private static final int MOST_BYTES = 16 * 1024;
    private static final IcpFiling FILING = new IcpFiling();
    private static final List<Rung> RUNGS = new Ladder(FILING).rungs();
    private static final ConversationJson JSON = new ConversationJson();
    private static final Set<String> PERSONAL =
            FILING.form()
                    .questions()
                    .filter(question -> question.sensitivity() != Sensitivity.OPEN)
                    .filter(question -> !question.has(Trait.PICTURE))
                    .map(Question::id)
                    .collect(Collectors.toSet());

    @Provide
    Arbitrary<Integer> rungs() {
        return Acts.rungs();
    }

    @Provide
    Arbitrary<List<Act>> talks() {
        return Acts.upTo(8);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, seed = "11")
    @Label("11, 12: a conversation stays small and comes back as it was; its log tells no answer")
    void storedAndLogged(@ForAll("rungs") int rung, @ForAll("talks") List<Act> acts) {
        Rung from = RUNGS.get(rung % RUNGS.size());
        Chat chat =
                new Chat(FILING, from.conversation(), from.at())
                        .watched(StateSizeTest::logTellsNoAnswer);
        chat.play(acts);

        byte[] stored = JSON.write(chat.now());

        assertThat(stored.length).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(JSON.read(stored)).isEqualTo(chat.now());
    }

    private static void logTellsNoAnswer(Seen seen) {
        String line = TurnLog.line(seen.before(), seen.turn());
        assertThat(personal(seen.turn().next())).noneMatch(line::contains);
    }

    private static List<String> personal(Conversation conversation) {
        return conversation.current().stream()
                .flatMap(
                        of ->
                                FILING.form().entries(of.facts(), section -> true).stream()
                                        .filter(e -> PERSONAL.contains(e.question().id()))
                                        .flatMap(e -> of.facts().text(e.path()).stream()))
                .filter(value -> value.length() > 2)
                .toList();
    }
}
