package io.beian.notify;

import io.beian.outbox.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The ways of one message, in the order they are tried, and what follows from how each went. Each
 * is tried at most once with success, so nothing is told twice in the same way.
 *
 * @param rungs ends with {@link Rung#NEXT_CONTACT}, which always works
 */
record Ladder(List<Rung> rungs) {

    /** Tries of a way that is busy, before the next one. */
    static final int TRIES = 5;

    /** The same for the last way before it is too late; with the outbox's pauses four hours. */
    static final int LAST_TRIES = 10;

    /**
     * What decides which ways there are.
     *
     * @param text whether there is a text; one that goes on after a failed delivery has none
     * @param subscription whether the account has a subscription notice for this kind
     * @param template whether the account has a template for this kind
     * @param textMessage whether this is worth a text message and there is somebody to send it
     * @param failed ways that WeChat took the message on and did not deliver it
     */
    record Situation(
            boolean text,
            boolean subscription,
            boolean template,
            boolean textMessage,
            Set<Rung> failed) {}

    static Ladder of(Situation now) {
        List<Rung> rungs = new ArrayList<>();
        if (now.text()) {
            rungs.add(Rung.SERVICE);
        }
        if (now.subscription()) {
            rungs.add(Rung.SUBSCRIPTION);
        }
        if (now.template()) {
            rungs.add(Rung.TEMPLATE);
        }
        if (now.textMessage()) {
            rungs.add(Rung.TEXT_MESSAGE);
        }
        int last = now.failed().stream().mapToInt(rungs::lastIndexOf).max().orElse(-1);
        List<Rung> left = new ArrayList<>(rungs.subList(last + 1, rungs.size()));
        left.add(Rung.NEXT_CONTACT);
        return new Ladder(List.copyOf(left));
    }

    /** What to do next. */
    sealed interface Step {

        record Try(Rung rung) implements Step {}

        /** The platform is busy: all of it again, after a pause. */
        record Wait() implements Step {}

        record Over() implements Step {}
    }

    Step first() {
        return new Step.Try(rungs.get(0));
    }

    /**
     * What follows.
     *
     * @param attempt of the whole ladder, from 1
     */
    Step after(Rung tried, Channel.Sent went, int attempt) {
        return switch (went) {
            case DELIVERED -> new Step.Over();
            case TRY_LATER -> attempt < tries(tried) ? new Step.Wait() : below(tried);
            // It may arrive this very moment: on another rung it would come twice.
            case UNDER_WAY -> new Step.Wait();
            case OUT_OF_QUOTA, MISCONFIGURED -> below(tried);
            // Whoever WeChat cannot reach may still have a phone.
            case UNREACHABLE ->
                    rungs.contains(Rung.TEXT_MESSAGE) && tried != Rung.TEXT_MESSAGE
                            ? new Step.Try(Rung.TEXT_MESSAGE)
                            : below(tried);
        };
    }

    private static int tries(Rung rung) {
        return rung == Rung.TEXT_MESSAGE ? LAST_TRIES : TRIES;
    }

    private Step below(Rung tried) {
        return new Step.Try(rungs.get(rungs.indexOf(tried) + 1));
    }
}
