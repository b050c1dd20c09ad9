package io.beian.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.privacy.Vault;
import io.beian.privacy.Vaults;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
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
                                                3)));
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
                "max-per-kind=0"
            })
    void refusesSettingsThatMakeNoSense(String setting) {
        runner.withPropertyValues("beian.photos." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PhotoSettings.class)
    @Import(PhotoConfiguration.class)
    static class Wiring {}
}
