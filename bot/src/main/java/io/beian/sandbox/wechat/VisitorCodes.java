package io.beian.sandbox.wechat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The codes a browser brings to a page: good once, for five minutes. */
final class VisitorCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int BYTES = 16;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Issued> issued = new HashMap<>();

    VisitorCodes(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    private record Issued(String openid, Instant until, boolean used) {}

    /** What a code was worth. */
    record Redeemed(ApiCode code, String openid) {}

    synchronized String issue(String openid) {
        Instant now = clock.instant();
        issued.values().removeIf(old -> !now.isBefore(old.until()));
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String code = HexFormat.of().formatHex(bytes);
        issued.put(code, new Issued(openid, now.plus(LIFE), false));
        return code;
    }

    synchronized Redeemed redeem(String code) {
        Optional<Issued> found =
                Optional.ofNullable(issued.get(code))
                        .filter(one -> clock.instant().isBefore(one.until()));
        if (found.isEmpty()) {
            return new Redeemed(ApiCode.INVALID_CODE, "");
        }
        Issued one = found.get();
        if (one.used()) {
            return new Redeemed(ApiCode.CODE_USED, "");
        }
        issued.put(code, new Issued(one.openid(), one.until(), true));
        return new Redeemed(ApiCode.OK, one.openid());
    }
}
