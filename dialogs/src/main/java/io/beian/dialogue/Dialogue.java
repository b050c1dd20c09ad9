package io.beian.dialogue;

import com.google.common.collect.Sets;
import io.beian.form.Question;
import io.beian.value.ChatText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides turns. A pure function: no clock, no chance, no input or output.
 *
 * <ol>
 *   <li>A tap or a number is judged against what was shown with it.
 *   <li>A command is recognised before an answer.
 *   <li>A text answers the open question, which is computed from the answers so far.
 *   <li>The reply ends with what to do next.
 * </ol>
 */
public final class Dialogue {

    /** Commands an old tap may still give: they only show something. */
    private static final Set<Command.Kind> HARMLESS =
            Sets.immutableEnumSet(
                    Command.Kind.START,
                    Command.Kind.RESUME,
                    Command.Kind.STATUS,
                    Command.Kind.MISSING,
                    Command.Kind.RECORDS,
                    Command.Kind.PREVIEW,
                    Command.Kind.MINE,
                    Command.Kind.CHANGE_FILING,
                    Command.Kind.CANCEL_ACCESS,
                    Command.Kind.CANCEL_SITE,
                    Command.Kind.CANCEL_SPONSOR,
                    Command.Kind.CLAIM,
                    Command.Kind.SEARCH,
                    Command.Kind.FORWARD,
                    Command.Kind.VERIFIED,
                    Command.Kind.SMS_HELP,
                    Command.Kind.OPINION,
                    Command.Kind.FILED,
                    Command.Kind.FOOTER,
                    Command.Kind.HELP);

    private final Procedure procedure;

    private final ReminderRules rules;
    private final RetentionRules retention;

    public Dialogue(Procedure procedure) {
        this(procedure, ReminderRules.USUAL, RetentionRules.USUAL);
    }

    /** With other times than the usual. */
    public Dialogue(Procedure procedure, ReminderRules rules, RetentionRules retention) {
        this.procedure = procedure;
        this.rules = rules;
        this.retention = retention;
    }

    /** Decides on an input that was sent in full view of the last reply. */
    public Turn decide(Conversation now, Input in, Instant at) {
        return decide(now, in, at, false);
    }

    /**
     * Decides on an input.
     *
     * @param crossed whether it was sent before the last reply could be seen: then it may answer
     *     the question before, and is asked about rather than filed under the wrong one
     */
    public Turn decide(Conversation now, Input in, Instant at, boolean crossed) {
        Draft draft = new Draft(procedure, rules, retention, now, at, crossed);
        if (in instanceof Input.FromWorld fromWorld) {
            return fromWorld(draft, now, fromWorld);
        }
        if (in instanceof Input.Left) {
            return OwnData.left(draft);
        }
        if (Agents.talking(now, at) && !endsAgent(in)) {
            return Agents.overheard(draft);
        }
        List<Line> missed = now.missed().stream().flatMap(reply -> reply.lines().stream()).toList();
        draft.now(draft.now().heard(at).missed(List.of()));
        if (now.agent().isPresent()) {
            Agents.resume(draft);
        }
        updated(draft);
        person(draft, (Input.FromPerson) in);
        LookUps.again(draft, now);
        if (!missed.isEmpty()) {
            List<Line> told = new ArrayList<>(missed);
            told.add(0, Line.of("missed.head"));
            told.add(Line.of("missed.end"));
            draft.first(told);
        }
        return draft.spoken();
    }

    private static Turn fromWorld(Draft draft, Conversation now, Input.FromWorld in) {
        Turn turn = World.take(draft, in);
        boolean waits = turn.next().agent().isPresent() && now.agent().isPresent();
        return waits ? Agents.held(now, turn) : turn;
    }

    /** 结束人工 is meant for the bot even while an agent talks. */
    private static boolean endsAgent(Input in) {
        return in instanceof Input.Said said
                && Command.read(said.text())
                        .filter(command -> command.kind() == Command.Kind.BOT)
                        .isPresent();
    }

    /** A form that has grown since is not grown into without a word. */
    private static void updated(Draft draft) {
        draft.current()
                .filter(of -> Reminders.unfinished(of.phase()))
                .map(of -> FormChange.added(draft, of, draft.walk(of)))
                .filter(added -> added > 0)
                .ifPresent(added -> draft.say(Line.of("form.updated").with("count", added)));
    }

    private void person(Draft draft, Input.FromPerson in) {
        if (in instanceof Input.Said said) {
            said(draft, said.text());
        } else if (in instanceof Input.Tapped tapped) {
            tapped(draft, tapped);
        } else if (in instanceof Input.SentPhoto photo) {
            Photos.sent(draft, photo.mediaId());
        } else if (in instanceof Input.Pressed pressed) {
            text(draft, pressed.key());
        } else if (in instanceof Input.Followed followed) {
            followed(draft, followed);
        } else {
            other(draft, (Input.SentOther) in);
        }
    }

    private static void other(Draft draft, Input.SentOther other) {
        draft.say("other." + other.kind());
        draft.outcome("other:" + other.kind());
        Asking.next(draft);
    }

