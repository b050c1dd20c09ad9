package io.beian.dialogue;

import io.beian.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 短信核验: within 24 hours the responsible people answer a text message of the bureau on its own site.
 * The bot names them, counts the hours and never wants to see the code.
 */
final class Verification {

    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z])\\d{6}(?![0-9A-Za-z])");
    private static final Pattern ABOUT_CODE = Pattern.compile("验证码|核验码|短信码|校验码|12381");
    private static final Pattern BARE = Pattern.compile("\\d{6}");
    private static final Duration HOUR = Duration.ofHours(1);

    private Verification() {}

    static Optional<Phase.Tracking> pending(Case of) {
        return Optional.of(of.phase())
                .filter(Phase.Tracking.class::isInstance)
                .map(Phase.Tracking.class::cast)
                .filter(tracking -> tracking.state().equals(OrderState.SMS_PENDING.name()));
    }

    static Instant deadline(Phase.Tracking tracking) {
        return tracking.deadline().orElse(tracking.since().plus(Duration.ofHours(24)));
    }

    static List<Verifier> waiting(Phase.Tracking tracking) {
        return tracking.verifiers().stream().filter(each -> !each.done()).toList();
    }

    /** Whoever still has to do it, until when, where and how. */
    static void tell(Draft draft, Phase.Tracking tracking) {
        List<Verifier> waiting = waiting(tracking);
        if (tracking.verifiers().isEmpty()) {
            draft.say("sms.somebody");
        } else {
            draft.say(Line.of("sms.who").with("count", waiting.size()));
            tracking.verifiers().forEach(each -> draft.say(row(each)));
        }
        draft.say(Line.of("sms.until").with("until", Status.moment(deadline(tracking))));
        draft.say("sms.how");
        draft.say("sms.never");
        offers(draft);
    }

    private static Line row(Verifier each) {
        return Line.of(each.done() ? "sms.row.done" : "sms.row")
                .with("role", each.person().startsWith("site.") ? "site" : "sponsor")
                .with("name", each.name())
                .with("mobile", each.mobile());
    }

    static void offers(Draft draft) {
        draft.offer("转发给负责人");
        draft.offer("我已核验");
        draft.offer("收不到短信");
    }

    /** A reminder: how many hours are left, and for whom. */
    static void remind(Draft draft, Phase.Tracking tracking) {
        long left =
                Math.max(
                        1,
                        Duration.between(draft.at, deadline(tracking)).plusMinutes(30).toHours());
        draft.say(Line.of("remind.sms").with("hours", left));
        waiting(tracking).forEach(each -> draft.say(row(each)));
        draft.say(Line.of("sms.until").with("until", Status.moment(deadline(tracking))));
        draft.say("sms.short");
        offers(draft);
    }

    /** Somebody more is done. */
    static void progress(Draft draft, Phase.Tracking before, Phase.Tracking after) {
        List<Verifier> open = waiting(before);
        waited(before, after).forEach(each -> draft.say(row(each)));
        if (!waiting(after).isEmpty() && waiting(after).size() < open.size()) {
            draft.say(Line.of("sms.left").with("count", waiting(after).size()));
            waiting(after).forEach(each -> draft.say(row(each)));
            draft.say(Line.of("sms.until").with("until", Status.moment(deadline(after))));
            offers(draft);
        }
    }

    /** Those who were waited for before and are done now. */
    static List<Verifier> waited(Phase.Tracking before, Phase.Tracking after) {
        List<String> open = waiting(before).stream().map(Verifier::person).toList();
        return after.verifiers().stream()
                .filter(each -> each.done() && open.contains(each.person()))
                .toList();
    }

    /** A text to send on to whoever has to verify; nothing else stands in that message. */
    static void forward(Draft draft) {
        Optional<Case> of = which(draft);
        if (of.isEmpty()) {
            draft.say("sms.notNow");
            Asking.next(draft);
            return;
        }
        Phase.Tracking tracking = pending(of.get()).orElseThrow();
        draft.say(
                Line.of("sms.forward")
                        .with("title", draft.procedure.title(of.get().facts()))
                        .with("until", Status.moment(deadline(tracking))));
    }

    static void help(Draft draft) {
        draft.say("sms.help");
        if (which(draft).isPresent()) {
            offers(draft);
        } else {
            Asking.next(draft);
        }
    }

    /** 我已核验: looked up at once, since only the bureau knows. */
    static void done(Draft draft) {
        Optional<Case> of = which(draft);
        if (of.isEmpty()) {
            draft.say("sms.notNow");
            Asking.next(draft);
            return;
        }
        Phase.Tracking tracking = pending(of.get()).orElseThrow();
        draft.effect(new Effect.Refresh(tracking.orderNumber()));
        draft.say("sms.checking");
        waiting(tracking).forEach(each -> draft.say(row(each)));
        draft.say(Line.of("sms.until").with("until", Status.moment(deadline(tracking))));
    }

    /** The case talked about if it waits for the message, else the one whose time ends first. */
    static Optional<Case> which(Draft draft) {
        return draft.current()
                .filter(of -> pending(of).isPresent())
                .or(
                        () ->
                                draft.now().cases().stream()
                                        .filter(of -> pending(of).isPresent())
                                        .min(
                                                java.util.Comparator.comparing(
                                                        of ->
                                                                deadline(
                                                                        pending(of)
                                                                                .orElseThrow()))));
    }

    /** Whether a text holds the code of such a message; it is kept nowhere. */
    static boolean pasted(Draft draft, String text) {
        if (ABOUT_CODE.matcher(text).find() && CODE.matcher(text).find()) {
            return true;
        }
        return BARE.matcher(text.strip()).matches()
                && draft.now().cases().stream().anyMatch(of -> pending(of).isPresent())
                && !Answering.answers(draft, text);
    }

    static void warn(Draft draft) {
        draft.outcome("smsCode");
        draft.say("sms.code");
        if (which(draft).isPresent()) {
            draft.offer("我已核验");
        }
        draft.now().shown().asks().ifPresent(draft::asks);
    }

    /** How long is left of a deadline, in whole hours. */
    static boolean soon(Instant at, Instant deadline) {
        return Duration.between(at, deadline).compareTo(HOUR.multipliedBy(24)) <= 0;
    }
}
