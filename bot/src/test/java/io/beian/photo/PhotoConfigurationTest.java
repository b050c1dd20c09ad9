package io.beian.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.privacy.Secret;
import io.beian.privacy.Vault;
import io.beian.privacy.Vaults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.util.unit.DataSize;

class PhotoConfigurationTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withUserConfiguration(Wiring.class)
                    .withBean(Vault.class, Vaults::fresh);

    private final Path folder;

    PhotoConfigurationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsPicturesUnderTheDataFolder() {
        runner.withPropertyValues("beian.data-dir=" + folder)
                .run(
                        context -> {
                            context.getBean(PhotoStore.class).put(new byte[] {1});

                            assertThat(context).hasSingleBean(PhotoCheck.class);
                            assertThat(folder.resolve("photos")).isDirectory();
                        });
    }

    @Test
    void hasSafeDefaults() {
        runner.run(
                context ->
                        assertThat(context.getBean(PhotoSettings.class))
                                .isEqualTo(
                                        new PhotoSettings(
                                                DataSize.ofMegabytes(10),
                                                40_000_000,
                                                2000,
                                                DataSize.ofKilobytes(600),
                                                2,
                                                3,
                                                null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-bytes=51MB",
                "max-bytes=100KB",
                "max-pixels=0",
                "longest-edge=100",
                "target-bytes=1KB",
                "decoding-at-once=0",
                "max-per-kind=0",
                // Half of what a bucket needs must not end in files.
                "s3.bucket=photos",
                "s3.secret-key=secret"
            })
    void refusesSettingsThatMakeNoSense(String setting) {
        runner.withPropertyValues("beian.photos." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bucket=No_Bucket",
                "bucket=",
                "endpoint=s3.example.com",
                "endpoint=ftp://s3.example.com",
                "access-key=",
                "secret-key=",
                "region=",
                "prefix=/a",
                "prefix=a//b",
                "read-timeout=soon"
            })
    void refusesABucketThatCannotBe(String setting) {
        withBucket(URI.create("http://127.0.0.1:1"))
                .withPropertyValues("beian.photos.s3." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void takesTheBucketFromTheEnvironment() {
        Map<String, Object> environment =
                Map.of(
                        "BEIAN_PHOTOS_S3_ENDPOINT", "http://127.0.0.1:1",
                        "BEIAN_PHOTOS_S3_BUCKET", "photos",
                        "BEIAN_PHOTOS_S3_ACCESS_KEY", "key",
                        "BEIAN_PHOTOS_S3_SECRET_KEY", "secret",
                        "BEIAN_PHOTOS_S3_PATH_STYLE", "false");
        withOwners()
                .withInitializer(
                        context ->
                                context.getEnvironment()
                                        .getPropertySources()
                                        .addFirst(
                                                new SystemEnvironmentPropertySource(
                                                        "test-systemEnvironment", environment)))
                .run(
                        context -> {
                            PhotoSettings.S3 s3 =
                                    Objects.requireNonNull(
                                            context.getBean(PhotoSettings.class).s3());
                            assertThat(s3.secretKey()).isEqualTo(new Secret("secret"));
                            assertThat(s3.pathStyle()).isFalse();
                            assertThat(s3.toString()).doesNotContain("secret\"", "=secret");
                        });
    }

    @Test
    void startsWhileTheBucketCannotBeReachedAndShowsIt() {
        withBucket(URI.create("http://127.0.0.1:1"))
                .run(
                        context -> {
                            assertThat(context).hasSingleBean(S3PhotoStore.class);
                            assertThat(context).doesNotHaveBean(FilePhotoStore.class);
                            assertThat(context.getBean(S3PhotoHealth.class).health().getStatus())
                                    .isEqualTo(Status.DOWN);
                        });
    }

    @Test
    void keepsPicturesInTheBucket(@TempDir Path directory) throws IOException {
        try (TestS3 s3 = TestS3.start(directory)) {
            s3runner(s3)
                    .run(
                            context -> {
                                context.getBean(PhotoStore.class).put(new byte[] {1});

                                assertThat(s3.stored(TestS3.BUCKET)).hasSize(1);
                                assertThat(folder).isEmptyDirectory();
                                assertThat(
                                                context.getBean(S3PhotoHealth.class)
                                                        .health()
                                                        .getStatus())
                                        .isEqualTo(Status.UP);
                            });
            s3runner(s3)
                    .withPropertyValues("beian.photos.s3.bucket=no-such-bucket")
                    .run(
                            context ->
                                    assertThat(explained(context.getStartupFailure()))
                                            .contains("NoSuchBucket (404)", "beian.photos.s3"));
        }
    }

    private ApplicationContextRunner s3runner(TestS3 s3) {
        return withOwners()
                .withPropertyValues("beian.data-dir=" + folder)
                .withPropertyValues(
                        s3.springSettings().stream()
                                .map(setting -> setting.substring("--".length()))
                                .toArray(String[]::new));
    }

    private ApplicationContextRunner withBucket(URI endpoint) {
        return withOwners()
                .withPropertyValues(
                        "beian.photos.s3.endpoint=" + endpoint,
                        "beian.photos.s3.bucket=photos",
                        "beian.photos.s3.access-key=key",
                        "beian.photos.s3.secret-key=secret");
    }

    private ApplicationContextRunner withOwners() {
        return runner.withBean(PhotoOwners.class, () -> new PhotoOwners(new StringRedisTemplate()));
    }

    private static String explained(@Nullable Throwable failure) {
        FailureAnalysis analysis =
                Objects.requireNonNull(
                        new StoreRefusedAnalyzer().analyze(Objects.requireNonNull(failure)));
        return analysis.getDescription() + analysis.getAction();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PhotoSettings.class)
    @Import({PhotoConfiguration.class, S3PhotoConfiguration.class})
    static class Wiring {}
}
