package io.beian.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beian.conversation.Incoming;
import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Input;
import io.beian.filing.SampleFiling;
import io.beian.order.OrderEvent;
import io.beian.sandbox.backend.OrderBook;
import io.beian.sandbox.backend.Play;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk decides reaches the conversation: pushed, or else fetched. */
class EventsEndToEndTest {

    private static final ConversationId FILER = new ConversationId("openid-1");
    private static final String NOWHERE =
            "--beian.sandbox.filing-events-url=http://127.0.0.1:9/filing/events";

    private final Path data;
    private SandboxProcess sandbox;

    EventsEndToEndTest(@TempDir Path data) {
        this.data = data;
        this.sandbox = SandboxProcess.start(data);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void pushesEachMoveInItsOrder() throws Exception {
        String number = submit();

        decide(number, OrderEvent.PASS_PRE_REVIEW);
        decide(number, OrderEvent.PASS_ADMIN);

        assertThat(next()).extracting(Input.OrderMoved::seq).isEqualTo(2L);
        assertThat(next()).extracting(Input.OrderMoved::state).isEqualTo("SUBMITTING");
    }

    @Test
    void pushesAfterARestartWhatWasNotTakenBefore() throws Exception {
        restart(NOWHERE);
        String number = submit();
        decide(number, OrderEvent.PASS_PRE_REVIEW);

        restart();
        sandbox.bean(OrderIndex.class).put(number, FILER);

        assertThat(next()).extracting(Input.OrderMoved::state).isEqualTo("ADMIN_REVIEW");
    }

    @Test
    void fetchesWhatNoPushBrought() throws Exception {
        restart(NOWHERE);
        String number = submit();
        decide(number, OrderEvent.PASS_PRE_REVIEW);
        decide(number, OrderEvent.PASS_ADMIN);

        sandbox.bean(EventPoller.class).tick();
        sandbox.bean(EventPoller.class).tick();

        assertThat(delivered().incoming())
                .extracting(Incoming::messageKey)
                .containsExactly("event:evt_" + number + "_2", "event:evt_" + number + "_3");
    }

    @Test
    void doesNotMoveOnInTheFeedPastAnEventThatIsNotCommitted() throws Exception {
        restart(NOWHERE);
        String number = submit();
        decide(number, OrderEvent.PASS_PRE_REVIEW);
        delivered().failing().set(true);

        assertThatThrownBy(() -> sandbox.bean(EventPoller.class).tick())
                .isInstanceOf(StorageException.class);
        delivered().failing().set(false);
        sandbox.bean(EventPoller.class).tick();

        assertThat(next()).extracting(Input.OrderMoved::seq).isEqualTo(2L);
    }

    private String submit() {
        OrderForm form = new OrderForm("filer-1", "c1", new SampleFiling().complete());
        Submission taken = sandbox.bean(FilingBackend.class).submit("key-1", form);
        String number = ((Submission.Taken) taken).order().number();
        sandbox.bean(OrderIndex.class).put(number, FILER);
        return number;
    }

    private void decide(String number, OrderEvent event) {
        assertThat(sandbox.bean(OrderBook.class).play(number, Play.of(event))).isPresent();
    }

    private Input.OrderMoved next() throws InterruptedException {
        Incoming incoming =
                Objects.requireNonNull(delivered().incoming().poll(20, TimeUnit.SECONDS));
        return (Input.OrderMoved) incoming.input();
    }

    private SandboxProcess.Delivered delivered() {
        return sandbox.bean(SandboxProcess.Delivered.class);
    }

    private void restart(String... more) {
        sandbox.close();
        sandbox = SandboxProcess.start(data, more);
    }
}
