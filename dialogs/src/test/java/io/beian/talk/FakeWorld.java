package io.beian.talk;

import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.Effect;
import io.beian.dialogue.FiledRecord;
import io.beian.dialogue.Input;
import io.beian.dialogue.KnownOrder;
import io.beian.filing.Filing;
import io.beian.filing.IcpFiling;
import io.beian.filing.MatchKey;
import io.beian.form.Facts;
import io.beian.order.OrderEvent;
import io.beian.order.OrderState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A backend and a picture store as small as they can be, for playing talks on the engine. */
public final class FakeWorld {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    private final IcpFiling procedure = new IcpFiling();
    private final Map<String, String> orders = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();
    private final Map<String, KnownOrder> handedIn = new ConcurrentHashMap<>();
    private final FakeOrders book = new FakeOrders();
    private final Map<String, Facts> answers = new ConcurrentHashMap<>();
    private final Set<String> submitted = new HashSet<>();
    private boolean agents;

    /** Carries an effect out; what comes back goes into the conversation. */
    public List<Input> run(Conversation now, Effect effect, Instant at) {
        if (effect instanceof Effect.LookUp lookUp) {
            return List.of(lookUp(now.find(lookUp.caseId()).orElseThrow()));
        }
        if (effect instanceof Effect.FetchPhoto photo) {
            return List.of(fetch(photo));
        }
        if (effect instanceof Effect.ImportCapture capture) {
            return List.of(Seeds.capture(capture.caseId(), capture.code()));
        }
        if (effect instanceof Effect.DrawPreview preview) {
            return List.of(new Input.Drawn(preview.caseId(), "http://127.0.0.1/preview/x"));
        }
        if (effect instanceof Effect.Submit submit) {
            return List.of(submit(now.find(submit.caseId()).orElseThrow(), submit, at));
        }
        if (effect instanceof Effect.Refresh refresh && book.knows(refresh.orderNumber())) {
            return List.of(book.last(refresh.orderNumber()));
        }
        if (effect instanceof Effect.CatchUp missed) {
            String number = missed.orderNumber();
            return List.of(new Input.OrderCaughtUp(number, book.after(number, missed.after())));
        }
        if (effect instanceof Effect.CallAgent) {
            return List.of(agents ? new Input.AgentCame(true) : new Input.NoAgent());
        }
        if (effect instanceof Effect.FetchFiled fetch) {
            return List.of(new Input.FiledKnown(fetch.want(), filed()));
        }
        if (effect instanceof Effect.MakeFooter) {
            return List.of(new Input.FooterReady("http://127.0.0.1/footer"));
        }
        if (effect instanceof Effect.Export) {
            return List.of(new Input.Exported("http://127.0.0.1/mine/x", Duration.ofMinutes(30)));
        }
        if (effect instanceof Effect.Withdraw withdraw) {
            open.values().remove(withdraw.orderNumber());
            if (book.knows(withdraw.orderNumber()) && book.withdrawable(withdraw.orderNumber())) {
                book.play(withdraw.orderNumber(), OrderEvent.WITHDRAW, "", List.of(), at);
            }
            return List.of(new Input.Withdrawn(withdraw.caseId(), withdraw.orderNumber(), true));
        }
        if (effect instanceof Effect.Search search) {
            return List.of(
                    new Input.FiledFound(search.query(), Seeds.published(search.query()), false));
        }
        if (effect instanceof Effect.FetchOrders) {
            return List.of(
                    new Input.OrdersKnown(handedIn.values().stream().map(this::now).toList()));
        }
        return List.of();
    }

    /** The data of approved orders are the filed ones. */
    private List<FiledRecord> filed() {
        return answers.entrySet().stream()
                .filter(order -> book.state(order.getKey()) == OrderState.APPROVED)
                .map(order -> record(order.getValue(), book.last(order.getKey()).numbers()))
                .toList();
    }

