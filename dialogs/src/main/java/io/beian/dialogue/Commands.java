package io.beian.dialogue;

import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Step;
import io.beian.form.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Carries out commands. Each answers and then leads back to the open question. */
final class Commands {

    /** What answers a question without naming it: it has to be the one that was seen. */
    private static final Set<Command.Kind> ANSWERS =
            Sets.immutableEnumSet(Command.Kind.SKIP, Command.Kind.KEEP);

    private Commands() {}

    static void run(Draft draft, Command command) {
        draft.outcome("command:" + command.kind().name());
        if (draft.crossed && ANSWERS.contains(command.kind())) {
            draft.say("crossed");
            draft.outcome("crossed");
            Asking.next(draft);
            return;
        }
        if (asks(command)) {
            Search.run(draft, command.rest());
            return;
        }
        if (withoutCase(draft, command)) {
            return;
        }
        switch (command.kind()) {
            case BACK -> Edits.back(draft);
            case CHANGE -> Edits.change(draft, command.rest());
            case WHY -> about(draft, ".why");
            case SAMPLE -> sample(draft);
            case STATUS, SEARCH -> status(draft);
            case MISSING -> missing(draft);
            case SKIP -> Edits.skip(draft);
            case PREVIEW -> preview(draft, command.rest());
            case SUBMIT -> submit(draft);
            case PAUSE -> pause(draft);
            case CANCEL -> cancel(draft);
            case UNDO -> Edits.undo(draft);
            case KEEP -> Returning.keep(draft);
            case OPINION -> Returning.opinions(draft, command.rest());
            case GIVE_UP -> giveUp(draft);
            case GIVE_UP_SURE -> giveUpForSure(draft);
            case RETRY -> retry(draft);
            case OLD_CERTIFICATE -> oldCertificate(draft);
            case ADD_RECORD, COPY_RECORD, REMOVE_RECORD, REMOVE_RECORD_SURE, RECORDS ->
                    RecordCommands.run(draft, command);
            case CONFIRM -> Answering.confirm(draft);
            default -> pictures(draft, command);
        }
    }

    /** Commands about pictures, where pictures are wanted. */
    private static void pictures(Draft draft, Command command) {
        Phase phase = draft.active().phase();
        if (!Photos.wanted(phase)) {
            draft.say(phase instanceof Phase.Matching ? "photo.notNow" : "change.closed");
            Asking.next(draft);
            return;
        }
        switch (command.kind()) {
            case ADD_PHOTO -> PhotoEdits.addTo(draft, command.rest());
            case REPLACE_PHOTO -> PhotoEdits.replace(draft, command.rest());
            case DELETE_PHOTO -> PhotoEdits.delete(draft, command.rest());
            case TAKE_PHOTOS -> PhotoEdits.take(draft, command.rest());
            case TO_SLOT -> PhotoEdits.toSlot(draft, command.rest());
            case DISCARD -> PhotoEdits.discard(draft);
            case ALSO_HERE -> PhotoEdits.alsoHere(draft);
            case OTHER_PHOTO -> PhotoEdits.another(draft);
            case CAPTURE -> Captures.fetch(draft, command.rest());
            case MAYBE_CAPTURE -> Captures.ask(draft, command.rest());
            case NOT_CAPTURE -> Captures.not(draft);
            default -> Asking.next(draft);
        }
    }

    /** 查询 and 进度 with something behind them ask for that. */
    private static boolean asks(Command command) {
        boolean word =
                command.kind() == Command.Kind.SEARCH || command.kind() == Command.Kind.STATUS;
        return word && !command.rest().isEmpty();
    }

