package io.beian.sandbox.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How many service messages an account may still send somebody: five within 48 hours of a message,
 * three within a minute of following, scanning or tapping the menu.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage">the
 *     table</a>
 */
record Quota(Allowance written, Allowance touched) {

    private static final Set<String> TOUCHES = Set.of("subscribe", "SCAN", "CLICK");
    private static final Quota NONE = new Quota(Allowance.NONE, Allowance.NONE);

    static Quota after(List<Entry> chat) {
        Quota quota = NONE;
        for (Entry entry : chat) {
            quota = quota.after(entry);
        }
        return quota;
    }

    /** How a service message sent now would fare. */
    ApiCode judge(Instant now) {
        if (touched.usable(now) || written.usable(now)) {
            return ApiCode.OK;
        }
        return touched.open(now) || written.open(now)
                ? ApiCode.OUT_OF_RESPONSE_COUNT
                : ApiCode.OUT_OF_RESPONSE_TIME;
    }

    /** Sends left at this moment. */
    int left(Instant now) {
        return touched.leftAt(now) + written.leftAt(now);
    }

    private Quota after(Entry entry) {
        return switch (entry.kind()) {
            case SAID -> new Quota(new Allowance(5, entry.at().plus(Duration.ofDays(2))), touched);
            case DID -> afterEvent(entry);
            case SERVED -> spend(entry.at());
            case JOINED, REPLIED, NOTICED, AGENT, FAULT -> this;
        };
    }

    private Quota afterEvent(Entry entry) {
        if (entry.type().equals("unsubscribe")) {
            return NONE;
        }
        return TOUCHES.contains(entry.type())
                ? new Quota(written, new Allowance(3, entry.at().plus(Duration.ofMinutes(1))))
                : this;
    }

    private Quota spend(Instant at) {
        return touched.usable(at)
                ? new Quota(written, touched.less())
                : new Quota(written.less(), touched);
    }

    /** A number of sends and the instant they lapse. */
    record Allowance(int left, Instant until) {

        static final Allowance NONE = new Allowance(0, Instant.EPOCH);

        boolean open(Instant now) {
            return now.isBefore(until);
        }

        boolean usable(Instant now) {
            return leftAt(now) > 0;
        }

        int leftAt(Instant now) {
            return open(now) ? left : 0;
        }

        Allowance less() {
            return new Allowance(Math.max(0, left - 1), until);
        }
    }
}
