package io.beian;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends requests to nodes in turn, and to the next one if a node takes none: it refuses the
 * connection or answers 503. Calls of the backend can be held up on their way.
 */
final class Balancer implements AutoCloseable {

    private static final int NOT_TAKEN = 503;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private volatile List<Integer> nodes = List.of();
    private volatile CountDownLatch backend = new CountDownLatch(0);
    private final AtomicInteger held = new AtomicInteger();

    Balancer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> pass(exchange, nodes, turn.getAndIncrement()));
        server.setExecutor(threads);
        server.start();
    }

    /** Calls below a path go to one server, which may be held. */
    void backend(String path, int port) {
        server.createContext(
                path,
                exchange -> {
                    held.incrementAndGet();
                    try {
                        backend.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    } finally {
                        held.decrementAndGet();
                    }
                    pass(exchange, List.of(port), 0);
                });
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void nodes(Integer... ports) {
        nodes = List.of(ports);
    }

    void hold() {
        backend = new CountDownLatch(1);
    }

    void letGo() {
        backend.countDown();
    }

    /** Calls that wait. */
    int held() {
        return held.get();
    }

    /** Requests that were taken and got no answer, or that nobody took. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    /** Answers nobody waited for any more. */
    int left() {
        return left.get();
    }

    int answered() {
        return answered.get();
    }

    private void pass(HttpExchange exchange, List<Integer> among, int first) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        for (int i = 0; i < among.size(); i++) {
            int port = among.get((first + i) % among.size());
            try {
                Forwarded answer = Forwarded.to(port, exchange, body);
                if (answer.status() != NOT_TAKEN || i == among.size() - 1) {
                    give(exchange, answer);
                    return;
                }
            } catch (ConnectException refused) {
                // The next one, then.
            } catch (IOException e) {
                broken.add(port + exchange.getRequestURI().getPath() + ": " + e);
                exchange.close();
                return;
            }
        }
        broken.add("nobody takes " + exchange.getRequestURI().getPath());
        exchange.close();
    }

    /** Whoever asked may have gone meanwhile. */
    private void give(HttpExchange exchange, Forwarded answer) {
        try {
            answer.give(exchange);
            answered.incrementAndGet();
        } catch (IOException gone) {
            left.incrementAndGet();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