    /** Commands that need no open case; others without one lead to the start. */
    private static boolean withoutCase(Draft draft, Command command) {
        switch (command.kind()) {
            case START -> start(draft);
            case RESUME -> resume(draft);
            case HELP -> plain(draft, "help");
            case HUMAN -> Agents.call(draft);
            case BOT -> Asking.next(draft);
            case FILED -> OwnFilings.list(draft, command.rest());
            case ADD_TO_FILED -> OwnFilings.add(draft, command.rest());
            case FOOTER -> footer(draft);
            case FORWARD -> Verification.forward(draft);
            case VERIFIED -> Verification.done(draft);
            case SMS_HELP -> Verification.help(draft);
            case HUSH, UNHUSH -> hush(draft, command.kind() == Command.Kind.HUSH);
            case CHANGE_FILING, CANCEL_ACCESS, CANCEL_SITE, CANCEL_SPONSOR, CLAIM ->
                    plain(draft, "elsewhere." + command.kind().name());
            case MINE -> Cases.list(draft, command.rest());
            case OPEN_CASE -> Cases.open(draft, command.rest());
            case ANOTHER -> Cases.another(draft);
            case DELETE_CASE -> Cases.delete(draft, command.rest());
            case DELETE_CASE_SURE -> Cases.deleteForSure(draft, command.rest());
            case EXPORT, EXPORT_SURE, ERASE, ERASE_SURE -> OwnData.run(draft, command.kind());
            case HELLO -> greet(draft, draft.now().cases().isEmpty() ? "welcome" : "hello");
            default -> {
                if (draft.current().isPresent()) {
                    return false;
                }
                Cases.latest(draft)
                        .ifPresentOrElse(
                                of -> Status.tell(draft, of), () -> plain(draft, "welcome"));
            }
        }
        return true;
    }

    /** A newcomer's greeting says all there is to say; others are led on. */
    static void greet(Draft draft, String key) {
        draft.say(key);
        if (draft.current().isPresent() || !key.equals("welcome")) {
            Asking.next(draft);
        } else {
            draft.offer("备案");
        }
    }

    private static void plain(Draft draft, String key) {
        draft.say(key);
        if (draft.current().isPresent()) {
            Asking.next(draft);
        } else {
            draft.offer("备案");
        }
    }

    static void start(Draft draft) {
        draft.now(draft.now().paused(false).focus(Optional.empty()));
        Optional<Case> open = draft.current().filter(of -> unfinished(of.phase()));
        if (open.isPresent()) {
            draft.say("start.goOn");
            Asking.next(draft);
            return;
        }
        Cases.another(draft);
    }

    private static boolean unfinished(Phase phase) {
        return Reminders.unfinished(phase)
                || phase instanceof Phase.Matching
                || phase instanceof Phase.Submitting;
    }

    private static void resume(Draft draft) {
        boolean was = draft.now().paused() || draft.now().focus().isPresent();
        draft.now(draft.now().paused(false).focus(Optional.empty()));
        if (draft.current().isPresent() && was) {
            draft.say("resume");
        }
        Asking.next(draft);
    }

    private static void about(Draft draft, String what) {
        Edits.open(draft)
                .ifPresentOrElse(
                        step -> {
                            Voice voice = Asking.voice(draft, step.entry());
                            draft.say(new Line(voice.id() + what, voice.words()));
                        },
                        () -> draft.say("why.none"));
        Asking.next(draft);
    }

    private static void sample(Draft draft) {
        Edits.open(draft)
                .ifPresentOrElse(
                        step -> Answering.sample(draft, step), () -> draft.say("why.none"));
        Asking.next(draft);
    }

    private static void status(Draft draft) {
        Case of = draft.active();
        Status.progress(draft, of);
        of.phase().order().ifPresent(order -> draft.effect(new Effect.Refresh(order)));
        if (Edits.editable(of.phase())) {
            draft.offer("继续");
            draft.offer("还差什么");
        }
    }

    private static void missing(Draft draft) {
        if (!Edits.editable(draft.active().phase())) {
            Status.tell(draft, draft.active());
            return;
        }
        Status.missing(draft, draft.active());
        draft.offer("继续");
    }

    private static void preview(Draft draft, String page) {
        Case of = draft.active();
        if (of.phase() instanceof Phase.Matching) {
            draft.say("preview.early");
            Asking.next(draft);
            return;
        }
        Review.page(draft, of, page);
        if (page.isEmpty() && Edits.editable(of.phase()) && draft.walk(of).complete()) {
            draft.effect(new Effect.DrawPreview(of.id()));
        }
    }

    private static void submit(Draft draft) {
        if (Reminders.unfinished(draft.active().phase())
                && !(draft.active().phase() instanceof Phase.Matching)) {
            Review.submit(draft);
        } else {
            draft.say("submit.closed." + draft.active().phase().name());
            Asking.next(draft);
        }
    }

