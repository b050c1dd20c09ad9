package io.beian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Case;
import io.beian.dialogue.Choice;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Input;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Procedure;
import io.beian.dialogue.Searches;
import io.beian.dialogue.Shown;
import io.beian.dialogue.Turn;
import io.beian.filing.IcpFiling;
import io.beian.form.Facts;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Step;
import io.beian.proof.Routes.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A number a person sends is a place in the list that was shown, in whatever writing: at every
 * question of the form that shows choices, every place is given in every way.
 */
class PlacesInListsTest {

    private static final IcpFiling FILING = new IcpFiling();
    private static final Dialogue DIALOGUE = new Dialogue(FILING);
    private static final Completion COMPLETION = new Completion(FILING);
    private static final String CHINESE = "一二三四五六七八九";

    /** The lists of one nature are the same on many routes. */
    private static final int SPREAD = 16;

    private static final Map<String, Conversation> ASKING = asking();

    private enum Came {
        SHOWN_PLACE,
        QUESTION,
        OTHER
    }

    /** One place in every writing. */
    private static List<String> ways(int place, String label) {
        String circled = Character.toString(0x2460 + place - 1);
        String wide = Integer.toString(place).replace('1', '１').replace('2', '２').replace('3', '３');
        return List.of(
                place + "",
                place + ".",
                place + "。",
                place + "、",
                place + "，",
                "(" + place + ")",
                "（" + place + "）",
                place + "）",
                "【" + place + "】",
                circled,
                place < 10 ? place + "\uFE0F\u20E3" : place + "号",
                wide,
                "第" + place + "个",
                "第" + chinese(place) + "项",
                place + "号",
                "选" + place,
                "我选第" + place + "个吧",
                "就" + place + "了，谢谢",
                " " + place + " ",
                place + "." + label,
                place + "、" + label,
                place + " " + label,
                place + label,
                "答案:" + place,
                "#" + place,
                label);
    }

    private static String chinese(int place) {
        String ones = place % 10 == 0 ? "" : CHINESE.substring(place % 10 - 1, place % 10);
        return (place < 10 ? "" : "十") + ones;
    }

    /** Two places in every writing. */
    private static List<String> twice(int one, int two, String first, String second) {
        return List.of(
                one + "、" + two,
                one + "," + two,
                one + " " + two,
                one + "和" + two,
                one + "。" + two + "。",
                Character.toString(0x2460 + one - 1) + Character.toString(0x2460 + two - 1),
                "（" + one + "）（" + two + "）",
                one + "\uFE0F\u20E3" + two + "\uFE0F\u20E3",
                "第" + one + "个和第" + two + "个",
                "第" + one + "、" + two + "个",
                one + "." + first + " " + two + "." + second,
                one + "、" + first + "、" + two + "、" + second,
                one + "和" + second,
                first + "、" + two,
                one + "/" + two);
    }

    @Test
    void everyWritingOfAPlaceLeadsThereOrToAQuestion() {
        Map<Came, Integer> count = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        ASKING.forEach(
                (where, now) -> {
                    List<Choice> choices = now.shown().choices();
                    for (int place = 1; place <= Math.min(choices.size(), 19); place++) {
                        Facts wanted = tapped(now, place);
                        for (String way : ways(place, choices.get(place - 1).label())) {
                            Came came = came(now, way, wanted);
                            count.merge(came, 1, Integer::sum);
                            if (came == Came.OTHER) {
                                wrong.add(where + ": " + way);
                            }
                        }
                    }
                });
        System.out.println(
                "choice questions: "
                        + new TreeSet<>(
                                ASKING.keySet().stream()
                                        .map(w -> w.replaceAll("#.*", ""))
                                        .toList()));
        System.out.println("one place at " + ASKING.size() + " lists: " + count);
        assertThat(wrong).isEmpty();
        assertThat(count.get(Came.SHOWN_PLACE))
                .isGreaterThan(20 * count.getOrDefault(Came.QUESTION, 0));
    }

    @Test
    void severalPlacesAreTheShownOnesOrAQuestion() {
        Map<Came, Integer> count = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        ASKING.forEach(
                (where, now) -> {
                    List<Choice> choices = now.shown().choices();
                    for (int one = 1; one < Math.min(choices.size(), 9); one++) {
                        int two = one + 1;
                        String first = choices.get(one - 1).label();
                        String second = choices.get(two - 1).label();
                        Facts wanted =
                                said(now, first + "、" + second)
                                        .next()
                                        .current()
                                        .orElseThrow()
                                        .facts();
                        for (String way : twice(one, two, first, second)) {
                            Came came = came(now, way, wanted);
                            count.merge(came, 1, Integer::sum);
                            if (came == Came.OTHER) {
                                wrong.add(where + ": " + way);
                            }
                        }
                    }
                });
        System.out.println("two places: " + count);
        assertThat(wrong).isEmpty();
    }

