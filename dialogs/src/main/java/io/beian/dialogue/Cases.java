package io.beian.dialogue;

import io.beian.form.Facts;
import io.beian.order.OrderState;
import io.beian.value.ChatText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All filings of a person: listing them, switching between them, beginning and deleting them. */
final class Cases {

    /** More than an agent has in hand at once; bounds what is stored of one person. */
    static final int MOST = 60;

    /** So many fit one message with their choices; with pages to turn a few less. */
    private static final int ALONE = 9;

    private static final int ROWS_A_PAGE = 7;

    private Cases() {}

    static Optional<Case> latest(Draft draft) {
        List<Case> cases = draft.now().cases();
        return cases.isEmpty() ? Optional.empty() : Optional.of(cases.get(cases.size() - 1));
    }

    /** As they are listed: the newest first, those given up last. */
    private static List<Case> listed(Draft draft) {
        List<Case> cases = new ArrayList<>(draft.now().cases());
        Collections.reverse(cases);
        return Stream.concat(
                        cases.stream().filter(of -> !closed(of)),
                        cases.stream().filter(Cases::closed))
                .toList();
    }

    private static boolean closed(Case of) {
        return of.phase() instanceof Phase.Withdrawn || of.phase() instanceof Phase.Expired;
    }

    /** 我的备案: one page, and now and then a look for orders that got lost here. */
    static void list(Draft draft, String page) {
        page(draft, listed(draft), page);
        Searches searches = draft.now().searches();
        if (searches.fetchDue(draft.at)) {
            draft.now(draft.now().searching(searches.fetching(draft.at, draft.turn())));
            draft.effect(new Effect.FetchOrders());
        }
    }

    private static void page(Draft draft, List<Case> cases, String which) {
        if (cases.isEmpty()) {
            draft.say("mine.none");
            draft.offer("备案");
            return;
        }
        int rows = cases.size() <= ALONE ? ALONE : ROWS_A_PAGE;
        int pages = (cases.size() + rows - 1) / rows;
        int page = which.matches("\\d{1,2}") ? Integer.parseInt(which) : 1;
        page = Math.max(1, Math.min(page, pages));
        draft.say(
                Line.of(pages == 1 ? "mine.head" : "mine.head.page")
                        .with("count", cases.size())
                        .with("page", page)
                        .with("pages", pages));
        int from = (page - 1) * rows;
        rows(draft, cases.subList(from, Math.min(cases.size(), from + rows)));
        if (page < pages) {
            draft.offer("我的备案 " + (page + 1));
        }
        if (page > 1) {
            draft.offer("我的备案 " + (page - 1));
        }
    }

    /** The numbers are those of the choices, so that a number means what is shown beside it. */
    private static void rows(Draft draft, List<Case> cases) {
        int number = 1;
        for (Case of : cases) {
            draft.say(row(draft, of, number + "."));
            draft.offer(new Choice("打开 " + number, "打开 " + reference(of)));
            number++;
        }
    }

    private static String reference(Case of) {
        return "#" + of.id();
    }

    /** What it is called, how it stands, since when, and what it waits for. */
    static Line row(Draft draft, Case of, String number) {
        Phase phase = of.phase();
        Line line =
                Line.of("mine.row")
                        .with("number", number)
                        .with("title", draft.procedure.title(of.facts()))
                        .with("phase", phase.orderState().orElse(phase.name()))
                        .with("since", Status.day(since(of)));
        if (phase instanceof Phase.Returned back && !back.problems().isEmpty()) {
            return new Line("mine.row.returned", line.args()).with("count", back.problems().size());
        }
        if (phase instanceof Phase.Filling) {
            return new Line("mine.row.filling", line.args())
                    .with("count", draft.walk(of).remaining());
        }
        String ordered =
                draft.procedure.title(of.facts()).isEmpty() ? "mine.row.bare" : "mine.row.order";
        return phase.order()
                .map(order -> new Line(ordered, line.args()).with("order", order))
                .orElse(line);
    }

    private static Instant since(Case of) {
        return of.phase().began().orElse(of.opened());
    }

