package io.beian.sandbox.wechat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts the simulator with the stub account, as a process of its own would. */
final class Sandbox {

    private Sandbox() {}

    static ConfigurableApplicationContext start(Path data, String... settings) {
        return start(InstantSource.system(), data, settings);
    }

    static ConfigurableApplicationContext start(
            InstantSource clock, Path data, String... settings) {
        boolean anyPort = Arrays.stream(settings).noneMatch(s -> s.startsWith("server.port="));
        Stream<String> own =
                Stream.of(
                        "beian.data-dir=" + data,
                        // A bot that somebody plays with has the usual one.
                        "management.server.port=-1",
                        anyPort ? "server.port=0" : "debug=false");
        Stream<String> all = Stream.concat(own, Arrays.stream(settings));
        return new SpringApplicationBuilder(StubBot.class)
                .profiles("sandbox")
                .initializers(context -> with(clock, (GenericApplicationContext) context))
                .run(all.map(setting -> "--" + setting).toArray(String[]::new));
    }

    static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static void with(InstantSource clock, GenericApplicationContext context) {
        context.registerBean("clock", InstantSource.class, () -> clock);
    }
}
