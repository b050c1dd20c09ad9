package io.beian.dialogue;

import io.beian.value.ChatText;
import java.util.List;
import java.util.Optional;

/** 查询: the filer's own filings from what is known here, all others from the backend. */
final class Search {

    private static final int SHOWN = 3;
    private static final int SITES_SHOWN = 3;
    private static final int OWN_SHOWN = 5;
    private static final List<String> WORDS = List.of("查询", "查一下", "查备案", "查");

    private Search() {}

    /** A search said without its usual form: 查询example.com, or a bare licence number. */
    static Optional<Command> spoken(Draft draft, String text) {
        String plain = ChatText.unified(text).strip();
        return WORDS.stream()
                .filter(plain::startsWith)
                .findFirst()
                .map(word -> plain.substring(word.length()))
                .filter(rest -> !named(draft, rest))
                .or(() -> Optional.of(plain).filter(bare -> number(draft, bare)))
                .map(rest -> new Command(Command.Kind.SEARCH, rest));
    }

    /** Names are told from other talk only where 查询 stands apart. */
    private static boolean named(Draft draft, String rest) {
        return draft.procedure
                .query(rest)
                .filter(query -> query.kind() != Query.Kind.NAME)
                .isEmpty();
    }

    private static boolean number(Draft draft, String bare) {
        boolean asked = draft.current().isPresent();
        boolean number =
                draft.procedure
                        .query(bare)
                        .filter(
                                query ->
                                        switch (query.kind()) {
                                            case LICENCE, ORDER -> true;
                                            case PERMIT, POLICE -> !asked;
                                            case DOMAIN, NAME -> false;
                                        })
                        .isPresent();
        return number && !Answering.answers(draft, bare);
    }

    /** 查 is a surname too: with a name behind it, it may be the answer that is waited for. */
    static boolean meant(Draft draft, Command command, String text) {
        boolean wordy = text.strip().startsWith("查询") || text.strip().startsWith("查备案");
        return wordy
                || command.rest().isEmpty()
                || !named(draft, command.rest())
                || !Answering.answers(draft, text);
    }

    static void run(Draft draft, String said) {
        List<Case> own = Cases.called(draft, said);
        if (own.isEmpty()) {
            draft.procedure
                    .query(said)
                    .ifPresentOrElse(query -> others(draft, query), () -> unreadable(draft));
        } else {
            own(draft, own);
        }
        goOn(draft);
    }

    private static void unreadable(Draft draft) {
        draft.say("search.unreadable");
        draft.outcome("search:unreadable");
    }

    private static void others(Draft draft, Query query) {
        switch (query.kind()) {
            case ORDER -> {
                draft.say(Line.of("search.noOrder").with("order", query.text()));
                draft.outcome("search:noOrder");
            }
            case PERMIT -> otherNumber(draft, "search.permit");
            case POLICE -> otherNumber(draft, "search.police");
            case DOMAIN, NAME, LICENCE -> ask(draft, query);
        }
    }

    private static void otherNumber(Draft draft, String key) {
        draft.say(key);
        draft.outcome("search:otherNumber");
    }

    private static void own(Draft draft, List<Case> own) {
        draft.outcome("search:own");
        if (own.size() > 1) {
            draft.say(Line.of("search.own").with("count", own.size()));
            own.stream().limit(OWN_SHOWN).forEach(of -> draft.say(Cases.row(draft, of, "·")));
            draft.say("search.open");
            return;
        }
        Case of = own.get(0);
        boolean open = draft.now().active().filter(of.id()::equals).isPresent();
        if (!open) {
            draft.say(Cases.row(draft, of, "·"));
        }
        if (!open || draft.now().paused() || Edits.editable(of.phase())) {
            Status.describe(draft, of);
        }
        of.phase().order().ifPresent(order -> draft.effect(new Effect.Refresh(order)));
    }

    private static void ask(Draft draft, Query query) {
        Searches searches = draft.now().searches();
        if (searches.busy(draft.at)) {
            draft.say("search.busy");
            draft.outcome("search:busy");
        } else if (searches.tooMany(draft.at)) {
            draft.say("search.tooMany");
            draft.outcome("search:tooMany");
        } else {
            draft.now(draft.now().searching(searches.started(query, draft.at, draft.turn())));
            draft.effect(new Effect.Search(query));
            draft.say(Line.of("search.looking").with("text", query.text()));
            draft.outcome("search:asked");
        }
    }

    static Turn found(Draft draft, Input.FiledFound found) {
        if (!draft.now().searches().waitsFor(found.query())) {
            draft.outcome("search:late");
            return draft.silent();
        }
        draft.outcome(found.found().isEmpty() ? "search:nothing" : "search:found");
        tell(draft, found);
        draft.say("search.public");
        return ended(draft);
    }

    private static void tell(Draft draft, Input.FiledFound found) {
        if (found.found().isEmpty()) {
            draft.say(Line.of("search.none").with("text", found.query().text()));
            return;
        }
        draft.say(Line.of("search.head").with("text", found.query().text()));
        found.found().stream().limit(SHOWN).forEach(unit -> unit(draft, unit));
        if (found.more() || found.found().size() > SHOWN) {
            draft.say("search.more");
        }
    }

    private static void unit(Draft draft, FiledUnit unit) {
        draft.say(
                Line.of(unit.approved().isEmpty() ? "search.unit" : "search.unit.since")
                        .with("name", unit.name())
                        .with("nature", unit.nature())
                        .with("licence", unit.licence())
                        .with("approved", unit.approved()));
        for (FiledUnit.Site site :
                unit.sites().subList(0, Math.min(SITES_SHOWN, unit.sites().size()))) {
            draft.say(
                    Line.of("search.site")
                            .with("name", site.name())
                            .with("domain", site.domain())
                            .with("licence", site.licence()));
        }
        if (unit.sites().size() > SITES_SHOWN) {
            draft.say(Line.of("search.sites").with("count", unit.sites().size()));
        }
    }

    static Turn failed(Draft draft, Input.SearchFailed failed) {
        if (!draft.now().searches().waitsFor(failed.query())) {
            return draft.silent();
        }
        draft.outcome("search:failed");
        draft.say("search.failed");
        draft.say("search.public");
        return ended(draft);
    }

    /** The open question again, unless something else was shown in the meantime. */
    private static Turn ended(Draft draft) {
        Searches searches = draft.now().searches();
        boolean still = draft.now().turn() == searches.turn();
        draft.now(draft.now().searching(searches.ended()));
        if (!still) {
            return draft.news();
        }
        goOn(draft);
        return draft.again();
    }

    private static void goOn(Draft draft) {
        if (draft.now().paused()) {
            draft.offer("继续");
        } else {
            Asking.next(draft);
        }
    }
}
