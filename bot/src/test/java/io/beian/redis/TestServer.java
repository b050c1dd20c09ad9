package io.beian.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One process of the machine's redis-server, with a directory and a port of its own. */
final class TestServer implements AutoCloseable {

    static final String LOOPBACK = "127.0.0.1";

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path directory;
    private final int port;
    private final List<String> arguments;
    private Process process;

    private TestServer(Path directory, int port, List<String> arguments) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.port = port;
        this.arguments = arguments;
        this.process = run();
    }

    /** Starts one that forces its append-only file to disk before each answer. */
    static TestServer start(Path directory, int port, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--appendonly", "yes"));
        arguments.addAll(List.of("--appendfsync", "always", "--save", ""));
        arguments.addAll(List.of("--repl-diskless-sync-delay", "0"));
        arguments.addAll(List.of(more));
        return new TestServer(directory, port, arguments);
    }

    /** Starts one that watches a master. */
    static TestServer sentinel(Path directory, int port, String configuration) throws IOException {
        Files.createDirectories(directory);
        Path file = Files.writeString(directory.resolve("sentinel.conf"), configuration);
        return new TestServer(directory, port, List.of(file.toString(), "--sentinel"));
    }

    private Process run() throws IOException {
        List<String> command = new ArrayList<>(List.of("redis-server"));
        command.addAll(arguments);
        command.addAll(List.of("--port", "" + port, "--bind", LOOPBACK));
        command.addAll(List.of("--dir", directory.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.resolve("server.log").toFile()))
                .start();
    }

    int port() {
        return port;
    }

    String address() {
        return LOOPBACK + ":" + port;
    }

    boolean alive() {
        return process.isAlive();
    }

    boolean answers() {
        return ask("PING").equals("PONG");
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again as it was started first, with what it has on disk. */
    void restart() throws IOException {
        process = run();
        await("a server to come back", this::answers);
    }

    /** It keeps its connections and does not answer, as a machine that hangs. */
    void pause() throws IOException {
        output(List.of("kill", "-STOP", "" + process.pid()));
    }

    void resume() throws IOException {
        output(List.of("kill", "-CONT", "" + process.pid()));
    }

    /** What it answers; empty if it does not. */
    String ask(String... command) {
        List<String> all = new ArrayList<>(List.of("redis-cli", "-p", "" + port));
        all.addAll(List.of(command));
        try {
            return output(all).strip();
        } catch (IOException e) {
            return "";
        }
    }

    static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
