package io.beian.sandbox.wechat;

import java.util.Optional;

/**
 * How a message goes out.
 *
 * @param msgId of an earlier message that is to be delivered once more
 * @param createTime in seconds; the one of now if empty
 * @param atOnce deliveries at the same time
 * @param replay whether the very same request is sent a second time
 * @param fault something WeChat would never do
 */
record Sending(
        Optional<String> msgId,
        Optional<Long> createTime,
        int atOnce,
        boolean replay,
        Optional<Fault> fault) {

    static final Sending NORMAL =
            new Sending(Optional.empty(), Optional.empty(), 1, false, Optional.empty());
}
