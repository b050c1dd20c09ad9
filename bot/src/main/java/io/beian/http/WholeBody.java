package io.beian.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through once its body has arrived, and holds no thread before. It does so at every
 * address: a body nobody asked for would be waited for just the same.
 */
final class WholeBody implements Filter {

    /** The bound on the time is {@link BoundedProtocol}'s. */
    private static final long NO_TIMEOUT = 0;

    private final int limit;
    private final @Nullable String anySize;

    WholeBody(HttpSettings settings) {
        this.limit = Math.toIntExact(settings.maxBody().toBytes());
        this.anySize = settings.anySize();
    }

    @Override
    public void doFilter(ServletRequest incoming, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) incoming;
        if (!hasBody(request) || (anySize != null && request.getRequestURI().startsWith(anySize))) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > limit) {
            ((HttpServletResponse) response)
                    .setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            ArrivedBody arrived = new ArrivedBody(request);
            AsyncContext waiting = request.startAsync(arrived, response);
            waiting.setTimeout(NO_TIMEOUT);
            ServletInputStream body = request.getInputStream();
            body.setReadListener(new Arrival(body, arrived, waiting));
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Takes what there is whenever there is something. */
    private final class Arrival implements ReadListener {

        private final ServletInputStream from;
        private final ArrivedBody to;
        private final AsyncContext waiting;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final byte[] part = new byte[4096];
        private boolean over;

        Arrival(ServletInputStream from, ArrivedBody to, AsyncContext waiting) {
            this.from = from;
            this.to = to;
            this.waiting = waiting;
        }

        @Override
        public void onDataAvailable() throws IOException {
            while (!over && from.isReady()) {
                int read = from.read(part);
                if (read < 0) {
                    return;
                }
                bytes.write(part, 0, read);
                if (bytes.size() > limit) {
                    refuse(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                }
            }
        }

        @Override
        public void onAllDataRead() {
            if (!over) {
                over = true;
                to.is(bytes.toByteArray());
                waiting.dispatch();
            }
        }

        @Override
        public void onError(Throwable gone) {
            refuse(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }

        private void refuse(int status) {
            if (!over) {
                over = true;
                ((HttpServletResponse) waiting.getResponse()).setStatus(status);
                waiting.complete();
            }
        }
    }
}
