package io.beian.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A real master and a replica, without anybody who watches them, and connections to the master. */
public final class TestReplicas implements AutoCloseable {

    static final LettuceClientConfiguration CLIENT =
            LettuceClientConfiguration.builder().commandTimeout(Duration.ofSeconds(5)).build();

    private final TestServer master;
    private final TestServer replica;
    private final LettuceConnectionFactory connections;
    private final ReplicationWiring.Confirming confirming;

    private TestReplicas(TestServer master, TestServer replica) {
        this.master = master;
        this.replica = replica;
        this.connections =
                started(
                        new LettuceConnectionFactory(
                                new RedisStandaloneConfiguration(
                                        TestServer.LOOPBACK, master.port()),
                                CLIENT));
        this.confirming = confirming(connections, 1);
    }

    public static TestReplicas start(Path directory) throws IOException {
        List<Integer> free = TestServer.freePorts(2);
        TestServer master = TestServer.start(directory.resolve("master"), free.get(0));
        TestServer.await("the master", master::answers);
        TestServer replica =
                TestServer.start(
                        directory.resolve("replica"),
                        free.get(1),
                        "--replicaof",
                        TestServer.LOOPBACK + " " + master.port());
        TestServer.await("the replica", () -> follows(replica));
        return new TestReplicas(master, replica);
    }

    static LettuceConnectionFactory started(LettuceConnectionFactory made) {
        made.afterPropertiesSet();
        made.start();
        return made;
    }

    /** As with {@code beian.redis.wait-replicas}. */
    static ReplicationWiring.Confirming confirming(
            LettuceConnectionFactory connections, int replicas) {
        RedisSettings set = TestRedis.SETTINGS;
        return ReplicationWiring.confirming(
                connections,
                new RedisSettings(
                        set.embeddedPort(),
                        null,
                        set.fsync(),
                        set.timeout(),
                        set.shards(),
                        set.cached(),
                        replicas,
                        Duration.ofSeconds(1)));
    }

    static boolean follows(TestServer server) {
        return server.ask("INFO", "replication").contains("master_link_status:up");
    }

    TestServer master() {
        return master;
    }

    TestServer replica() {
        return replica;
    }

    /** Settings by which an application uses the master. */
    public List<String> springSettings() {
        return List.of(
                "--spring.data.redis.host=" + TestServer.LOOPBACK,
                "--spring.data.redis.port=" + master.port());
    }

    /** The replica keeps its connection and takes nothing until it resumes. */
    public void pauseReplica() throws IOException {
        replica.pause();
    }

    public void resumeReplica() throws IOException {
        replica.resume();
    }

    public LettuceConnectionFactory connections() {
        return connections;
    }

    /** The replica has to confirm, within a second. */
    public Replication replication() {
        return confirming.replication();
    }

    @Override
    public void close() {
        confirming.close();
        connections.destroy();
        replica.close();
        master.close();
    }
}
