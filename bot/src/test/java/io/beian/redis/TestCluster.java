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
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Three real masters with a replica each, started from the machine's redis-server. */
public final class TestCluster implements DrillRedis {

    private static final int NODES = 6;
    private static final int SHARDS = 4;
    private static final String LOOPBACK = "127.0.0.1";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path directory;
    private final List<Integer> ports;
    private final List<Integer> buses;
    private final List<Process> servers = new ArrayList<>();
    private final LettuceConnectionFactory connections;
    private int strikes;

    private TestCluster(Path directory, List<Integer> free) {
        this.directory = directory;
        this.ports = free.subList(0, NODES);
        this.buses = free.subList(NODES, 2 * NODES);
        RedisClusterConfiguration where = new RedisClusterConfiguration();
        ports.forEach(port -> where.clusterNode(LOOPBACK, port));
        this.connections = new LettuceConnectionFactory(where);
    }

    public static TestCluster start(Path directory) throws IOException, InterruptedException {
        TestCluster cluster = new TestCluster(directory, freePorts(2 * NODES));
        for (int i = 0; i < NODES; i++) {
            cluster.servers.add(cluster.server(i));
        }
        await(
                "all servers",
                () -> cluster.ports.stream().allMatch(p -> ask(p, "PING").equals("PONG")));
        List<String> create = new ArrayList<>(List.of("redis-cli", "--cluster", "create"));
        cluster.ports.forEach(port -> create.add(LOOPBACK + ":" + port));
        create.addAll(List.of("--cluster-replicas", "1", "--cluster-yes"));
        output(create);
        await("the cluster", () -> cluster.ports.stream().allMatch(TestCluster::ready));
        cluster.awaitReplicas();
        cluster.connections.afterPropertiesSet();
        cluster.connections.start();
        return cluster;
    }

    /** One that has never been in sync is never elected. */
    private void awaitReplicas() {
        await(
                "the replicas",
                () -> ports.stream().filter(TestCluster::inSync).count() == NODES / 2);
    }

    private Process server(int number) throws IOException {
        Path home = Files.createDirectories(directory.resolve("node" + number));
        return new ProcessBuilder(
                        "redis-server",
                        "--port",
                        "" + ports.get(number),
                        "--bind",
                        LOOPBACK,
                        "--cluster-enabled",
                        "yes",
                        "--cluster-port",
                        "" + buses.get(number),
                        "--repl-diskless-sync-delay",
                        "0",
                        "--cluster-node-timeout",
                        "1500",
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "always",
                        "--save",
                        "",
                        "--dir",
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
    }

    @Override
    public LettuceConnectionFactory connections() {
        return connections;
    }

    @Override
    public List<String> springSettings() {
        return List.of(
                "--spring.data.redis.cluster.nodes="
                        + ports.stream()
                                .map(port -> LOOPBACK + ":" + port)
                                .collect(Collectors.joining(",")));
    }

    /** Kills the master that has a key, and waits until its replica has taken over. */
    public void killMasterOf(String key) throws InterruptedException {
        int port = masterOf(key);
        servers.get(ports.indexOf(port)).destroyForcibly().waitFor();
        await(
                "the replica to take over",
                () -> alive().allMatch(other -> ready(other) && masterOf(other, key) != port));
    }

    /** The masters of the shards in turn; each is a replica of the other afterwards. */
    @Override
    public void strike() throws IOException, InterruptedException {
        String key = "{" + strikes++ % SHARDS + "}";
        int number = ports.indexOf(masterOf(key));
        killMasterOf(key);
        servers.set(number, server(number));
        awaitReplicas();
    }

    private int masterOf(String key) {
        return masterOf(alive().findFirst().orElseThrow(), key);
    }

    private static int masterOf(int askedPort, String key) {
        String slot = ask(askedPort, "CLUSTER", "KEYSLOT", key);
        List<String> lines = ask(askedPort, "CLUSTER", "NODES").lines().toList();
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

    private java.util.stream.Stream<Integer> alive() {
        return IntStream.range(0, NODES).filter(i -> servers.get(i).isAlive()).mapToObj(ports::get);
    }

    private static boolean inSync(int port) {
        return ask(port, "INFO", "replication").contains("master_link_status:up");
    }

    private static boolean ready(int port) {
        return ask(port, "CLUSTER", "INFO").contains("cluster_state:ok");
    }

    private static String ask(int port, String... command) {
        List<String> all = new ArrayList<>(List.of("redis-cli", "-p", "" + port));
        all.addAll(List.of(command));
        try {
            return output(all).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<Integer> freePorts(int count) throws IOException {
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

    private static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    @Override
    public void close() {
        connections.destroy();
        servers.forEach(Process::destroyForcibly);
    }
}
