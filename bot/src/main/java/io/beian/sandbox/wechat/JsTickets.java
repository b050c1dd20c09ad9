package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The ticket pages are signed with, and the check that WeChat makes of a signature. */
final class JsTickets {

    private static final Duration LIFE = Duration.ofHours(2);

    private final InstantSource clock;
    private final RandomGenerator random;
    private String ticket = "";
    private Instant until = Instant.EPOCH;

    JsTickets(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A ticket and for how many seconds it is good. */
    record Ticket(String value, long expiresIn) {}

    synchronized Ticket issue() {
        Instant now = clock.instant();
        if (!now.isBefore(until)) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            ticket = HexFormat.of().formatHex(bytes);
            until = now.plus(LIFE);
        }
        return new Ticket(ticket, Duration.between(now, until).toSeconds());
    }

    synchronized boolean signs(String url, String timestamp, String nonce, String signature) {
        String signed =
                "jsapi_ticket=%s&noncestr=%s&timestamp=%s&url=%s"
                        .formatted(ticket, nonce, timestamp, url);
        return !ticket.isEmpty() && sha1(signed).equals(signature);
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
