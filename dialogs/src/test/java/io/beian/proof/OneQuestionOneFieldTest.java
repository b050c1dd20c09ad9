package io.beian.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Case;
import io.beian.dialogue.CheckList;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Focus;
import io.beian.dialogue.Input;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Searches;
import io.beian.dialogue.Shown;
import io.beian.dialogue.Turn;
import io.beian.filing.Filing;
import io.beian.filing.IcpFiling;
import io.beian.form.Answer;
import io.beian.form.Entry;
import io.beian.form.Facts;
import io.beian.form.Parsed;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.proof.Routes.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** One list makes the questions, the preview, the submission and the examples. */
class OneQuestionOneFieldTest {

    /** The number a sponsor has already is found by matching, not answered. */
    private static final String FOUND_BY_MATCHING = "sponsor.licence";

    private static final IcpFiling FILING = new IcpFiling();
    private static final Dialogue DIALOGUE = new Dialogue(FILING);
    private static final List<Route> ROUTES = routes();

    private static List<Route> routes() {
        Routes routes = Routes.ofTheShippedForm();
        List<Route> all = new ArrayList<>(routes.product());
        all.addAll(routes.single());
        return List.copyOf(all);
    }

    private static Conversation reviewing(Facts facts) {
        Case of = new Case("c1", new Phase.Reviewing(), facts, List.of(), List.of(), Completion.AT);
        return new Conversation(
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
    }

    private static List<CheckList.Row> rows(Route route) {
        return CheckList.of(
                FILING, reviewing(route.facts()).current().orElseThrow(), Completion.TODAY);
    }

    @Test
    void everySubmittedFieldIsShownOnceAndNothingElseIsShown() {
        for (Route route : ROUTES) {
            Filing filing = route.filing().orElseThrow();
            Set<String> sent = new HashSet<>(filing.fields().keySet());
            sent.remove(FOUND_BY_MATCHING);
            sent.removeIf(path -> path.startsWith("match."));
            sent.addAll(filing.pictures().keySet());

            assertThat(rows(route).stream().filter(row -> !row.value().isEmpty()))
                    .as(route.toString())
                    .extracting(CheckList.Row::path)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    @Test
    void everyRowHasANumberAndANameThatOpenItsQuestion() {
        Set<String> tried = new HashSet<>();
        for (Route route : ROUTES) {
            for (CheckList.Row row : rows(route)) {
                Entry entry = entry(route, row);
                if (tried.add(entry.question().id())) {
                    opens(route, row, "改 " + row.number());
                    opens(route, row, "改 " + entry.question().names().get(0));
                }
            }
        }
        assertThat(tried).isNotEmpty();
    }

    private static Entry entry(Route route, CheckList.Row row) {
        return FILING.form().entries(route.facts(), section -> true).stream()
                .filter(entry -> entry.path().equals(row.path()))
                .findFirst()
                .orElseThrow();
    }

    /** What the match was made from stays as it is, and is told so. */
    private static void opens(Route route, CheckList.Row row, String command) {
        Turn turn =
                DIALOGUE.decide(reviewing(route.facts()), new Input.Said(command), Completion.AT);
        boolean frozen =
                turn.reply().lines().stream().anyMatch(line -> line.key().equals("change.frozen"));
        if (frozen) {
            assertThat(entry(route, row).question().has(Trait.FROZEN)).as(command).isTrue();
        } else {
            assertThat(turn.next().focus().map(Focus::path)).as(command).contains(row.path());
        }
    }

    @Test
    void everyQuestionFeedsAFieldOnSomeRoute() {
        Set<String> fed = new TreeSet<>();
        for (Route route : ROUTES) {
            Filing filing = route.filing().orElseThrow();
            FILING.form().entries(route.facts(), section -> true).stream()
                    .filter(
                            entry ->
                                    filing.fields().containsKey(entry.path())
                                            || filing.pictures().containsKey(entry.path()))
                    .forEach(entry -> fed.add(entry.question().id()));
        }
        assertThat(
                        FILING.form()
                                .questions()
                                .filter(question -> !question.has(Trait.INTERNAL))
                                .map(Question::id)
                                .filter(id -> !fed.contains(id)))
                .isEmpty();
    }

    @Test
    void everyValidExampleIsTakenSomewhere() {
        List<String> never = new ArrayList<>();
        FILING.form()
                .questions()
                .forEach(
                        question ->
                                question.valid().stream()
                                        .filter(text -> !meets(question, text, Parsed::accepted))
                                        .forEach(text -> never.add(question.id() + ": " + text)));
        assertThat(never).isEmpty();
    }

    @Test
    void everyInvalidExampleMeetsItsRefusalSomewhere() {
        List<String> never = new ArrayList<>();
        FILING.form()
                .questions()
                .forEach(
                        question ->
                                question.invalid()
                                        .forEach(
                                                (code, text) -> {
                                                    if (!meets(question, text, refused(code))) {
                                                        never.add(told(question, code, text));
                                                    }
                                                }));
        assertThat(never).isEmpty();
    }

    /** With what the example came to instead. */
    private static String told(Question<?> question, String code, String text) {
        Set<String> instead = new TreeSet<>();
        meets(
                question,
                text,
                parsed -> {
                    instead.add(parsed.toString());
                    return false;
                });
        return question.id() + " " + code + ": " + text + " " + instead;
    }

    private static Predicate<Parsed> refused(String code) {
        return parsed -> parsed instanceof Parsed.Refused refused && refused.code().equals(code);
    }

    private static boolean meets(Question<?> question, String text, Predicate<Parsed> wanted) {
        Answer answer = new Answer.Text(text);
        for (Route route : ROUTES) {
            Scope outer = new Scope(route.facts(), Optional.empty(), Completion.TODAY);
            boolean met =
                    FILING.form().entries(route.facts(), section -> true).stream()
                            .filter(entry -> entry.question().id().equals(question.id()))
                            .anyMatch(entry -> wanted.test(entry.parse(answer, outer)));
            if (met) {
                return true;
            }
        }
        return false;
    }
}
