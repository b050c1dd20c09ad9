package io.beian.sandbox.wechat;

import io.beian.sandbox.wechat.Delivery.Answer;
import java.util.List;

/**
 * A message on its way.
 *
 * @param shown whether the phone shows it and what comes back
 */
record Post(String openid, Act act, MessageXml.Stamp stamp, Sending how, boolean shown) {

    /** How a message fared, by delivery. */
    record Receipt(Post post, List<Answer> answers) {}
}
