package io.beian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.filing.IcpFiling;
import io.beian.talk.FakeCaptures;
import io.beian.talk.FakeWorld;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Two people who both know the codes: each code fills one filing of one of them, once. */
class CaptureCodesTest {

    private static final List<String> CODES = List.of("202611230000000011", "20261123BAD0000022");

    private final IcpFiling filing = new IcpFiling();

    /** What one of the two does next. */
    record Doing(boolean first, Act act) {}

    @Provide
    Arbitrary<List<Doing>> doings() {
        Arbitrary<Act> act =
                Arbitraries.frequencyOf(
                        Tuple.of(6, Acts.answers()),
                        Tuple.of(4, Arbitraries.of(CODES).map(code -> new Act.Say("采集码 " + code))),
                        Tuple.of(
                                2,
                                Arbitraries.of("提交", "重新提交", "放弃", "确认放弃", "备案", "继续")
                                        .map(Act.Say::new)),
                        Tuple.of(
                                1,
                                Combinators.combine(Acts.numbers(), Acts.numbers())
                                        .as(Act.Moved::new)));
        return Combinators.combine(Arbitraries.of(true, false), act)
                .as(Doing::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 200)
    void serveOnePersonAndOneOrder(@ForAll("doings") List<Doing> doings) {
        FakeCaptures captures = new FakeCaptures();
        Map<String, Set<String>> filled = new HashMap<>();
        Set<String> spent = new HashSet<>();
        Chat anna = chat("anna", captures, filled, spent);
        Chat bert = chat("bert", captures, filled, spent);

        for (Doing doing : doings) {
            (doing.first() ? anna : bert).play(doing.act());
        }

        assertThat(filled.values()).allMatch(filings -> filings.size() == 1);
    }

    /** Begins where pictures are wanted, so that codes are of use. */
    private Chat chat(
            String name,
            FakeCaptures captures,
            Map<String, Set<String>> filled,
            Set<String> spent) {
        Map<String, String> asked = new HashMap<>();
        Conversation from = Conversation.start(new ConversationId(name));
        Chat chat = new Chat(filing, from, Completion.AT, new FakeWorld(captures));
        chat.watched(
                seen -> {
                    for (Effect effect : seen.turn().effects()) {
                        if (effect instanceof Effect.ImportCapture wanted) {
                            asked.put(wanted.caseId(), wanted.code());
                        } else if (effect instanceof Effect.Submit submit) {
                            String handedIn = name + " " + submit.caseId();
                            filled.forEach((code, by) -> spend(spent, code, by, handedIn));
                        }
                    }
                    if (seen.input() instanceof Input.CaptureImported got) {
                        String code = asked.getOrDefault(got.caseId(), "");
                        assertThat(spent).doesNotContain(code);
                        filled.computeIfAbsent(code, any -> new HashSet<>())
                                .add(name + " " + got.caseId());
                    }
                });
        chat.play(List.of(new Act.Say("备案")));
        for (int turn = 0; turn < 60 && !wantsPictures(chat); turn++) {
            chat.send(chat.honest(0));
        }
        return chat;
    }

    private static void spend(Set<String> spent, String code, Set<String> by, String filing) {
        if (by.contains(filing)) {
            spent.add(code);
        }
    }

    private static boolean wantsPictures(Chat chat) {
        return chat.now().shown().asks().filter(path -> path.contains("photo.")).isPresent();
    }
}
