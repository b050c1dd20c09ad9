package io.beian.backend;

import io.beian.filing.Filing;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An order as the backend gets to read it. */
public final class OnTheWire {

    private OnTheWire() {}

    public static Optional<JsonNode> order(Filing filing) {
        return order("filer", "c1", filing);
    }

    public static Optional<JsonNode> order(String reference, String caseId, Filing filing) {
        return BackendJson.read(
                BackendJson.write(
                        BackendJson.order(
                                new OrderForm(reference, caseId, filing), BureauCodes.SHIPPED)));
    }

    /** What the client makes of the backend's answer to a match. */
    public static Map<String, String> found(byte[] match) {
        return BackendJson.found(BackendJson.read(match).orElseThrow());
    }
}
