package io.beian.talk;

import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import java.util.HashMap;
import java.util.Map;

/**
 * The mini program's pictures, for all people of a talk: a code serves one filing of one person,
 * until that filing is handed in.
 */
public final class FakeCaptures {

    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, Integer> handedIn = new HashMap<>();

    private record Claim(String filing, int handedIn) {}

    synchronized Input fetch(Conversation now, Effect.ImportCapture wanted) {
        Input taken = Seeds.capture(wanted.caseId(), wanted.code());
        if (!(taken instanceof Input.CaptureImported)) {
            return taken;
        }
        String filing = filing(now, wanted.caseId());
        Claim claim = new Claim(filing, handedIn.getOrDefault(filing, 0));
        return claims.computeIfAbsent(wanted.code(), first -> claim).equals(claim)
                ? taken
                : new Input.CaptureUnknown(wanted.caseId(), "used");
    }

    synchronized void handedIn(Conversation by, Case of) {
        handedIn.merge(filing(by, of.id()), 1, Integer::sum);
    }

    private static String filing(Conversation of, String caseId) {
        return of.id().value() + " " + caseId;
    }
}
