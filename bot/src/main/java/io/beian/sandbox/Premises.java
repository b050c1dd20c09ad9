package io.beian.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Ports and folder of the sandbox, looked at before anything starts: whatever is taken is named at
 * once and in one line. Nobody asked for the port of the operators in particular; where it is taken
 * another one does.
 */
final class Premises {

    private static final String PORT = "server.port";
    private static final String OPERATIONS = "management.server.port";
    private static final String ASKED_FOR = "beian.management-port";
    private static final String USUAL = "8081";
    private static final String DATA = "beian.data-dir";

    /** With one of these no Redis lies in the folder. */
    private static final List<String> REDIS_ELSEWHERE =
            List.of(
                    "spring.data.redis.host",
                    "spring.data.redis.url",
                    "spring.data.redis.sentinel.master",
                    "spring.data.redis.cluster.nodes[0]",
                    "spring.data.redis.cluster.nodes");

    private final ConfigurableEnvironment environment;

    Premises(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    void mustBeFree() {
        Path folder = Path.of(environment.getProperty(DATA, "./data")).toAbsolutePath().normalize();
        String page = "http://127.0.0.1:" + environment.getProperty(PORT, "8080") + "/sandbox";
        if (ownRedis() && locked(folder.resolve("redis").resolve("lock"))) {
            throw new SandboxTakenException(
                    "A sandbox runs already with the data in " + folder + ".",
                    "Open it ("
                            + page
                            + " unless it was given another port), or start a second one with"
                            + " --beian.data-dir=./data2 --server.port=8090.");
        }
        ports();
    }

    private boolean ownRedis() {
        return REDIS_ELSEWHERE.stream().noneMatch(environment::containsProperty);
    }

    private void ports() {
        List<String> taken = new ArrayList<>();
        if (busy(PORT)) {
            taken.add(named(PORT));
        }
        if (busy(OPERATIONS)) {
            if (usual()) {
                any();
            } else {
                taken.add(named(OPERATIONS));
            }
        }
        if (!taken.isEmpty()) {
            throw new SandboxTakenException(
                    "Another program listens on " + String.join(" and on ", taken) + ".",
                    "End it, or name free ports: --server.port=8090 --beian.management-port=8091.");
        }
    }

    /** Whether nobody chose this port. */
    private boolean usual() {
        return !environment.containsProperty(ASKED_FOR)
                && USUAL.equals(environment.getProperty(OPERATIONS));
    }

    private void any() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("sandboxOperations", Map.of(OPERATIONS, 0)));
    }

    private String named(String property) {
        return "port " + environment.getProperty(property) + " (" + property + ")";
    }

    private boolean busy(String property) {
        String port = environment.getProperty(property, "");
        return port.matches("[1-9][0-9]{0,4}") && !free(Integer.parseInt(port));
    }

    private static boolean free(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean locked(Path lock) {
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, Set.of(StandardOpenOption.WRITE));
                FileLock ours = channel.tryLock()) {
            return ours == null;
        } catch (OverlappingFileLockException here) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
