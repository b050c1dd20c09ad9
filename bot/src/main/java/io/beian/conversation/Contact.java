package io.beian.conversation;

import io.beian.dialogue.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something a person did that changes how many messages the account may send of its own accord.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage">WeChat's
 *     table</a>
 */
public record Contact(Kind kind, Instant at) {

    /** What was done, how many sends it allows and for how long. */
    public enum Kind {
        /** A message, or a tap on a choice inside one. */
        WROTE(5, Duration.ofDays(2)),
        /** Followed, scanned a code or tapped the menu. */
        TOUCHED(3, Duration.ofMinutes(1)),
        /** Stopped following; nothing may be sent any more. */
        LEFT(0, Duration.ZERO);

        private final int sends;
        private final Duration lasts;

        Kind(int sends, Duration lasts) {
            this.sends = sends;
            this.lasts = lasts;
        }
    }

    /** What an input is; empty for what comes from the world. */
    public static Optional<Contact> of(Input input, Instant at) {
        if (!(input instanceof Input.FromPerson)) {
            return Optional.empty();
        }
        if (input instanceof Input.Left) {
            return Optional.of(new Contact(Kind.LEFT, at));
        }
        boolean touch = input instanceof Input.Pressed || input instanceof Input.Followed;
        return Optional.of(new Contact(touch ? Kind.TOUCHED : Kind.WROTE, at));
    }

    String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    int sends() {
        return kind.sends;
    }

    /** The first moment at which nothing of it is left. */
    Instant until() {
        return at.plus(kind.lasts);
    }
}
