package io.beian.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** A master and a replica, without anybody who watches them. */
class ReplicasTest {

    private static final List<String> KEYS = List.of("a");

    private TestReplicas redis;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        redis = TestReplicas.start(directory);
        redis.master().ask("HSET", "a", "f", "old");
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void tellsThatAMasterWritesAlone() {
        Durability durability = new Durability(redis.connections(), 1);
        assertThat(durability.health().getDetails().toString()).contains("min-replicas-to-write 1");

        redis.master().ask("CONFIG", "SET", "min-replicas-to-write", "1");
        assertThat(durability.health().getDetails()).isEmpty();
    }

    @Test
    void tellsThatTooFewReplicasFollow() {
        assertThat(new Durability(redis.connections(), 2).health().getDetails().toString())
                .contains("1 replicas follow and beian.redis.wait-replicas is 2");
    }

    @Test
    void saysNothingOfWhatAHostedRedisDoesNotTell() {
        redis.master().ask("ACL", "SETUSER", "default", "-config");

        assertThat(new Durability(redis.connections(), 1).health().getDetails()).isEmpty();
    }

    @Test
    void connectsAnewOnceItsMasterFollowsAnotherOne() {
        LuaScript script = new LuaScript(redis.connections(), "reseal");
        assertThat(script.run(KEYS, "f", "old", "new").number(0)).isEqualTo(1);
        // Without it the former master would follow to a state in which there is nothing to write.
        TestServer.await(
                "the replica to have it",
                () -> redis.replica().ask("HGET", "a", "f").equals("new"));
        swap();
        List<String> before = clients();

        assertThatThrownBy(() -> script.run(KEYS, "f", "new", "newer"))
                .hasStackTraceContaining("READONLY");
        TestServer.await("the connection to go", () -> !clients().containsAll(before));
    }

    @Test
    void tellsOfAWriteOnlyOnceTheReplicaHasIt() throws IOException {
        LuaScript script = new LuaScript(redis.replication(), "reseal");
        assertThat(script.run(KEYS, "f", "old", "new").number(0)).isEqualTo(1);
        assertThat(redis.replica().ask("HGET", "a", "f")).isEqualTo("new");

        redis.pauseReplica();
        assertThatThrownBy(() -> script.run(KEYS, "f", "new", "newer"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("replicas");
        // It is written, but a repeat that writes nothing must not pass it off as safe.
        assertThatThrownBy(() -> script.run(KEYS, "f", "new", "newer"))
                .isInstanceOf(DataAccessException.class);

        redis.resumeReplica();
        assertThat(script.run(KEYS, "f", "new", "newer").number(0)).isZero();
        assertThat(redis.replica().ask("HGET", "a", "f")).isEqualTo("newer");
    }

    @Test
    void believesOnlyTheConnectionItWroteBy() {
        assertThatThrownBy(
                        () ->
                                redis.replication()
                                        .run(
                                                connection -> {
                                                    connection.commands().del("a".getBytes(UTF_8));
                                                    return redis.master()
                                                            .ask(
                                                                    "CLIENT", "KILL", "TYPE",
                                                                    "normal");
                                                }))
                .isInstanceOf(DataAccessException.class);

        LuaScript script = new LuaScript(redis.replication(), "reseal");
        assertThat(script.run(KEYS, "f", "old", "new").number(0)).isZero();
    }

    /** The replica becomes the master, and the master follows it. */
    private void swap() {
        redis.replica().ask("REPLICAOF", "NO", "ONE");
        redis.master().ask("REPLICAOF", TestServer.LOOPBACK, "" + redis.replica().port());
        TestServer.await("the former master", () -> TestReplicas.follows(redis.master()));
    }

    /** Who is connected to the master, without the one who asks. */
    private List<String> clients() {
        return redis.master()
                .ask("CLIENT", "LIST", "TYPE", "normal")
                .lines()
                .filter(line -> !line.contains("cmd=client"))
                .map(line -> line.replaceAll("^id=(\\d+) .*", "$1"))
                .toList();
    }
}
