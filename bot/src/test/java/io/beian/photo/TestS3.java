package io.beian.photo;

import io.beian.privacy.Secret;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks the S3 protocol and checks every signature (S3Proxy), in a process of its
 * own. Its objects are files of a directory, so they outlive it.
 */
public final class TestS3 implements AutoCloseable {

    public static final String BUCKET = "beian-photos";

    /** May be made, and told to keep versions; it is gone with the process. */
    static final String VERSIONED = "versioned-photos";

    private static final String ACCESS_KEY = "test-access-key";
    private static final String SECRET_KEY = "test-secret-key-0123456789";
    private static final String FILES = "files.properties";
    private static final String VERSIONS = "versions.properties";
    private static final Path SERVER = Path.of("target", "s3proxy.jar").toAbsolutePath();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path directory;
    private final int port;
    private @Nullable Process process;

    private TestS3(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** Starts it with one empty bucket. */
    public static TestS3 start(Path directory) throws IOException {
        TestS3 s3 = new TestS3(directory, freePort());
        Files.createDirectories(s3.objects().resolve(BUCKET));
        s3.configure(
                FILES, "jclouds.provider=filesystem", "jclouds.filesystem.basedir=" + s3.objects());
        s3.configure(
                VERSIONS, "jclouds.provider=transient", "s3proxy.bucket-locator.1=" + VERSIONED);
        s3.start();
        return s3;
    }

    private void configure(String file, String... backend) throws IOException {
        List<String> lines =
                List.of(
                        "s3proxy.endpoint=" + endpoint(),
                        "s3proxy.authorization=aws-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        String.join("\n", backend));
        Files.write(directory.resolve(file), lines);
    }

    /** Again after {@link #kill}, with the same objects. */
    public void start() throws IOException {
        if (!Files.exists(SERVER)) {
            throw new IllegalStateException(
                    SERVER + " is not there: `mvn process-test-classes` fetches it");
        }
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                SERVER.toString(),
                                "--properties",
                                FILES,
                                "--properties",
                                VERSIONS)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("s3proxy.log").toFile())
                        .start();
        long end = System.nanoTime() + PATIENCE;
        while (!answers()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError(Files.readString(directory.resolve("s3proxy.log")));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** SIGKILL: whatever it was doing stays as it is. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Settings by which a bot uses it. */
    public List<String> springSettings() {
        return List.of(
                "--beian.photos.s3.endpoint=" + endpoint(),
                "--beian.photos.s3.bucket=" + BUCKET,
                "--beian.photos.s3.access-key=" + ACCESS_KEY,
                "--beian.photos.s3.secret-key=" + SECRET_KEY);
    }

    /** One more bucket, empty. */
    String freshBucket() throws IOException {
        return Files.createTempDirectory(objects(), "photos-").getFileName().toString();
    }

    PhotoSettings.S3 settings(String bucket) {
        return settings(endpoint(), bucket, SECRET_KEY);
    }

    PhotoSettings.S3 settings(String bucket, String secretKey) {
        return settings(endpoint(), bucket, secretKey);
    }

    static PhotoSettings.S3 settings(URI endpoint, String bucket, String secretKey) {
        return new PhotoSettings.S3(
                endpoint,
                "us-east-1",
                bucket,
                ACCESS_KEY,
                new Secret(secretKey),
                true,
                "",
                Duration.ofSeconds(5),
                Duration.ofSeconds(20));
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private Path objects() {
        return directory.resolve("objects");
    }

    /** What the server keeps of a bucket: content by key. */
    public Map<String, byte[]> stored(String bucket) throws IOException {
        Path root = objects().resolve(bucket);
        Map<String, byte[]> stored = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String key = root.relativize(file).toString().replace(File.separator, "/");
                stored.put(key, Files.readAllBytes(file));
            }
        }
        return stored;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }
}
