package io.beian.redis;

import io.beian.privacy.PrivateFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A redis-server of our own on a loopback port, with its append-only file in a directory.
 *
 * <ul>
 *   <li>A lock file keeps two applications off one directory.
 *   <li>The server is detached, so that an interrupt at the terminal does not stop it before the
 *       application is done with it. Should the application be killed, the server lives on; the
 *       next start knows its port and password from the configuration left behind and stops it.
 *   <li>Should the server die, it is started again in the same place.
 * </ul>
 */
public final class EmbeddedRedis {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Path directory;
    private final RedisSettings settings;
    private @Nullable FileChannel lockFile;
    private @Nullable RedisControl control;
    private @Nullable ServerProcess server;
    private final RedisBinary binaries;
    private @Nullable RedisProgram program;

    public EmbeddedRedis(Path directory, RedisSettings settings) {
        this(directory, settings, RedisBinary.ofThisMachine());
    }

    EmbeddedRedis(Path directory, RedisSettings settings, RedisBinary binaries) {
        this.directory = directory.toAbsolutePath().normalize();
        this.settings = settings;
        this.binaries = binaries;
    }

    public synchronized void start() throws IOException, InterruptedException {
        binaries.mustBePossible();
        PrivateFiles.createDirectory(directory);
        lock();
        try {
            stopLeftover();
            begin();
        } catch (IOException | InterruptedException e) {
            stop();
            throw e;
        }
    }

    private void begin() throws IOException, InterruptedException {
        RedisProgram found = binaries.find(settings.executable(), directory.resolve("bin"));
        new StoredData(directory).mustBeSeenBy(found);
        program = found;
        int port = settings.embeddedPort() == 0 ? freePort() : settings.embeddedPort();
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        control = new RedisControl(LOOPBACK, port, HexFormat.of().formatHex(secret));
        launch(found, control);
        Thread watcher = new Thread(this::watch, "embedded-redis");
        watcher.setDaemon(true);
        watcher.start();
    }

    public String host() {
        return LOOPBACK;
    }

    public synchronized int port() {
        return started().port();
    }

    public synchronized String password() {
        return started().password();
    }

    /** Process id of the server, for drills. */
    synchronized long pid() {
        return server == null ? -1 : server.pid();
    }

    /** Stops the server after it has written everything; a second call does nothing. */
    public synchronized void stop() throws IOException {
        ServerProcess running = server;
        server = null;
        if (running != null) {
            running.end(PATIENCE);
        }
        if (control != null) {
            control.close();
            control = null;
        }
        if (lockFile != null) {
            lockFile.close();
            lockFile = null;
        }
    }

    private RedisControl started() {
        if (control == null) {
            throw new IllegalStateException("the embedded Redis is not running");
        }
        return control;
    }

    private void launch(RedisProgram found, RedisControl endpoint)
            throws IOException, InterruptedException {
        EmbeddedConfig config = new EmbeddedConfig(directory, endpoint.port(), endpoint.password());
        Path file = config.write(settings.fsync());
        long logBefore = Files.exists(config.log()) ? Files.size(config.log()) : 0;
        Process launcher = run(found, file);
        boolean detached =
                launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        && launcher.exitValue() == 0;
        Optional<ProcessHandle> ready = detached ? endpoint.awaitReady(PATIENCE) : Optional.empty();
        if (ready.isEmpty()) {
            launcher.destroyForcibly();
            throw new StoredData(directory).refusedBy(found, config.log(), logBefore);
        }
        server = new ServerProcess(ready.get());
        log.info("embedded Redis on port {}, data in {}", endpoint.port(), directory);
    }

    private Process run(RedisProgram found, Path config) throws IOException {
        try {
            return new ProcessBuilder(found.executable().toString(), config.toString())
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new EmbeddedRedisException(
                    "The embedded " + found + " cannot be run: " + e.getMessage() + ".",
                    "Set beian.redis.executable to a server that can, or spring.data.redis.host to"
                            + " a Redis of your own.");
        }
    }

    private void watch() {
        try {
            while (isWatched()) {
                TimeUnit.MILLISECONDS.sleep(GLANCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts the server again if it is gone; false once it is not wanted any more. */
    private synchronized boolean isWatched() throws InterruptedException {
        if (server == null || control == null || program == null) {
            return false;
        }
        if (server.gone()) {
            log.error("embedded Redis died, starting it again");
            try {
                launch(program, control);
            } catch (IOException e) {
                log.error("embedded Redis cannot be started again", e);
                TimeUnit.SECONDS.sleep(1);
            }
        }
        return true;
    }

    private void stopLeftover() throws IOException {
        Optional<EmbeddedConfig> last = EmbeddedConfig.readFrom(directory);
        if (last.isEmpty()) {
            return;
        }
        // Its password proves that whoever answers there is the server of this directory.
        try (RedisControl old =
                new RedisControl(LOOPBACK, last.get().port(), last.get().password())) {
            Optional<ProcessHandle> orphan = old.process();
            if (orphan.isPresent()) {
                log.warn("stopping the Redis an earlier run left behind");
                new ServerProcess(orphan.get()).end(PATIENCE);
            }
        }
    }

    @SuppressWarnings("resource") // the channel holds the lock until stop
    private void lock() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!taken(channel)) {
            channel.close();
            throw new EmbeddedRedisException(
                    "Another application uses " + directory + ".",
                    "End it, or set beian.data-dir to a directory of its own, or"
                            + " spring.data.redis.host to share one Redis.");
        }
        lockFile = channel;
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