    private static void followed(Draft draft, Input.Followed followed) {
        draft.outcome("followed");
        Commands.greet(draft, followed.first() ? "welcome" : "hello");
    }

    private static void tapped(Draft draft, Input.Tapped tapped) {
        Shown shown = draft.now().shown();
        int index = tapped.option() - 1;
        if (tapped.epoch() == shown.epoch() && index >= 0 && index < shown.choices().size()) {
            text(draft, shown.choices().get(index).says());
        } else if (Command.read(tapped.text())
                .filter(c -> HARMLESS.contains(c.kind()))
                .isPresent()) {
            text(draft, tapped.text());
        } else {
            stale(draft, tapped);
        }
    }

    /** An old option never answers a newer question; it may change the one it was shown with. */
    private static void stale(Draft draft, Input.Tapped tapped) {
        draft.outcome("stale");
        draft.say("tap.old");
        draft.current()
                .filter(of -> Edits.editable(of.phase()))
                .filter(of -> Command.read(tapped.text()).isEmpty())
                .flatMap(of -> tapped.about().flatMap(draft.walk(of)::at))
                .ifPresentOrElse(
                        step -> {
                            String change = "改 " + Naming.name(step) + " " + tapped.text();
                            draft.offer(new Choice(change, change));
                            draft.offer("继续");
                        },
                        () -> Asking.next(draft));
    }

    private static void said(Draft draft, String raw) {
        String text = ChatText.plain(raw);
        String plain = ChatText.unified(text).strip();
        Optional<String> placeholder = ChatText.placeholder(raw);
        if (placeholder.isPresent()) {
            other(draft, new Input.SentOther(placeholder.get()));
            return;
        }
        if (plain.isEmpty()) {
            draft.say(raw.isBlank() ? "other.empty" : "other.sticker");
            draft.refused("empty");
            Asking.next(draft);
            return;
        }
        Optional<Places> places = Picking.read(draft, text);
        if (places.isPresent() && draft.crossed) {
            draft.say("crossed");
            draft.outcome("crossed");
            Asking.next(draft);
            return;
        }
        Optional<String> picked = places.flatMap(read -> Picking.one(draft, read));
        if (picked.isPresent()) {
            text(draft, picked.get());
        } else if (places.isEmpty() || !Picking.several(draft, places.get(), text)) {
            text(draft, text);
        }
    }

    private static void text(Draft draft, String text) {
        if (Verification.pasted(draft, text)) {
            Verification.warn(draft);
            return;
        }
        Optional<Command> command =
                PhotoWords.read(draft, text)
                        .or(() -> Command.read(text))
                        .or(() -> closeUp(draft, text))
                        .or(() -> Search.spoken(draft, text))
                        .or(() -> nothing(draft, text));
        if (command.isPresent() && applies(draft, command.get(), text)) {
            Commands.run(draft, command.get());
        } else if (draft.now().paused()) {
            draft.say("paused.still");
            draft.offer("继续");
            draft.outcome("paused");
        } else if (draft.current().isEmpty()) {
            draft.say("welcome");
            draft.offer("备案");
            draft.outcome("notMine");
        } else {
            Answering.text(draft, text);
        }
    }

    /** 没有座机 passes over a question that need not be answered. */
    private static Optional<Command> nothing(Draft draft, String text) {
        boolean answering = draft.current().isPresent() && Edits.editable(draft.active().phase());
        return answering && optional(draft) && Answering.saysNothing(draft, text)
                ? Optional.of(new Command(Command.Kind.SKIP, ""))
                : Optional.empty();
    }

    /** 改域名, written without a space. */
    private static Optional<Command> closeUp(Draft draft, String text) {
        String plain = text.strip();
        if (draft.current().isEmpty() || !(plain.startsWith("改") || plain.startsWith("修改"))) {
            return Optional.empty();
        }
        String rest = plain.substring(plain.startsWith("改") ? 1 : 2).strip();
        boolean named =
                !rest.isEmpty()
                        && !new Naming(draft.walk(draft.active())).meant(rest).steps().isEmpty();
        return named ? Optional.of(new Command(Command.Kind.CHANGE, rest)) : Optional.empty();
    }

    /** Everyday words are commands only where they mean something. */
    private static boolean applies(Draft draft, Command command, String text) {
        boolean answering = draft.current().isPresent() && Edits.editable(draft.active().phase());
        return switch (command.kind()) {
            case CONFIRM ->
                    answering
                            && draft.now().shown().doubted().isEmpty()
                            && Answering.confirmable(draft);
            case SEARCH -> Search.meant(draft, command, text);
            case SKIP -> !text.strip().equals("没有") || (answering && optional(draft));
            case KEEP ->
                    (answering && draft.active().phase() instanceof Phase.Returned)
                            || !Answering.answers(draft, text);
            case VERIFIED, FORWARD ->
                    Verification.which(draft).isPresent() || !Answering.answers(draft, text);
            default -> true;
        };
    }

    private static boolean optional(Draft draft) {
        return Asking.open(draft.active(), draft.walk(draft.active()), draft.now().focus())
                .filter(step -> step.entry().question().has(Question.Trait.OPTIONAL))
                .isPresent();
    }
}
