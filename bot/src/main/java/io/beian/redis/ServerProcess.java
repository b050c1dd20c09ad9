package io.beian.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the embedded server, which is not a child of this one. */
final class ServerProcess {

    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
    private static final int GLANCE_MILLIS = 20;

    private final ProcessHandle handle;

    /** A zombie counts as alive until somebody reaps it, but names no command any more. */
    private final boolean named;

    ServerProcess(ProcessHandle handle) {
        this.handle = handle;
        this.named = handle.info().command().isPresent();
    }

    long pid() {
        return handle.pid();
    }

    boolean gone() {
        return !handle.isAlive() || (named && handle.info().command().isEmpty());
    }

    /** On SIGTERM the server forces its log to disk and leaves. */
    void end(Duration patience) {
        handle.destroy();
        try {
            for (long waited = 0; !gone(); waited += GLANCE_MILLIS) {
                if (waited >= patience.toMillis()) {
                    log.warn("the embedded Redis does not stop, killing it");
                    handle.destroyForcibly();
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