    /** The filings somebody means by an order number, a domain or the name of the unit. */
    static List<Case> called(Draft draft, String said) {
        String number = ChatText.unified(said).strip();
        List<Case> ordered =
                listed(draft).stream()
                        .filter(
                                of ->
                                        of.phase()
                                                .order()
                                                .filter(number::equalsIgnoreCase)
                                                .isPresent())
                        .toList();
        if (!ordered.isEmpty()) {
            return ordered;
        }
        return draft.procedure.query(said).stream()
                .flatMap(query -> listed(draft).stream().filter(of -> called(draft, of, query)))
                .toList();
    }

    private static boolean called(Draft draft, Case of, Query query) {
        return switch (query.kind()) {
            case ORDER -> of.phase().order().filter(query.text()::equalsIgnoreCase).isPresent();
            case DOMAIN -> draft.procedure.names(of.facts()).contains(query.text());
            case NAME ->
                    draft.procedure.names(of.facts()).stream()
                            .anyMatch(name -> name.contains(query.text()));
            case LICENCE ->
                    of.phase() instanceof Phase.Filed filed
                            && filed.numbers().containsValue(query.text());
            case PERMIT, POLICE -> false;
        };
    }

    /** By what stands in the list that was shown, by its place, or by what it is called. */
    private static List<Case> meant(Draft draft, String said) {
        String reference = said.matches("\\d{1,2}") ? shown(draft, "打开 " + said) : said;
        if (reference.startsWith("#")) {
            return draft.now().find(reference.substring(1)).stream().toList();
        }
        List<Case> listed = listed(draft);
        if (said.matches("\\d{1,2}")) {
            int number = Integer.parseInt(said);
            return number >= 1 && number <= listed.size()
                    ? List.of(listed.get(number - 1))
                    : List.of();
        }
        return called(draft, said);
    }

