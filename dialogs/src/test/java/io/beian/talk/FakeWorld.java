package io.beian.talk;

import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.KnownOrder;
import io.beian.filing.Filing;
import io.beian.filing.IcpFiling;
import io.beian.filing.MatchKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A backend and a picture store as small as they can be, for playing talks on the engine. */
public final class FakeWorld {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    private final IcpFiling procedure = new IcpFiling();
    private final Map<String, String> orders = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();
    private final Map<String, KnownOrder> handedIn = new ConcurrentHashMap<>();

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
        if (effect instanceof Effect.Withdraw withdraw) {
            open.values().remove(withdraw.orderNumber());
            return List.of(new Input.Withdrawn(withdraw.caseId(), withdraw.orderNumber(), true));
        }
        if (effect instanceof Effect.Search search) {
            return List.of(
                    new Input.FiledFound(search.query(), Seeds.published(search.query()), false));
        }
        if (effect instanceof Effect.FetchOrders) {
            return List.of(new Input.OrdersKnown(List.copyOf(handedIn.values())));
        }
        return List.of();
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
        return new Input.Submitted(
                of.id(), submit.submissionId(), number, "PRE_REVIEW", 0, Optional.empty());
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
