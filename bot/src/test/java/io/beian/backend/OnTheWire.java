package io.beian.backend;

import io.beian.filing.Filing;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An order as the backend gets to read it. */
public final class OnTheWire {

    private OnTheWire() {}

    public static Optional<JsonNode> order(Filing filing) {
        return BackendJson.read(
                BackendJson.write(
                        BackendJson.order(
                                new OrderForm("filer", "c1", filing), BureauCodes.SHIPPED)));
    }
}
