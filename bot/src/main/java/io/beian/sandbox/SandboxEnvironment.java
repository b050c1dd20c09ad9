package io.beian.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Looks at the settings before anything starts under the sandbox profile: nothing may be reached
 * but this machine, and the port must be known, since the sandbox's parts name each other by it.
 */
public final class SandboxEnvironment
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PORT = "server.port";
    private static final List<String> URLS =
            List.of(
                    "beian.wechat.api-base-url",
                    "beian.wechat.open-base-url",
                    "beian.filing.base-url",
                    "beian.sandbox.wechat.bot-url",
                    "beian.photos.s3.endpoint");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
            choosePort(environment);
            refuseTheWorld(environment);
        }
    }

    /** Port 0 means any free one; it is chosen here, before addresses are made of it. */
    private static void choosePort(ConfigurableEnvironment environment) {
        if ("0".equals(environment.getProperty(PORT))) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("sandboxPort", Map.of(PORT, freePort())));
        }
    }

    private static void refuseTheWorld(ConfigurableEnvironment environment) {
        String address = environment.getProperty("server.address");
        if (!Loopback.isHost(address)) {
            throw new SandboxRefusedException("server.address", address);
        }
        if (environment.getProperty(URLS.get(0)) == null) {
            throw new SandboxRefusedException(URLS.get(0), null);
        }
        for (String name : URLS) {
            String url = environment.getProperty(name);
            if (url != null && !Loopback.isHost(host(url))) {
                throw new SandboxRefusedException(name, url);
            }
        }
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(url).getHost();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
