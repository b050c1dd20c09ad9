package io.beian.redis;

import java.io.IOException;
import java.util.List;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Real servers that lose one of theirs while people write. */
public interface DrillRedis extends AutoCloseable {

    /** Settings by which an application of its own uses it. */
    List<String> springSettings();

    LettuceConnectionFactory connections();

    /** Kills a server that holds conversations; back when all is as before, by whatever way. */
    void strike() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
