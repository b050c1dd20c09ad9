package io.beian.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** One server for all tests of a class. */
public final class RedisServerExtension implements BeforeAllCallback, AfterAllCallback {

    private final RedisSettings settings;
    private @Nullable Path directory;
    private @Nullable TestRedis redis;

    public RedisServerExtension(RedisSettings settings) {
        this.settings = settings;
    }

    public TestRedis redis() {
        return Objects.requireNonNull(redis);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        directory = Files.createTempDirectory("redis");
        redis = TestRedis.start(directory, settings);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        redis().close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
