package io.beian;

import io.beian.redis.DrillRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Nodes of the bot behind a balancer, Redis and the backend, each in processes of their own that
 * can be killed; and WeChat, which outlives them all. Nodes share keys and photos.
 */
final class DrillStage implements AutoCloseable {

    private final BotProcess wechat;
    private final BotProcess backend;
    private final DrillRedis redis;
    private final Balancer balancer;
    private final List<BotProcess> nodes = new ArrayList<>();
    private final Random random;
    private final Map<String, Integer> killed = new TreeMap<>();

    DrillStage(Path data, DrillRedis redis, int count, Random random) throws IOException {
        this.redis = redis;
        this.random = random;
        int wechatPort = BotProcess.freePort();
        int backendPort = BotProcess.freePort();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ports.add(BotProcess.freePort());
        }
        this.balancer = new Balancer();
        balancer.nodes(ports.toArray(Integer[]::new));
        this.wechat =
                new BotProcess(
                        data.resolve("wechat"),
                        wechatPort,
                        "--beian.sandbox.wechat.bot-url=" + balancer.address() + "/wechat");
        this.backend =
                new BotProcess(
                        data.resolve("backend"),
                        backendPort,
                        "--beian.sandbox.filing-events-url="
                                + balancer.address()
                                + "/filing/events");
        Path shared = Files.createDirectories(data.resolve("shared"));
        List<String> settings = new ArrayList<>(redis.springSettings());
        settings.add("--beian.privacy.keys-file=" + shared.resolve("keys.json"));
        settings.add(
                "--beian.wechat.api-base-url=http://127.0.0.1:"
                        + wechatPort
                        + "/sandbox/wechat/api.weixin.qq.com");
        // As in the product: the nodes are to take nothing for an answer that cannot be one.
        settings.add("--beian.wechat.glance=1s");
        // What is delivered three times counts three times.
        settings.add("--beian.wechat.burst=1000");
        settings.add("--beian.filing.base-url=http://127.0.0.1:" + backendPort + "/sandbox/filing");
        for (int i = 0; i < count; i++) {
            Path own = Files.createDirectories(data.resolve("node" + i));
            Files.createSymbolicLink(
                    own.resolve("photos"), Files.createDirectories(shared.resolve("photos")));
            nodes.add(new BotProcess(own, ports.get(i), settings.toArray(String[]::new)));
        }
    }

    /** Programs that run for long are worth compiling well. */
    void runLong() {
        all().forEach(BotProcess::runLong);
    }

    void start() throws IOException {
        BotProcess.startAll(all());
    }

    private List<BotProcess> all() {
        return Stream.concat(Stream.of(wechat, backend), nodes.stream()).toList();
    }

    BotProcess wechat() {
        return wechat;
    }

    BotProcess backend() {
        return backend;
    }

    DrillRedis redis() {
        return redis;
    }

    /** Processes killed so far, by what they are. */
    Map<String, Integer> killed() {
        return killed;
    }

    /** All nodes are the packaged bot of another build from their next start on. */
    void become(Path jar) {
        nodes.forEach(node -> node.become(jar));
    }

    /** Replaces a node by one of this build without warning; the others go on as they are. */
    void deploy(int number) throws Exception {
        BotProcess node = nodes.get(number);
        node.kill();
        node.becomeThisBuild();
        node.start();
    }

    int nodes() {
        return nodes.size();
    }

    /** One fault: each of the three in turn at first, then by chance. */
    void strike(int number) throws Exception {
        switch (number < 3 ? number : random.nextInt(3)) {
            case 0 -> {
                count("bot");
                again(nodes.get(random.nextInt(nodes.size())));
            }
            case 1 -> {
                count("redis");
                redis.strike();
            }
            default -> {
                count("backend");
                again(backend);
            }
        }
    }

    /** Everything that remembers falls at once. */
    void strikeAll() throws Exception {
        for (BotProcess node : nodes) {
            count("bot");
            node.kill();
        }
        count("redis");
        redis.strike();
        BotProcess.startAll(nodes);
    }

    private void count(String what) {
        killed.merge(what, 1, Integer::sum);
    }

    private static void again(BotProcess process) throws Exception {
        process.kill();
        process.start();
    }

    /** WeChat's clock first: a message from the bot's future would be turned away. */
    void forward(String duration) {
        all().forEach(each -> each.forward(duration));
    }

    JsonNode snapshot(String openid) {
        return nodes.get(0).get("/sandbox/conversations/" + openid);
    }

    /** The lines that tell of trouble. */
    String trouble() throws IOException {
        StringBuilder all = new StringBuilder("backend's log: " + backend.log());
        for (int i : IntStream.range(0, nodes.size()).toArray()) {
            all.append("\nlog of node ").append(i).append(": ").append(nodes.get(i).log());
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(BotProcess::close);
        backend.close();
        wechat.close();
        balancer.close();
        redis.close();
    }
}
