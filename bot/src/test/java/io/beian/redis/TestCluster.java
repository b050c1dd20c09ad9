package io.beian.redis;

import static io.beian.redis.TestServer.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Three real masters with a replica each, started from the machine's redis-server. */
public final class TestCluster implements DrillRedis {

    private static final int NODES = 6;
    private static final int SHARDS = 4;

    private final List<TestServer> servers = new ArrayList<>();
    private final LettuceConnectionFactory connections;
    private int strikes;

    private TestCluster(List<Integer> ports) {
        RedisClusterConfiguration where = new RedisClusterConfiguration();
        ports.forEach(port -> where.clusterNode(TestServer.LOOPBACK, port));
        this.connections = new LettuceConnectionFactory(where);
    }

    public static TestCluster start(Path directory) throws IOException {
        List<Integer> free = TestServer.freePorts(2 * NODES);
        TestCluster cluster = new TestCluster(free.subList(0, NODES));
        for (int i = 0; i < NODES; i++) {
            cluster.servers.add(
                    TestServer.start(
                            directory.resolve("node" + i),
                            free.get(i),
                            "--cluster-enabled",
                            "yes",
                            "--cluster-port",
                            "" + free.get(NODES + i),
                            "--cluster-node-timeout",
                            "1500"));
        }
        await("all servers", () -> cluster.servers.stream().allMatch(TestServer::answers));
        List<String> create = new ArrayList<>(List.of("redis-cli", "--cluster", "create"));
        cluster.servers.forEach(server -> create.add(server.address()));
        create.addAll(List.of("--cluster-replicas", "1", "--cluster-yes"));
        TestServer.output(create);
        await("the cluster", () -> cluster.servers.stream().allMatch(TestCluster::ready));
        cluster.awaitReplicas();
        cluster.connections.afterPropertiesSet();
        cluster.connections.start();
        return cluster;
    }

    /** One that has never been in sync is never elected. */
    private void awaitReplicas() {
        await(
                "the replicas",
                () -> servers.stream().filter(TestCluster::inSync).count() == NODES / 2);
    }

    @Override
    public LettuceConnectionFactory connections() {
        return connections;
    }

    @Override
    public List<String> springSettings() {
        return List.of(
                "--spring.data.redis.cluster.nodes="
                        + servers.stream()
                                .map(TestServer::address)
                                .collect(Collectors.joining(",")));
    }

    /** Kills the master that has a key, and waits until its replica has taken over. */
    public void killMasterOf(String key) throws InterruptedException {
        kill(masterServerOf(key), key);
    }

    private void kill(TestServer master, String key) throws InterruptedException {
        master.kill();
        await(
                "the replica to take over",
                () ->
                        alive().allMatch(
                                        other ->
                                                ready(other)
                                                        && masterOf(other, key) != master.port()));
    }

    /** The masters of the shards in turn; who was killed follows the new one afterwards. */
    @Override
    public void strike() throws IOException, InterruptedException {
        String key = "{" + strikes++ % SHARDS + "}";
        TestServer master = masterServerOf(key);
        kill(master, key);
        master.restart();
        awaitReplicas();
    }

    private TestServer masterServerOf(String key) {
        int port = masterOf(alive().findFirst().orElseThrow(), key);
        return servers.stream().filter(server -> server.port() == port).findFirst().orElseThrow();
    }

    private static int masterOf(TestServer asked, String key) {
        String slot = asked.ask("CLUSTER", "KEYSLOT", key);
        List<String> lines = asked.ask("CLUSTER", "NODES").lines().toList();
        for (String line : lines) {
            String[] parts = line.split(" ");
            boolean master = parts[2].contains("master") && !parts[2].contains("fail");
            for (int i = 8; master && i < parts.length; i++) {
                String[] range = parts[i].split("-");
                int number = Integer.parseInt(slot);
                if (!parts[i].startsWith("[")
                        && Integer.parseInt(range[0]) <= number
                        && number <= Integer.parseInt(range[range.length - 1])) {
                    return Integer.parseInt(parts[1].replaceAll("^.*:(\\d+)@.*$", "$1"));
                }
            }
        }
        return -1;
    }

    private Stream<TestServer> alive() {
        return servers.stream().filter(TestServer::alive);
    }

    private static boolean inSync(TestServer server) {
        return server.ask("INFO", "replication").contains("master_link_status:up");
    }

    private static boolean ready(TestServer server) {
        return server.ask("CLUSTER", "INFO").contains("cluster_state:ok");
    }

    @Override
    public void close() {
        connections.destroy();
        servers.forEach(TestServer::close);
    }
}
