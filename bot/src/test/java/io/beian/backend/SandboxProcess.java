package io.beian.backend;

import io.beian.TestClock;
import io.beian.conversation.Inbox;
import io.beian.conversation.Incoming;
import io.beian.conversation.StorageException;
import io.beian.filing.SampleFiling;
import io.beian.outbox.Pictures;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;

/** Client, webhook, reference backend and desk in one process on a free port. */
public final class SandboxProcess implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SandboxProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SandboxProcess start(Path data, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.main.banner-mode=off",
                                "--management.server.port=-1",
                                "--beian.filing.retry-wait=1ms",
                                "--beian.data-dir=" + data));
        arguments.addAll(List.of(more));
        return new SandboxProcess(
                new SpringApplicationBuilder(App.class)
                        .profiles("sandbox")
                        .run(arguments.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI at(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        List<String> faults = bean(ContractFilter.class).faults();
        context.close();
        if (!faults.isEmpty()) {
            throw new AssertionError("not in the contract: " + faults);
        }
    }

    /** The part of the application under test; what it needs from the rest is faked. */
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("io.beian.backend")
    @ComponentScan({"io.beian.backend", "io.beian.sandbox.backend", "io.beian.sandbox.desk"})
    static class App {

        @Bean
        FakeConversations conversations() {
            return new FakeConversations();
        }

        @Bean
        Filings filings() {
            return open -> Optional.of(new SampleFiling().complete());
        }

        @Bean
        Pictures pictures() {
            return sha256 -> Optional.empty();
        }

        @Bean
        Delivered inbox() {
            return new Delivered(new LinkedBlockingQueue<>(), new AtomicBoolean());
        }

        @Bean
        @Primary
        OrderIndex memoryOrderIndex() {
            return new MemoryOrderIndex();
        }

        @Bean
        @Primary
        EventCursor memoryCursor() {
            return new MemoryCursor();
        }

        @Bean
        ContractFilter contractFilter() {
            return new ContractFilter();
        }

        @Bean
        TestClock clock() {
            return TestClock.standing();
        }
    }

    /** What reached conversations. */
    record Delivered(BlockingQueue<Incoming> incoming, AtomicBoolean failing) implements Inbox {

        @Override
        public void deliver(Incoming arrived) {
            if (failing.get()) {
                throw new StorageException("away", new IOException());
            }
            incoming.add(arrived);
        }
    }
}
