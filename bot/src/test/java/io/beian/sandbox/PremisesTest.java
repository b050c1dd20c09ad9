package io.beian.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class PremisesTest {

    @TempDir Path data = Path.of("");

    private final MockEnvironment environment = new MockEnvironment();

    @BeforeEach
    void folder() {
        environment.setProperty("beian.data-dir", data.toString());
    }

    private void look() {
        new Premises(environment).mustBeFree();
    }

    private static ServerSocket busy() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void namesEveryBusyPortAtOnceInOneLine() throws IOException {
        try (ServerSocket one = busy();
                ServerSocket other = busy()) {
            environment.setProperty("server.port", "" + one.getLocalPort());
            environment.setProperty("management.server.port", "" + other.getLocalPort());

            assertThatThrownBy(this::look)
                    .isInstanceOfSatisfying(SandboxTakenException.class, e -> named(e, one, other));
        }
    }

    private static void named(SandboxTakenException e, ServerSocket one, ServerSocket other) {
        FailureAnalysis said = Objects.requireNonNull(new SandboxTakenAnalyzer().analyze(e));
        assertThat(said.getDescription())
                .contains("" + one.getLocalPort())
                .contains("" + other.getLocalPort())
                .doesNotContain("\n");
        assertThat(said.getAction()).contains("--server.port=");
    }

    /** Nobody asked for 8081, so any other port does as well. */
    @Test
    void takesAnotherPortForOperatorsIfTheUsualOneIsBusy() throws IOException {
        environment.setProperty("management.server.port", "8081");
        try (ServerSocket usual = usual()) {
            look();
            assertThat(usual.isBound()).isTrue();
        }

        assertThat(environment.getProperty("management.server.port")).isEqualTo("0");
    }

    private static ServerSocket usual() throws IOException {
        try {
            return new ServerSocket(8081, 1, InetAddress.getLoopbackAddress());
        } catch (IOException somebodyElseHasIt) {
            return busy();
        }
    }

    @Test
    void saysThatItRunsHereAlready() throws IOException {
        Path lock = Files.createDirectories(data.resolve("redis")).resolve("lock");
        try (FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(channel.lock().isValid()).isTrue();

            assertThatThrownBy(this::look)
                    .isInstanceOf(SandboxTakenException.class)
                    .hasMessageContaining("runs already")
                    .hasMessageContaining(data.toString());
            environment.setProperty("spring.data.redis.host", "127.0.0.1");
            assertThatCode(this::look).doesNotThrowAnyException();
        }
        environment.setProperty("spring.data.redis.host", "127.0.0.1");
        assertThatCode(this::look).doesNotThrowAnyException();
    }

    @Test
    void leavesFreePortsAndFoldersAlone() {
        environment.setProperty("server.port", "0");
        environment.setProperty("management.server.port", "-1");

        assertThatCode(this::look).doesNotThrowAnyException();
    }
}
