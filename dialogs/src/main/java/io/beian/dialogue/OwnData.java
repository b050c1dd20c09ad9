package io.beian.dialogue;

import io.beian.form.Facts;
import java.util.List;
import java.util.Optional;

/**
 * What a person may do with what is kept of them (Personal Information Protection Law, articles 45
 * and 47): 导出我的资料, 删除我的资料. Both ask first.
 */
final class OwnData {

    private OwnData() {}

    static void run(Draft draft, Command.Kind what) {
        if (draft.now().cases().stream().allMatch(OwnData::nothing)) {
            draft.say("data.none");
            lead(draft);
            return;
        }
        switch (what) {
            case EXPORT -> ask(draft, "export.sure", "确认导出");
            case EXPORT_SURE -> {
                draft.effect(new Effect.Export());
                draft.say("export.making");
            }
            case ERASE -> askToErase(draft);
            default -> erase(draft);
        }
    }

    /** Neither answers nor an order. */
    private static boolean nothing(Case of) {
        return of.bare() && of.facts().equals(Facts.NONE);
    }

    private static void ask(Draft draft, String key, String yes) {
        draft.say(key);
        draft.offer(yes);
        draft.offer(draft.current().isPresent() ? "继续" : "我的备案");
    }

    private static void askToErase(Draft draft) {
        long orders = draft.now().cases().stream().filter(OwnData::ordered).count();
        if (orders > 0) {
            draft.say(Line.of("erase.sure.orders").with("count", orders));
        }
        ask(draft, "erase.sure", "确认删除我的资料");
    }

    private static void erase(Draft draft) {
        if (draft.now().cases().stream().anyMatch(of -> of.phase() instanceof Phase.Submitting)) {
            draft.say("erase.submitting");
            draft.offer("进度");
            return;
        }
        draft.now(erased(draft).hushed(draft.now().hushed()));
        draft.forget();
        draft.say("erase.done");
        lead(draft);
    }

    private static void lead(Draft draft) {
        if (draft.current().isPresent()) {
            Asking.next(draft);
            return;
        }
        draft.offer("备案");
        if (!draft.now().cases().isEmpty()) {
            draft.offer("我的备案");
        }
    }

    /** Unfollowing erases the same, and says nothing. */
    static Turn left(Draft draft) {
        draft.now(erased(draft));
        draft.forget();
        draft.outcome("left");
        return draft.silent();
    }

    /** What is not filed yet is gone; an order at the backend keeps its number only. */
    private static Conversation erased(Draft draft) {
        Conversation blank = Conversation.start(draft.now().id()).shown(emptied(draft));
        for (Case of : draft.now().cases()) {
            if (ordered(of)) {
                blank =
                        blank.put(
                                of.with(Facts.NONE)
                                        .in(numbered(of.phase()))
                                        .with(List.<TrayPhoto>of())
                                        .remembering(List.of()));
            }
        }
        return blank.heard(draft.now().heard());
    }

    private static boolean ordered(Case of) {
        return of.phase() instanceof Phase.Tracking
                || of.phase() instanceof Phase.Returned
                || of.phase() instanceof Phase.Filed;
    }

    /** Without its answers an order that was sent back is only followed. */
    private static Phase numbered(Phase phase) {
        return phase instanceof Phase.Returned back
                ? new Phase.Tracking(
                        back.orderNumber(),
                        back.seq(),
                        back.state(),
                        back.since(),
                        List.of("withdraw"))
                : phase;
    }

    private static Shown emptied(Draft draft) {
        return new Shown(
                draft.turn(),
                draft.at,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