    private static FiledRecord record(Facts facts, Map<String, String> numbers) {
        Map<String, String> sponsor = new TreeMap<>();
        facts.byPath().forEach((path, fact) -> sponsor.put(path, fact.value()));
        sponsor.keySet().removeIf(path -> !path.startsWith("sponsor."));
        return new FiledRecord(
                numbers.getOrDefault("sponsor", ""),
                sponsor,
                facts.instances("site").stream()
                        .map(
                                site ->
                                        new FiledRecord.Site(
                                                numbers.getOrDefault("site." + site, ""),
                                                Map.of(
                                                        "domain",
                                                        facts.text("site." + site + ".domain")
                                                                .orElse(""),
                                                        "name",
                                                        facts.text("site." + site + ".name")
                                                                .orElse(""))))
                        .toList());
    }

    private KnownOrder now(KnownOrder then) {
        Input.OrderMoved last = book.last(then.number());
        return new KnownOrder(
                then.number(),
                then.caseId(),
                last.seq(),
                last.state(),
                last.at(),
                last.allowed(),
                last.numbers(),
                then.domains());
    }

    /** The orders at the backend. */
    public FakeOrders book() {
        return book;
    }

    /** An order came to its end; no longer is anybody led to it. */
    public void ended(String orderNumber) {
        open.values().removeIf(orderNumber::equals);
    }

    /** Whether somebody of customer service is there. */
    public void agents(boolean there) {
        agents = there;
    }

    /** How many different orders have been made. */
    public int orders() {
        return orders.size();
    }

    private Input lookUp(Case of) {
        return MatchKey.of(of.facts())
                .<Input>map(key -> new Input.LookedUp(of.id(), key.lookUp(one -> match(one, key))))
                .orElseGet(() -> new Input.LookUpFailed(of.id()));
    }

    private Map<String, String> match(MatchKey.Certificate one, MatchKey key) {
        Map<String, String> found = new HashMap<>(Seeds.match(one, key.domains(), key.proof()));
        if (open.containsKey(one.number())) {
            found.put("match.openOrder", "mine");
            found.put("match.openOrderNumber", open.get(one.number()));
            found.put("match.openOrderAdmitsAccess", "true");
        }
        return found;
    }

    private static Input fetch(Effect.FetchPhoto photo) {
        String name = photo.mediaId();
        if (name.startsWith("动图")) {
            return new Input.PhotoRefused(photo.caseId(), photo.tray(), "photo.gif", Map.of());
        }
        if (name.startsWith("巨图")) {
            return new Input.PhotoRefused(
                    photo.caseId(), photo.tray(), "photo.tooManyPixels", Map.of());
        }
        String hash = String.format("%064x", Integer.toUnsignedLong(name.hashCode()));
        return new Input.PhotoKept(photo.caseId(), photo.tray(), hash, List.of());
    }

    private Input submit(Case of, Effect.Submit submit, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, BUREAU);
        Filing filing =
                procedure
                        .complete(of.facts(), today)
                        .orElseThrow(() -> new AssertionError("an incomplete order was sent"));
        String known = of.phase().order().orElse("TY2026112300000" + (orders.size() + 1));
        String number = orders.computeIfAbsent(submit.submissionId(), id -> known);
        if (filing.fields().isEmpty()) {
            throw new AssertionError("an empty order was sent");
        }
        if (!filing.type().access()) {
            open.put(filing.fields().get("sponsor.certNo"), number);
            open.put(filing.fields().get("match.certNo"), number);
        }
        handedIn.put(number, known(of, number, at));
        answers.put(number, of.facts());
        boolean first = submitted.add(submit.submissionId());
        Input.OrderMoved moved = first ? book.handedIn(number, of, at) : book.last(number);
        return new Input.Submitted(
                of.id(),
                submit.submissionId(),
                number,
                moved.state(),
                moved.seq(),
                Optional.empty());
    }

    private static KnownOrder known(Case of, String number, Instant at) {
        List<String> domains =
                of.facts().instances("site").stream()
                        .flatMap(site -> of.facts().text("site." + site + ".domain").stream())
                        .toList();
        return new KnownOrder(
                number, of.id(), 0, "PRE_REVIEW", at, List.of("withdraw"), Map.of(), domains);
    }
}
