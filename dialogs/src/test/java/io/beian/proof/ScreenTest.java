package io.beian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Choice;
import io.beian.dialogue.Input;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Reply;
import io.beian.dialogue.Shown;
import io.beian.filing.IcpFiling;
import io.beian.proof.Chat.Seen;
import io.beian.proof.Ladder.Rung;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What stands on the screen: numbers keep their meaning, and something always leads on. */
class ScreenTest {

    private static final IcpFiling FILING = new IcpFiling();
    private static final List<Rung> RUNGS = new Ladder(FILING).rungs();

    @Provide
    Arbitrary<Integer> rungs() {
        return Acts.rungs();
    }

    @Provide
    Arbitrary<List<Act>> talks() {
        return Acts.upTo(8);
    }

    private static Chat at(int rung) {
        Rung from = RUNGS.get(rung % RUNGS.size());
        return new Chat(FILING, from.conversation(), from.at());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE, seed = "26")
    @Label("What comes by itself gives no number on the screen another meaning")
    void numbersStay(@ForAll("rungs") int rung, @ForAll("talks") List<Act> acts) {
        Screen screen = new Screen();
        Chat chat = at(rung);
        screen.begin(chat.now().shown());
        chat.watched(screen::see).play(acts);

        Shown shown = chat.now().shown();
        screen.numbers.forEach(
                (number, label) ->
                        assertThat(shown.choices().get(number - 1).label())
                                .as("number " + number)
                                .isEqualTo(label));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE, seed = "14")
    @Label("Whatever was said, something on the screen leads on")
    void somethingLeadsOn(@ForAll("rungs") int rung, @ForAll("talks") List<Act> acts) {
        Screen screen = new Screen();
        Chat chat = at(rung);
        screen.begin(chat.now().shown());
        chat.watched(screen::see).play(acts);

        boolean waits = chat.now().agent().isPresent() || chat.phase() instanceof Phase.Submitting;
        assertThat(waits || screen.leadsOn())
                .as(() -> "dead end: " + screen.told + " in " + chat.phase().name())
                .isTrue();
    }

    /** The messages since the filer's last one, as they are read. */
    private static final class Screen {

        private final Map<Integer, String> numbers = new HashMap<>();
        private final List<String> told = new ArrayList<>();
        private boolean asks;

        void begin(Shown shown) {
            for (int i = 0; i < shown.choices().size(); i++) {
                numbers.put(i + 1, shown.choices().get(i).label());
            }
            asks = shown.asks().isPresent();
        }

        void see(Seen seen) {
            Reply reply = seen.turn().reply();
            if (reply.silent()) {
                return;
            }
            // 我的备案 is answered by the list that is fetched, rows and numbers together.
            boolean list = seen.input() instanceof Input.OrdersKnown && !reply.choices().isEmpty();
            if (!(seen.input() instanceof Input.FromWorld) || list) {
                numbers.clear();
                told.clear();
                asks = false;
            }
            for (int i = 0; i < reply.choices().size(); i++) {
                Choice choice = reply.choices().get(i);
                String before = numbers.putIfAbsent(reply.place(i), choice.label());
                assertThat(before == null || before.equals(choice.label()))
                        .as("number %s was %s, is %s", reply.place(i), before, choice.label())
                        .isTrue();
            }
            asks |= reply.asks().isPresent();
            reply.lines().forEach(line -> told.add(line.key()));
        }

        boolean leadsOn() {
            return asks || !numbers.isEmpty();
        }
    }
}
