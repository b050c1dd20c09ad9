package io.beian;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Everything that is logged, the bot's own down to TRACE, with what is thrown. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> all = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.beian");

    /** The bot's start begins logging anew, so this comes after it. */
    static LogLines listen() {
        LogLines lines = new LogLines();
        lines.start();
        lines.root.addAppender(lines);
        lines.ours.setLevel(Level.TRACE);
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String thrown =
                event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy());
        all.add(event.getFormattedMessage() + event.getMDCPropertyMap() + thrown);
    }

    List<String> all() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    @Override
    public void close() {
        root.detachAppender(this);
        ours.setLevel(null);
        stop();
    }
}
