package io.beian.sandbox.wechat;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a person's chat with the account.
 *
 * @param id grows by one over all chats
 * @param type what it is within its kind: {@code text}, {@code image}, {@code CLICK} …
 * @param fields as WeChat names them: {@code Content}, {@code MediaId}, {@code MsgId} …
 */
record Entry(
        long id, Instant at, String openid, Kind kind, String type, Map<String, String> fields) {

    Entry {
        fields = Map.copyOf(fields);
    }

    /** Who or what left the line. */
    enum Kind {
        /** The person exists; the field {@code nickname} says how it is called. */
        JOINED,
        /** A message of the person. */
        SAID,
        /** Something else the person did: an event. */
        DID,
        /** The account's answer to a message. */
        REPLIED,
        /** A service message of the account. */
        SERVED,
        /** A template message or a subscription notice of the account. */
        NOTICED,
        /** What an agent of customer service did: {@code create, text, close}. */
        AGENT,
        /** WeChat says that the account is out of order. */
        FAULT
    }

    boolean is(Kind wanted, String wantedType) {
        return kind == wanted && type.equals(wantedType);
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