    /** What the choice with this label stands for, empty if none is shown. */
    private static String shown(Draft draft, String label) {
        return draft.now().shown().choices().stream()
                .filter(choice -> choice.label().equals(label))
                .map(choice -> choice.says().substring(choice.says().lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("");
    }

    static void open(Draft draft, String said) {
        List<Case> meant = meant(draft, said);
        if (meant.size() == 1) {
            open(draft, meant.get(0));
        } else if (meant.isEmpty()) {
            draft.say(said.isEmpty() ? "mine.which" : "mine.unknown");
            list(draft, "");
        } else {
            draft.say("mine.several");
            rows(draft, meant.subList(0, Math.min(ALONE, meant.size())));
        }
    }

    private static void open(Draft draft, Case said) {
        boolean given = closed(said);
        Optional<Case> rival = given ? LookUps.rival(draft, said) : Optional.empty();
        Case chosen = rival.orElse(said);
        if (rival.isPresent()) {
            draft.say(draft.procedure.leadingOn(said.facts()));
        } else if (given) {
            draft.put(chosen.in(restored(chosen)));
            draft.say("mine.restored");
        }
        draft.now(
                draft.now().active(Optional.of(chosen.id())).focus(Optional.empty()).paused(false));
        if (!given) {
            draft.say(row(draft, chosen, "▶"));
        }
        Asking.next(draft);
    }

    /** A filing that was given up goes on where it stopped. */
    private static Phase restored(Case of) {
        return of.facts().text(Procedure.MATCHED).isPresent()
                ? new Phase.Filling()
                : Phase.Matching.OPEN;
    }

    /** 新开一个备案: another filing beside those in progress, which stay as they are. */
    static void another(Draft draft) {
        another(draft, draft.procedure.begin(draft.turn()));
    }

    /** The same, with answers that are known already. */
    static void another(Draft draft, Facts facts) {
        draft.now(draft.now().paused(false).focus(Optional.empty()));
        Optional<Case> blank =
                draft.now().cases().stream().filter(of -> blank(draft, of)).findFirst();
        if (blank.isEmpty() && draft.now().cases().size() >= MOST) {
            draft.say(Line.of("mine.full").with("most", MOST));
            draft.offer("我的备案");
            return;
        }
        blank.ifPresentOrElse(
                of -> {
                    draft.put(of.with(facts));
                    draft.now(draft.now().active(Optional.of(of.id())));
                },
                () -> begin(draft, facts));
        draft.say("start.welcome");
        Asking.next(draft);
    }

    /** Nothing was answered in it yet. */
    private static boolean blank(Draft draft, Case of) {
        return of.phase() instanceof Phase.Matching
                && of.facts()
                        .byPath()
                        .keySet()
                        .equals(draft.procedure.begin(draft.turn()).byPath().keySet());
    }

    private static void begin(Draft draft, Facts facts) {
        String id = "c" + draft.turn();
        draft.put(new Case(id, Phase.Matching.OPEN, facts, List.of(), List.of(), draft.at));
        draft.now(draft.now().active(Optional.of(id)));
    }

    /** 删除备案: only what was given up, and only after a second word. */
    static void delete(Draft draft, String said) {
        List<Case> meant = meant(draft, said);
        if (meant.size() != 1) {
            draft.say(meant.isEmpty() ? "mine.which" : "mine.several");
            list(draft, "");
        } else if (!closed(meant.get(0))) {
            draft.say("delete.notYet");
            draft.say(row(draft, meant.get(0), "·"));
            draft.offer("我的备案");
        } else {
            draft.say("delete.sure");
            draft.say(row(draft, meant.get(0), "·"));
            draft.offer(new Choice("确认删除", "确认删除 " + reference(meant.get(0))));
            draft.offer("我的备案");
        }
    }

    static void deleteForSure(Draft draft, String said) {
        String reference = said.isEmpty() ? shown(draft, "确认删除") : said;
        Optional<Case> gone =
                draft.now().find(reference.replaceFirst("^#", "")).filter(Cases::closed);
        if (gone.isEmpty()) {
            list(draft, "");
            return;
        }
        draft.now(draft.now().without(gone.get().id()));
        draft.say("delete.done");
        Asking.next(draft);
    }

    /** Takes in orders that are not known here: after unfollowing, or when a state was lost. */
    static Turn known(Draft draft, Input.OrdersKnown known) {
        Searches searches = draft.now().searches();
        boolean still = draft.now().turn() == searches.listed();
        long before = draft.now().cases().size();
        for (KnownOrder order : known.orders()) {
            if (draft.now().cases().size() < MOST && lost(draft, order)) {
                add(draft, order);
            }
        }
        long added = draft.now().cases().size() - before;
        draft.outcome("orders:" + added);
        if (added == 0 && !(still && searches.fetchedAtOnce(draft.at))) {
            return draft.silent();
        }
        if (added > 0) {
            draft.say(Line.of(still ? "mine.found" : "mine.found.later").with("count", added));
        }
        if (!still) {
            return draft.news();
        }
        page(draft, listed(draft), "");
        return draft.spoken();
    }

    /** One that is being submitted has its number on the way already. */
    private static boolean lost(Draft draft, KnownOrder order) {
        boolean onItsWay =
                draft.now()
                        .find(order.caseId())
                        .filter(of -> of.phase() instanceof Phase.Submitting)
                        .isPresent();
        return !onItsWay && !closed(order.state()) && draft.now().byOrder(order.number()).isEmpty();
    }

    /** What was answered in an order that came to nothing is a draft here, if it is here at all. */
    private static boolean closed(String state) {
        return state.equals(OrderState.EXPIRED.name()) || state.equals(OrderState.WITHDRAWN.name());
    }

    private static void add(Draft draft, KnownOrder order) {
        Phase phase =
                order.state().equals("APPROVED")
                        ? new Phase.Filed(
                                order.number(), order.seq(), order.since(), order.numbers())
                        : new Phase.Tracking(
                                order.number(),
                                order.seq(),
                                order.state(),
                                order.since(),
                                order.allowed());
        draft.put(
                new Case(
                        "c" + draft.turn() + "-" + draft.now().cases().size(),
                        phase,
                        draft.procedure.known(order.domains(), draft.turn()),
                        List.of(),
                        List.of(),
                        order.since()));
    }
}
