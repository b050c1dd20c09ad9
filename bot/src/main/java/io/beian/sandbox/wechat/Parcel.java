package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One signed request to the account.
 *
 * @param query the parameters of the address, in order
 * @param body the XML
 */
record Parcel(Map<String, String> query, String body) {

    static Parcel encrypted(
            SafeMode safeMode, String timestamp, String nonce, String openid, Sealed sealed) {
        Map<String, String> query = signed(safeMode, timestamp, nonce, openid);
        query.put("encrypt_type", "aes");
        query.put("msg_signature", safeMode.sign(timestamp, nonce, sealed.encrypted()));
        return new Parcel(query, MessageXml.envelope(sealed.account(), sealed.encrypted()));
    }

    static Parcel plain(
            SafeMode safeMode, String timestamp, String nonce, String openid, String xml) {
        return new Parcel(signed(safeMode, timestamp, nonce, openid), xml);
    }

    Parcel wronglySigned() {
        Map<String, String> changed = new LinkedHashMap<>(query);
        changed.computeIfPresent("msg_signature", (name, was) -> "0".repeat(was.length()));
        return new Parcel(changed, body);
    }

    URI at(URI bot) {
        String parameters =
                query.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return URI.create(bot + "?" + parameters);
    }

    private static Map<String, String> signed(
            SafeMode safeMode, String timestamp, String nonce, String openid) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("signature", safeMode.sign(timestamp, nonce));
        query.put("timestamp", timestamp);
        query.put("nonce", nonce);
        query.put("openid", openid);
        return query;
    }

    /** An encrypted message and the account it is addressed to. */
    record Sealed(String account, String encrypted) {}
}
