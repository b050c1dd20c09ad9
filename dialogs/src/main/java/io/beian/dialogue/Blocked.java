package io.beian.dialogue;

import io.beian.form.Answer;
import io.beian.form.Parsed;
import io.beian.form.Question.Trait;
import io.beian.form.Step;
import io.beian.value.ChatText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A filing that matching has stopped: the advice names answers that may be changed, and an answer
 * to one of them that is simply sent is taken as the change.
 */
final class Blocked {

    /** Said before the value when somebody follows the advice. */
    private static final Pattern LEAD =
            Pattern.compile("^(?:那?就?(?:改|换|选)(?:成|为|选|用|填)|(?:改选|改用|换用|选|用))\\s*");

    /** Hardly anything but an address of a site, right or wrong. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\S*[\\p{L}\\p{N}]\\s*[.。．]\\s*\\p{L}\\S*");

    private Blocked() {}

    /** Takes what is sent while nothing is asked. */
    static void unasked(Draft draft, String text) {
        Case of = draft.active();
        if (of.phase() instanceof Phase.Matching matching && matching.blocked().isPresent()) {
            take(draft, of, matching, text);
            return;
        }
        if (!(of.phase() instanceof Phase.Matching)) {
            draft.say("review.unknown");
        }
        draft.outcome("notMine");
        Asking.next(draft);
    }

    /** Takes a text as the answer that is to be changed. */
    private static void take(Draft draft, Case of, Phase.Matching matching, String text) {
        String said = LEAD.matcher(ChatText.unified(text).strip()).replaceFirst("");
        List<Step> open = open(draft, of, matching);
        List<Step> meant = open.stream().filter(step -> changes(draft, step, said)).toList();
        if (meant.isEmpty()) {
            meant =
                    ADDRESS.matcher(said).matches()
                            ? open.stream().filter(Blocked::site).toList()
                            : meant;
        }
        if (meant.isEmpty()) {
            draft.say("blocked.unknown");
            draft.outcome("notMine");
            Asking.next(draft);
        } else {
            one(draft, meant, said);
        }
    }

    /** Those the advice names first, then whatever else was matched by. */
    private static List<Step> open(Draft draft, Case of, Phase.Matching matching) {
        return draft.walk(of).steps().stream()
                .filter(step -> !step.entry().question().has(Trait.INTERNAL))
                .sorted(
                        Comparator.comparing(
                                (Step step) -> !matching.reopen().contains(step.path())))
                .toList();
    }

    private static boolean site(Step step) {
        return step.entry().question().has(Trait.OPENS_RECORDS);
    }

    private static boolean changes(Draft draft, Step step, String said) {
        Parsed parsed = step.entry().parse(new Answer.Text(said), draft.scope(draft.active()));
        Optional<String> now = draft.active().facts().text(step.path());
        return parsed instanceof Parsed.Accepted taken
                && now.filter(taken.text()::equals).isEmpty();
    }

    /** Of several domains only the filer knows which one is to go. */
    private static void one(Draft draft, List<Step> meant, String said) {
        List<Step> same =
                meant.stream()
                        .filter(
                                step ->
                                        step.entry()
                                                .question()
                                                .equals(meant.get(0).entry().question()))
                        .toList();
        List<String> named = ((Phase.Matching) draft.active().phase()).reopen();
        List<Step> advised = same.stream().filter(s -> named.contains(s.path())).toList();
        List<Step> which = advised.isEmpty() ? same : advised;
        if (which.size() > 1) {
            draft.say("change.which");
            which.forEach(
                    step -> {
                        String change = "改 " + Naming.name(step) + " " + said;
                        draft.offer(new Choice(Naming.label(step), change));
                    });
            return;
        }
        draft.now(draft.now().focus(Optional.of(new Focus(which.get(0).path(), false))));
        Answering.text(draft, said);
    }
}
