package io.beian.redis;

import static io.beian.redis.TestServer.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.data.redis.connection.RedisSentinelConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A real master with two replicas and three sentinels that watch it, of which two must agree. */
public final class TestSentinel implements AutoCloseable {

    public static final String NAME = "beian";

    private static final int EACH = 3;

    private final List<TestServer> servers = new ArrayList<>();
    private final List<TestServer> sentinels = new ArrayList<>();

    private final List<Runnable> opened = new ArrayList<>();

    private TestSentinel() {}

    public static TestSentinel start(Path directory) throws IOException {
        List<Integer> free = TestServer.freePorts(2 * EACH);
        TestSentinel started = new TestSentinel();
        for (int i = 0; i < EACH; i++) {
            String[] follows =
                    i == 0
                            ? new String[0]
                            : new String[] {"--replicaof", TestServer.LOOPBACK + " " + free.get(0)};
            started.servers.add(
                    TestServer.start(directory.resolve("node" + i), free.get(i), follows));
        }
        await("the replicas", () -> started.replicas(free.get(0)) == EACH - 1);
        for (int i = EACH; i < 2 * EACH; i++) {
            started.sentinels.add(
                    TestServer.sentinel(
                            directory.resolve("sentinel" + i),
                            free.get(i),
                            configuration(free.get(0))));
        }
        await("the sentinels", () -> started.sentinels.stream().allMatch(TestSentinel::knowsAll));
        return started;
    }

    private static String configuration(int master) {
        return """
        sentinel monitor beian 127.0.0.1 %d 2
        sentinel down-after-milliseconds beian 500
        sentinel failover-timeout beian 2000
        sentinel parallel-syncs beian 2
        """
                .formatted(master);
    }

    private static boolean knowsAll(TestServer sentinel) {
        List<String> known = sentinel.ask("SENTINEL", "MASTER", NAME).lines().toList();
        return number(known, "num-slaves") == EACH - 1
                && number(known, "num-other-sentinels") == EACH - 1;
    }

    private static int number(List<String> known, String name) {
        int at = known.indexOf(name);
        return at < 0 ? -1 : Integer.parseInt(known.get(at + 1));
    }

    /** Settings by which an application uses it. */
    public List<String> springSettings() {
        return List.of(
                "--spring.data.redis.sentinel.master=" + NAME,
                "--spring.data.redis.sentinel.nodes="
                        + sentinels.stream()
                                .map(TestServer::address)
                                .collect(Collectors.joining(",")));
    }

    /** Writes that are acknowledged once so many replicas have them. */
    public Replication replication(int replicas) {
        ReplicationWiring.Confirming confirming = TestReplicas.confirming(connections(), replicas);
        opened.add(confirming::close);
        return confirming.replication();
    }

    /** Connections to whoever is the master. */
    public LettuceConnectionFactory connections() {
        RedisSentinelConfiguration where = new RedisSentinelConfiguration().master(NAME);
        sentinels.forEach(each -> where.sentinel(TestServer.LOOPBACK, each.port()));
        LettuceConnectionFactory made =
                TestReplicas.started(new LettuceConnectionFactory(where, TestReplicas.CLIENT));
        opened.add(made::destroy);
        return made;
    }

    /** Lets a replica take over from a master that is well. */
    public void failOver() {
        int former = master();
        await(
                "a failover to begin",
                () -> sentinels.get(0).ask("SENTINEL", "FAILOVER", NAME).equals("OK"));
        awaitOtherMasterThan(former);
    }

    /** The server the sentinels send everybody to. */
    public int master() {
        List<String> address =
                sentinels.get(0).ask("SENTINEL", "GET-MASTER-ADDR-BY-NAME", NAME).lines().toList();
        return address.size() < 2 ? -1 : Integer.parseInt(address.get(1));
    }

    public void kill(int server) throws InterruptedException {
        at(server).kill();
    }

    public void restart(int server) throws IOException {
        at(server).restart();
    }

    public void pause(int server) throws IOException {
        at(server).pause();
    }

    public void resume(int server) throws IOException {
        at(server).resume();
    }

    /** The servers that follow whom the sentinels send everybody to. */
    public List<Integer> replicas() {
        int master = master();
        return servers.stream().map(TestServer::port).filter(port -> port != master).toList();
    }

    /** Waits until all sentinels send everybody to another server, and that one takes writes. */
    public void awaitOtherMasterThan(int former) {
        await("another master", () -> master() != former && takesWrites(master()));
    }

    /** Waits until a server that came back follows the others. */
    public void awaitReplica(int server) {
        await(
                "the former master to follow",
                () -> at(server).ask("INFO", "replication").contains("master_link_status:up"));
    }

    /** Waits until a server is followed by so many. */
    public void awaitReplicas(int count) {
        await("the replicas", () -> replicas(master()) == count);
    }

    /** Asks a server directly. */
    public String ask(int server, String... command) {
        return at(server).ask(command);
    }

    private boolean takesWrites(int server) {
        return at(server).ask("INFO", "replication").contains("role:master");
    }

    private long replicas(int server) {
        return at(server)
                .ask("INFO", "replication")
                .lines()
                .filter(line -> line.matches("slave\\d+:.*state=online.*"))
                .count();
    }

    private TestServer at(int port) {
        return servers.stream().filter(each -> each.port() == port).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        opened.forEach(Runnable::run);
        sentinels.forEach(TestServer::close);
        servers.forEach(TestServer::close);
    }
}
