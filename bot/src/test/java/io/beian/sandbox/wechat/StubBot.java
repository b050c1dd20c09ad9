package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** An account to try the simulator on: echoes, offers choices, is slow or wrong on demand. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "io.beian.sandbox",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.beian\\.sandbox\\.(backend|desk|inspector)\\..*"))
class StubBot {

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> deliveries = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** A request as it arrived, with what was in it if it could be read. */
    record Received(Map<String, String> query, String body, Optional<Fields> message) {}

    @Bean
    RouterFunction<ServerResponse> stubWebhook(SimulatorSettings settings, MediaShelf media) {
        SafeMode codec = new SafeMode(settings.token(), settings.aesKey(), new SecureRandom());
        Answers answers = new Answers(codec, settings.appId(), media);
        return RouterFunctions.route()
                .GET("/wechat", request -> ServerResponse.ok().body(echo(codec, request)))
                .POST("/wechat", request -> answer(codec, settings.appId(), answers, request))
                .build();
    }

    List<Received> received() {
        return received;
    }

    void forget() {
        received.clear();
        deliveries.clear();
    }

    /** Lets go of the requests that were never to be answered. */
    void end() {
        ended.countDown();
    }

    private static String echo(SafeMode codec, ServerRequest request) {
        String expected = codec.sign(param(request, "timestamp"), param(request, "nonce"));
        return expected.equals(param(request, "signature")) ? param(request, "echostr") : "no";
    }

    private ServerResponse answer(
            SafeMode codec, String appId, Answers answers, ServerRequest request) throws Exception {
        String body = new String(request.body(byte[].class), UTF_8);
        Map<String, String> query = request.params().toSingleValueMap();
        Optional<Fields> message = open(codec, appId, query, body);
        received.add(new Received(query, body, message));
        if (message.isEmpty()) {
            return ServerResponse.status(403).build();
        }
        Fields fields = message.get();
        String command = fields.get("Content");
        int delivery = deliveries.merge(fields.get("MsgId"), 1, Integer::sum);
        if (command.equals("silent") || (command.equals("slow") && delivery < 2)) {
            ended.await();
        }
        return command.equals("broken")
                ? ServerResponse.status(500).build()
                : ServerResponse.ok().body(answers.to(fields).getBytes(UTF_8));
    }

    private static Optional<Fields> open(
            SafeMode codec, String appId, Map<String, String> query, String body) {
        String encrypted = Fields.parse(body).map(f -> f.get("Encrypt")).orElse("");
        String signature =
                codec.sign(
                        query.getOrDefault("timestamp", ""),
                        query.getOrDefault("nonce", ""),
                        encrypted);
        return signature.equals(query.get("msg_signature"))
                ? codec.open(encrypted)
                        .filter(opened -> opened.appId().equals(appId))
                        .flatMap(opened -> Fields.parse(opened.message()))
                : Optional.empty();
    }

    private static String param(ServerRequest request, String name) {
        return request.param(name).orElse("");
    }
}
