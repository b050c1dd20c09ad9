package io.beian.talk;

import io.beian.dialogue.Problem;
import io.beian.order.OrderEvent;
import java.time.Duration;
import java.util.List;

/** Where a talk is played: the pure engine, the real store, the webhook. */
public interface Stage extends AutoCloseable {

    /** Sends a text and waits until everything it set going has settled. */
    String say(String text);

    /** Taps a choice of the last message that showed any, by its label. */
    String tap(String label);

    /** Taps a choice of an older message: the one before the last that showed choices. */
    String tapOld(String label);

    /** Sends specimens at once, such as {@code 营业执照}; the replies in their order. */
    List<String> photos(List<String> specimens);

    /** Sends something the bot cannot read, such as {@code voice}. */
    String other(String kind);

    /** Delivers the last message once more, under the same id. */
    String resend();

    /** Delivers one text several times at once, under the same id. */
    List<String> atOnce(String text, int times);

    /** Sends different texts so that none has seen the reply to another. */
    List<String> together(List<String> texts);

    /**
     * Plays reviewer, administrator, interface, people, bureau or time.
     *
     * @param person path of whoever verifies, empty for all other events
     */
    void review(OrderEvent event, String person, List<Problem> reasons);

    /** Whether somebody of customer service is there. */
    void agents(boolean there);

    /** The agent ends the conversation. */
    void agentLeaves();

    void restart();

    void advance(Duration time);

    /** Messages that came outside the answers, since the last call. */
    List<String> received();

    View view();

    /** How a value is shown at a path. */
    String masked(String path, String value);

    /** Whether replies come as the words a person reads; only then can they be compared. */
    boolean speaks();

    @Override
    void close();
}
