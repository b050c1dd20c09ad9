package io.beian.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 whose requests have to arrive in time. Tomcat's own timeouts are for a single read, so
 * that one byte now and then would hold a connection, and with a body a thread, for hours.
 *
 * <p>Nothing of Tomcat's is touched from outside: its end of the connection is told that no more
 * will come, as if the sender had closed its own.
 */
public final class BoundedProtocol extends Http11NioProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedProtocol.class);
    private static final long MOST_LATE_MS = 1_000;

    private Duration within = Duration.ofSeconds(10);
    private @Nullable ScheduledFuture<?> sweeping;

    /** How long a request may take from its first byte to its last. */
    void setWithin(Duration within) {
        this.within = within;
    }

    @Override
    public void start() throws Exception {
        super.start();
        long every = Math.min(MOST_LATE_MS, within.toMillis());
        sweeping =
                getUtilityExecutor()
                        .scheduleWithFixedDelay(this::sweep, every, every, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        ScheduledFuture<?> now = sweeping;
        if (now != null) {
            now.cancel(false);
        }
        super.stop();
    }

    private void sweep() {
        try {
            getEndpoint().getConnections().stream()
                    .filter(this::isLate)
                    .forEach(BoundedProtocol::endInput);
        } catch (RuntimeException e) {
            // Would end the sweeping for ever.
            LOG.error("late requests not looked for", e);
        }
    }

    private boolean isLate(SocketWrapperBase<NioChannel> connection) {
        if (!(connection.getCurrentProcessor() instanceof AbstractProcessor processor)) {
            return false;
        }
        Request request = processor.getRequest();
        long start = request.getStartTimeNanos();
        return start >= 0
                && System.nanoTime() - start > within.toNanos()
                && !request.isFinished()
                // Not another request that has begun meanwhile.
                && request.getStartTimeNanos() == start;
    }

    private static void endInput(SocketWrapperBase<NioChannel> connection) {
        try {
            connection.getSocket().getIOChannel().shutdownInput();
            LOG.info("a request that did not arrive in time was ended");
        } catch (IOException | RuntimeException e) {
            LOG.debug("connection was gone already: {}", e.getClass().getName());
        }
    }
}
