package io.beian.dialogue;

import io.beian.form.Walk;
import io.beian.order.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 审核意见: what reviewers and the bureau said of an order, whole, whoever has to mend it. */
final class Opinions {

    private static final String RETRY = "retry";

    /** As many reasons without words as are explained in one message. */
    private static final int MOST = 4;

    private Opinions() {}

    /**
     * The words page by page, after the last of them what numbers without words mean.
     *
     * @param which the page, from 1; anything else is the first
     */
    static void tell(Draft draft, String which) {
        Phase phase = draft.active().phase();
        List<Problem> reasons = reasons(phase);
        List<String> pages = pages(reasons);
        int wanted = which.matches("\\d{1,2}") ? Integer.parseInt(which) : 1;
        int page = Math.max(1, Math.min(wanted, pages.size()));
        List<Line> lines = lines(draft, reasons, pages, page);
        if (lines.isEmpty()) {
            draft.say(none(phase));
        }
        lines.forEach(draft::say);
        if (page < pages.size()) {
            draft.offer(new Choice("下一页", "审核意见 " + (page + 1)));
        } else {
            whose(draft, phase);
        }
        if (phase instanceof Phase.Returned && !lines.isEmpty()) {
            draft.offer("继续");
        } else {
            Asking.next(draft);
        }
    }

    private static List<Line> lines(
            Draft draft, List<Problem> reasons, List<String> pages, int page) {
        List<Line> lines = new ArrayList<>();
        if (!pages.isEmpty()) {
            lines.add(
                    Line.of("opinion.page")
                            .with("page", page)
                            .with("pages", pages.size())
                            .with("opinion", pages.get(page - 1)));
        }
        if (page >= pages.size()) {
            lines.addAll(wordless(draft, reasons));
            lines.addAll(advice(reasons));
        }
        return lines;
    }

    private static List<Problem> reasons(Phase phase) {
        if (phase instanceof Phase.Returned back) {
            return back.problems();
        }
        return phase instanceof Phase.Tracking tracking ? tracking.reasons() : List.of();
    }

    /** Why there is nothing to read: nobody wrote anything, all is mended, or it is not here. */
    private static String none(Phase phase) {
        if (phase instanceof Phase.Returned back && !back.before().isEmpty()) {
            return "opinion.done";
        }
        boolean lost =
                phase instanceof Phase.Tracking tracking
                        && OrderState.named(tracking.state())
                                .filter(OrderState::sentBack)
                                .filter(state -> !state.verificationOnly())
                                .isPresent();
        return lost ? "opinion.unknown" : "opinion.none";
    }

    /**
     * Of reasons nobody wrote words to: what is meant, and the bureau's number with its meaning.
     */
    private static List<Line> wordless(Draft draft, List<Problem> reasons) {
        Walk walk = draft.walk(draft.active());
        List<Line> lines = new ArrayList<>();
        for (Problem problem : reasons) {
            if (!problem.text().isBlank()) {
                continue;
            }
            if (problem.code().matches("[0-9]+")) {
                lines.add(Line.of("opinion.code").with("code", problem.code()));
            } else {
                walk.at(problem.field())
                        .map(
                                step ->
                                        Line.of("returned.row.plain")
                                                .about(step.entry(), draft.scope()))
                        .ifPresent(lines::add);
            }
        }
        return lines.stream().distinct().limit(MOST).toList();
    }

    private static List<Line> advice(List<Problem> reasons) {
        return reasons.stream()
                .filter(problem -> problem.text().isBlank() || problem.field().isEmpty())
                .flatMap(
                        problem ->
                                Optional.ofNullable(problem.args().get(Returning.ADVICE)).stream())
                .distinct()
                .limit(MOST)
                .map(key -> Line.of("advice." + key))
                .toList();
    }

    private static void whose(Draft draft, Phase phase) {
        Optional<OrderState> state = phase.orderState().flatMap(OrderState::named);
        if (phase instanceof Phase.Tracking tracking
                && state.filter(s -> OrderNews.byStaff(draft.active(), s)).isPresent()) {
            draft.say(handling(tracking));
        }
    }

    /** Whose it is to mend what was sent back and that there are words about it. */
    static void byStaff(Draft draft, Phase.Tracking tracking) {
        draft.say(handling(tracking));
        if (!tracking.reasons().isEmpty()) {
            draft.say("returned.byStaff.why");
        }
    }

    private static String handling(Phase.Tracking tracking) {
        boolean busy =
                !tracking.reasons().isEmpty()
                        && tracking.reasons().stream()
                                .allMatch(p -> RETRY.equals(p.args().get(Returning.ACTION)));
        return busy ? "returned.byStaff.retry" : "returned.byStaff";
    }

    private static List<String> pages(List<Problem> reasons) {
        String all =
                String.join(
                        "\n",
                        reasons.stream()
                                .map(Problem::text)
                                .filter(text -> !text.isEmpty())
                                .distinct()
                                .toList());
        List<String> pages = new ArrayList<>();
        for (int from = 0; from < all.length(); ) {
            int most = Math.min(Returning.OPINION, Returning.length(all.substring(from)));
            int to = all.offsetByCodePoints(from, most);
            pages.add(all.substring(from, to));
            from = to;
        }
        return pages;
    }
}