    private static Came came(Conversation now, String way, Facts wanted) {
        Conversation then = said(now, way).next();
        Facts facts = then.current().orElseThrow().facts();
        if (facts.equals(wanted)) {
            return Came.SHOWN_PLACE;
        }
        boolean unchanged = facts.equals(now.current().orElseThrow().facts());
        List<Choice> before = now.shown().choices();
        List<Choice> still = then.shown().choices();
        boolean sameList =
                still.size() >= before.size() && still.subList(0, before.size()).equals(before);
        return unchanged && sameList ? Came.QUESTION : Came.OTHER;
    }

    private static Turn said(Conversation now, String text) {
        return DIALOGUE.decide(now, new Input.Said(text), Completion.AT);
    }

    private static Facts tapped(Conversation now, int place) {
        Choice choice = now.shown().choices().get(place - 1);
        Input tap =
                new Input.Tapped(now.shown().epoch(), place, choice.label(), now.shown().asks());
        return DIALOGUE.decide(now, tap, Completion.AT).next().current().orElseThrow().facts();
    }

    /** Every question with choices, once for each list it shows, as it is asked. */
    private static Map<String, Conversation> asking() {
        Map<String, Conversation> asking = new LinkedHashMap<>();
        Routes routes = Routes.ofTheShippedForm();
        Set<String> seen = new LinkedHashSet<>();
        routes.single().forEach(route -> asked(route, seen, asking));
        for (int i = 0; i < routes.product().size(); i += SPREAD) {
            asked(routes.product().get(i), seen, asking);
        }
        lookedUp("match.old", "江苏 企业 91320102745612386A beian-demo-c1.cn", asking);
        lookedUp("match.oldCertType", "江苏 企业 91320102745612386A beian-demo-c1.cn 备过", asking);
        lookedUp("match.shell", "山东 企业 91370100MA7Q8R9T56 example.com", asking);
        return asking;
    }

    /** What is asked only after something was looked up. */
    private static void lookedUp(String path, String said, Map<String, Conversation> asking) {
        Chat chat = Chat.fresh(FILING);
        Stream.concat(Stream.of("备案", "同意"), Stream.of(said.split(" "))).forEach(chat::say);
        assertThat(chat.now().shown().asks()).contains(path);
        asking.put(path, chat.now());
    }

    private static void asked(Route route, Set<String> seen, Map<String, Conversation> asking) {
        for (Step step : COMPLETION.walk(route.facts()).steps()) {
            Scope scope = step.entry().scope(COMPLETION.examples().scope(route.facts()));
            String list =
                    step.entry().question().id()
                            + step.entry().question().offered(scope)
                            + step.entry().question().suggested(scope).size();
            boolean choosing =
                    !step.entry().question().offered(scope).isEmpty()
                            || !step.entry().question().suggested(scope).isEmpty();
            if (choosing && !step.entry().question().has(Trait.PICTURE) && seen.add(list)) {
                ask(route.facts(), step)
                        .ifPresent(now -> asking.put(step.path() + "#" + seen.size(), now));
            }
        }
    }

    /** The conversation in which just this question is open. */
    private static Optional<Conversation> ask(Facts facts, Step step) {
        boolean matching = step.entry().part().stage().equals(Procedure.MATCH);
        Phase phase = matching ? Phase.Matching.OPEN : new Phase.Filling();
        Case of =
                new Case(
                        "c1",
                        phase,
                        facts.without(step.path()),
                        List.of(),
                        List.of(),
                        Completion.AT);
        Conversation now =
                new Conversation(
                        new ConversationId("proof"),
                        99,
                        List.of(of),
                        Optional.of("c1"),
                        Optional.empty(),
                        Shown.NOTHING,
                        false,
                        List.of(),
                        Completion.AT,
                        false,
                        Optional.empty(),
                        Searches.NONE);
        return Stream.of("继续", "改 " + step.entry().question().names().get(0))
                .map(text -> said(now, text).next())
                .filter(asked -> asked.shown().asks().filter(step.path()::equals).isPresent())
                .filter(asked -> !asked.shown().choices().isEmpty())
                .findFirst();
    }
}
