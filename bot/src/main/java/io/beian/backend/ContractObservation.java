package io.beian.backend;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;

/**
 * Names what is asked of the backend by the contract's own path. Neither a metric nor a trace has
 * the address, in which numbers, domains and capture codes stand.
 */
final class ContractObservation extends DefaultClientRequestObservationConvention {

    /** Attribute of a request: its path in the contract. */
    static final String PATH = ContractObservation.class.getName() + ".path";

    @Override
    protected KeyValue uri(ClientRequestObservationContext context) {
        ClientHttpRequest request = context.getCarrier();
        Object path = request == null ? null : request.getAttributes().get(PATH);
        return KeyValue.of("uri", path == null ? "none" : path.toString());
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
        return KeyValues.empty();
    }
}
