package io.beian.sandbox.backend;

import io.beian.TestClock;
import io.beian.backend.OnTheWire;
import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.filing.Filing;
import io.beian.filing.IcpFiling;
import io.beian.filing.MatchKey;
import io.beian.order.OrderEvent;
import io.beian.proof.Chat;
import io.beian.talk.FakeWorld;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Several persons who talk to the bot, and the one reference backend behind it. */
final class Filers {

    private static final int MOST_TURNS = 150;
    private static final IcpFiling FILING = new IcpFiling();

    final OrderBook book;
    final Register register = new Register(Seeds.load());
    private final Matching matching;
    private final TestClock clock = TestClock.standing();
    private final Map<String, Chat> chats = new TreeMap<>();

    /** Orders that the clerk has settled. */
    final Set<String> settled = new HashSet<>();

    /** How often a person heard that the sponsor has another order: at once, and at the end. */
    int heardAtOnce;

    int heardAtTheEnd;

    Filers(Path directory) {
        this.book =
                new OrderBook(
                        new OrderFiles(directory.resolve("orders")),
                        new OrderRules(hash -> true),
                        register,
                        new Proofs(directory.resolve("proofs.json")),
                        new OrderViews(() -> "http://127.0.0.1:1"),
                        () -> "token",
                        clock);
        this.matching = new Matching(book, new ProofLock(clock));
    }

    Chat chat(String who) {
        return chats.computeIfAbsent(
                who,
                name ->
                        new Chat(
                                FILING,
                                Conversation.start(new ConversationId(name)),
                                clock.instant(),
                                (own, now, effect, at) -> run(name, own, now, effect, at)));
    }

    private List<Input> run(
            String who, FakeWorld own, Conversation now, Effect effect, Instant at) {
        if (effect instanceof Effect.LookUp lookUp) {
            Case of = now.find(lookUp.caseId()).orElseThrow();
            MatchKey key = MatchKey.of(of.facts()).orElseThrow();
            Map<String, String> found = key.lookUp(one -> found(who, key, one));
            heardAtOnce += found.getOrDefault("match.openOrder", "").equals("none") ? 0 : 1;
            return List.of(new Input.LookedUp(of.id(), found));
        }
        if (effect instanceof Effect.Submit submit) {
            return List.of(submit(who, now.find(submit.caseId()).orElseThrow(), submit, at));
        }
        boolean elsewhere =
                effect instanceof Effect.Refresh
                        || effect instanceof Effect.FetchOrders
                        || effect instanceof Effect.Withdraw;
        return elsewhere ? List.of() : own.run(now, effect, at);
    }

    private Map<String, String> found(String who, MatchKey key, MatchKey.Certificate one) {
        Matching.Match match =
                matching.match(
                        new Matching.Query(
                                key.province(),
                                one.type(),
                                one.number(),
                                key.domains(),
                                who,
                                key.proof().orElse(null)));
        return OnTheWire.found(JsonMapper.shared().writeValueAsBytes(match));
    }

    private Input submit(String who, Case of, Effect.Submit submit, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneId.of("Asia/Shanghai"));
        Filing filing = FILING.complete(of.facts(), today).orElseThrow();
        Draft draft = Draft.read(OnTheWire.order(who, of.id(), filing).orElseThrow());
        String key = who + submit.submissionId();
        OrderBook.Outcome outcome = book.submit(key, key, draft);
        if (outcome.problem().isPresent()) {
            boolean openOrder = outcome.problem().get().title().equals("openOrder");
            heardAtTheEnd += openOrder ? 1 : 0;
            return new Input.SubmitRefused(
                    of.id(),
                    submit.submissionId(),
                    List.of(
                            new io.beian.dialogue.Problem(
                                    "",
                                    outcome.problem().get().title(),
                                    outcome.problem().get().detail(),
                                    true,
                                    Map.of())));
        }
        OrderView order = outcome.order().orElseThrow();
        return new Input.Submitted(
                of.id(),
                submit.submissionId(),
                order.number(),
                order.state().name(),
                order.seq(),
                Optional.empty());
    }

    /** Begins a filing and goes on until the kind of it is known or nothing leads on. */
    Chat match(String who, String province, String number, String domain, String proof) {
        Chat chat = chat(who);
        chat.say(chat.now().cases().isEmpty() ? "备案" : "新开一个备案");
        for (String said : List.of("同意", province, "企业", number, domain)) {
            chat.say(said);
        }
        for (int i = 0; i < 5 && chat.phase().name().equals("Matching"); i++) {
            switch (chat.now().shown().asks().orElse("")) {
                case "match.proof" -> chat.say(i == 0 ? proof : "跳过");
                case "match.old" -> chat.say("没有");
                case "sponsor.certNo" -> chat.say("91320102745612386A");
                default -> i = 5;
            }
        }
        return chat;
    }

    /** Fills the order in and submits it. */
    void fill(String who) {
        Chat chat = chat(who);
        for (int i = 0; i < MOST_TURNS && !chat.ready(); i++) {
            if (!Set.of("Filling", "Reviewing").contains(chat.phase().name())) {
                return;
            }
            chat.send(chat.honest(0));
        }
        chat.say("提交");
    }

    /** The clerk and all behind pass an order on as far as it goes. */
    void passOn(String number) {
        book.play(number, Play.of(OrderEvent.PASS_PRE_REVIEW));
        book.play(number, Play.of(OrderEvent.PASS_ADMIN));
        book.play(number, Play.of(OrderEvent.INTERFACE_TAKES));
        List<String> people = new ArrayList<>();
        book.find(number)
                .ifPresent(order -> order.verifiers().forEach(each -> people.add(each.person())));
        people.forEach(person -> book.play(number, Play.verifies(person)));
        book.play(number, Play.of(OrderEvent.BUREAU_APPROVES));
    }

    void settle(String number) {
        book.settle(number).ifPresent(order -> settled.add(number));
    }
}
