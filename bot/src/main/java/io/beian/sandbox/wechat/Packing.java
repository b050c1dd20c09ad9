package io.beian.sandbox.wechat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Wraps a message for one delivery: a new nonce and signature each time, wrong ones on demand. */
final class Packing {

    private static final Duration LONG_AGO = Duration.ofHours(1);
    private static final String OTHER_APP_ID = "wx0000000000000000";
    private static final String OTHER_ACCOUNT = "gh_000000000000";
    private static final String OTHER_OPENID = "o0000000000000000000000stranger";

    private final SafeMode safeMode;
    private final SimulatorSettings settings;
    private final InstantSource clock;
    private final RandomGenerator random;

    Packing(
            SafeMode safeMode,
            SimulatorSettings settings,
            InstantSource clock,
            RandomGenerator random) {
        this.safeMode = safeMode;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    Parcel pack(String openid, MessageXml.Stamp stamp, Act act, Optional<Fault> fault) {
        String timestamp = timestamp(is(fault, Fault.STALE));
        String nonce = Integer.toUnsignedString(random.nextInt());
        String account = is(fault, Fault.RECIPIENT) ? OTHER_ACCOUNT : settings.originalId();
        String xml = MessageXml.write(account, openid, stamp, act);
        if (is(fault, Fault.PLAIN)) {
            return Parcel.plain(safeMode, timestamp, nonce, openid, xml);
        }
        String appId = is(fault, Fault.APPID) ? OTHER_APP_ID : settings.appId();
        String sender = is(fault, Fault.OPENID) ? OTHER_OPENID : openid;
        Parcel.Sealed sealed = new Parcel.Sealed(account, safeMode.seal(xml, appId));
        Parcel parcel = Parcel.encrypted(safeMode, timestamp, nonce, sender, sealed);
        return is(fault, Fault.SIGNATURE) ? parcel.wronglySigned() : parcel;
    }

    /** The request that proves to WeChat whose server it is; only echo comes back. */
    Parcel verification(String echo) {
        Parcel parcel = Parcel.plain(safeMode, timestamp(false), "1514711492", "", "");
        parcel.query().remove("openid");
        parcel.query().put("echostr", echo);
        return parcel;
    }

    private String timestamp(boolean stale) {
        Duration age = stale ? LONG_AGO : Duration.ZERO;
        return Long.toString(clock.instant().minus(age).getEpochSecond());
    }

    private static boolean is(Optional<Fault> fault, Fault wanted) {
        return fault.filter(wanted::equals).isPresent();
    }
}