    private static void pause(Draft draft) {
        draft.now(draft.now().paused(true).focus(Optional.empty()));
        draft.say("paused");
        draft.offer("继续");
    }

    private static void cancel(Draft draft) {
        draft.say("cancel.which");
        if (Edits.editable(draft.active().phase())) {
            draft.offer("撤回刚才的回答");
        }
        draft.offer("放弃这次备案");
        draft.offer("继续");
    }

    private static void hush(Draft draft, boolean yes) {
        draft.now(draft.now().hushed(yes));
        plain(draft, yes ? "hushed" : "unhushed");
    }

    /** The lines for the foot of the home page, of the filing talked about or the latest filed. */
    private static void footer(Draft draft) {
        Optional<Phase.Filed> filed =
                Stream.concat(draft.current().stream(), Lists.reverse(draft.now().cases()).stream())
                        .map(Case::phase)
                        .filter(Phase.Filed.class::isInstance)
                        .map(Phase.Filed.class::cast)
                        .findFirst();
        if (filed.isEmpty()) {
            plain(draft, "footer.notYet");
            return;
        }
        draft.effect(new Effect.MakeFooter(licences(filed.get())));
        draft.say("footer.making");
    }

    /** Of the sites; of a filing that has none named, what there is. */
    private static List<String> licences(Phase.Filed filed) {
        List<String> sites =
                filed.numbers().entrySet().stream()
                        .filter(each -> each.getKey().startsWith("site."))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .toList();
        return sites.isEmpty() ? List.copyOf(filed.numbers().values()) : sites;
    }

    private static void giveUp(Draft draft) {
        draft.say("giveUp.sure");
        draft.offer("确认放弃");
        draft.offer("继续");
    }

    private static void giveUpForSure(Draft draft) {
        Case of = draft.active();
        Phase phase = of.phase();
        if (phase instanceof Phase.Tracking tracking) {
            if (tracking.allowed().contains("withdraw")) {
                draft.effect(new Effect.Withdraw(of.id(), tracking.orderNumber()));
                draft.say("withdraw.asking");
            } else {
                draft.say("withdraw.late");
            }
            return;
        }
        if (phase instanceof Phase.Returned back) {
            draft.effect(new Effect.Withdraw(of.id(), back.orderNumber()));
            draft.say("withdraw.asking");
            return;
        }
        if (phase instanceof Phase.Submitting || phase instanceof Phase.Filed) {
            draft.say("withdraw.late");
            return;
        }
        draft.phase(new Phase.Withdrawn(draft.at));
        draft.now(draft.now().active(Optional.empty()).focus(Optional.empty()));
        draft.say(Line.of("giveUp.done").with("days", draft.kept()));
        draft.offer("备案");
        draft.offer("我的备案");
    }

    /** What was passed over before is asked again: it may be what was missing. */
    private static void retry(Draft draft) {
        if (draft.active().phase() instanceof Phase.Matching) {
            draft.walk(draft.active()).steps().stream()
                    .map(Step::path)
                    .filter(path -> skipped(draft, path))
                    .forEach(path -> draft.facts(draft.active().facts().without(path)));
            draft.phase(Phase.Matching.OPEN);
            draft.now(draft.now().focus(Optional.empty()));
        }
        Asking.next(draft);
    }

    private static boolean skipped(Draft draft, String path) {
        return draft.active().facts().at(path).filter(Fact::skipped).isPresent();
    }

    /** Matching once more under an old number; what was answered besides stays. */
    private static void oldCertificate(Draft draft) {
        Case of = draft.active();
        boolean early =
                of.phase() instanceof Phase.Matching
                        || of.phase() instanceof Phase.Filling
                        || of.phase() instanceof Phase.Reviewing;
        Optional<Facts> reopened =
                early
                        ? draft.procedure.withOldCertificate(of.facts(), draft.turn())
                        : Optional.empty();
        if (reopened.isPresent()) {
            draft.put(of.with(reopened.get()).in(Phase.Matching.OPEN));
            draft.now(draft.now().focus(Optional.empty()));
            draft.say("old.again");
        } else {
            draft.say(of.phase() instanceof Phase.Matching ? "old.early" : "old.closed");
        }
        Asking.next(draft);
    }
}
