package io.beian;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sends slowly, and whoever never ends, holds up nobody and is let go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowSenderTest {

    /** The last letter of each is what comes now and then. */
    private static final List<String> BEGINNINGS =
            List.of(
                    "GET /wechat",
                    "GET /wechat HTTP/1.1\r\nHost: h\r\nX: y",
                    "POST /wechat HTTP/1.1\r\nHost: h\r\nContent-Length: 60000\r\n\r\n<xml>",
                    "POST /wechat HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<xml>\r\n9;x",
                    "POST /filing/events HTTP/1.1\r\nHost: h\r\nContent-Length: 60000\r\n\r\n{",
                    "POST /filing/events HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nF000\r\n{",
                    "GET /nowhere HTTP/1.1\r\nHost: h\r\nContent-Length: 60000\r\n\r\nx",
                    "PUT /nowhere HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nF000;x");

    private static final int OF_EACH = 2;

    private final RunningBot bot;

    SlowSenderTest(@TempDir Path data) throws Exception {
        this.bot =
                new RunningBot(
                        data,
                        Clock.systemUTC(),
                        "--beian.http.arrives-within=4s",
                        "--server.tomcat.threads.max=4");
    }

    @AfterAll
    void end() {
        bot.close();
    }

    @Test
    void answersOthersWhileSomeDripAndLetsThoseGo() throws Exception {
        say("oBefore");
        try (Drips drips = new Drips()) {
            assertThat(say("oBeside")).contains("同意");
            assertThat(drips.open())
                    .as("answered beside them")
                    .hasSize(BEGINNINGS.size() * OF_EACH);
            RunningBot.await("the slow ones to be let go", () -> drips.open().isEmpty());
        }
    }

    private String say(String person) {
        return bot.send(person, Map.of("type", "text", "text", "备案"))
                .get(0)
                .path("content")
                .asString("");
    }

    @Test
    void bodiesWithoutAnEndEndAtTheLimit() throws Exception {
        String head = "POST /wechat HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.getOutputStream().write(chunk.repeat(17).getBytes(US_ASCII));
            assertThat(firstLine(socket)).contains(" 413");
        }
        try (Socket socket = connect()) {
            String large =
                    "POST /filing/events HTTP/1.1\r\nHost: h\r\nContent-Length: 70000\r\n\r\n";
            socket.getOutputStream().write(large.getBytes(US_ASCII));
            assertThat(firstLine(socket)).contains(" 413");
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), bot.base().getPort());
    }

    private static String firstLine(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        byte[] line = socket.getInputStream().readNBytes(12);
        return new String(line, US_ASCII);
    }

    /** Senders of every kind, each of which adds a letter every so often. */
    private final class Drips implements AutoCloseable {

        private final Map<Socket, String> open = new HashMap<>();
        private final Thread dripping = new Thread(this::drip, "drips");

        Drips() throws IOException {
            for (int i = 0; i < BEGINNINGS.size() * OF_EACH; i++) {
                String beginning = BEGINNINGS.get(i % BEGINNINGS.size());
                Socket socket = connect();
                socket.setSoTimeout(1);
                socket.getOutputStream().write(beginning.getBytes(US_ASCII));
                open.put(socket, beginning);
            }
            dripping.start();
        }

        private void drip() {
            while (!Thread.currentThread().isInterrupted()) {
                synchronized (open) {
                    open.entrySet().removeIf(each -> isGone(each.getKey(), each.getValue()));
                }
                LockSupport.parkNanos(50_000_000);
            }
        }

        private static boolean isGone(Socket socket, String beginning) {
            try {
                socket.getOutputStream().write(beginning.charAt(beginning.length() - 1));
                while (socket.getInputStream().read() >= 0) {
                    // An answer before the end.
                }
                socket.close();
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } catch (IOException e) {
                return true;
            }
        }

        List<String> open() {
            synchronized (open) {
                return List.copyOf(open.values());
            }
        }

        @Override
        public void close() throws IOException {
            dripping.interrupt();
            synchronized (open) {
                for (Socket socket : open.keySet()) {
                    socket.close();
                }
            }
        }
    }
}
