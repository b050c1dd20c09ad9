package io.beian.backend;

import io.beian.conversation.Conversations;
import io.beian.conversation.Inbox;
import io.beian.outbox.NoticeLinks;
import io.beian.outbox.Pictures;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.client.RestClient;

/** Wires the client of the filing backend and what uses it. */
@Configuration(proxyBeanMethods = false)
class BackendConfiguration {

    private static final String SANDBOX = "http://127.0.0.1:%s/sandbox/filing";

    @Bean
    PatientCalls patientCalls(FilingSettings settings) {
        return new PatientCalls(settings);
    }

    @Bean
    FilingBackend filingBackend(
            FilingSettings settings,
            Environment environment,
            RestClient.Builder client,
            PatientCalls calls) {
        return new HttpFilingBackend(
                new BackendHttp(client, settings, base(settings, environment)),
                calls,
                new BureauCodes(settings.codes()));
    }

    /** The port of the reference backend is known only once the server is up. */
    private static Supplier<URI> base(FilingSettings settings, Environment environment) {
        URI base = settings.baseUrl();
        if (base != null) {
            return () -> base;
        }
        if (!environment.acceptsProfiles(Profiles.of("sandbox"))) {
            throw new IllegalStateException("beian.filing.base-url is not set");
        }
        return () ->
                URI.create(SANDBOX.formatted(environment.getRequiredProperty("local.server.port")));
    }

    @Bean
    OrderIndex orderIndex(StringRedisTemplate redis) {
        return new RedisOrderIndex(redis);
    }

    @Bean
    EventCursor eventCursor(StringRedisTemplate redis) {
        return new RedisEventCursor(redis);
    }

    @Bean
    LookUpHandler lookUpHandler(
            Conversations conversations, FilingBackend backend, OrderIndex index) {
        return new LookUpHandler(conversations, backend, index);
    }

    @Bean
    SubmitHandler submitHandler(
            Conversations conversations,
            Filings filings,
            Pictures pictures,
            FilingBackend backend,
            OrderIndex index,
            ObjectProvider<NoticeLinks> links) {
        return new SubmitHandler(
                conversations,
                filings,
                pictures,
                backend,
                index,
                id -> Optional.ofNullable(links.getIfAvailable()).flatMap(l -> l.linkFor(id)));
    }

    @Bean
    BackendTextMessages backendTextMessages(FilingBackend backend) {
        return new BackendTextMessages(backend);
    }

    @Bean
    CatchUpHandler catchUpHandler(FilingBackend backend) {
        return new CatchUpHandler(backend);
    }

    @Bean
    FetchFiledHandler fetchFiledHandler(FilingBackend backend) {
        return new FetchFiledHandler(backend);
    }

    @Bean
    BackendCaptures backendCaptures(FilingBackend backend) {
        return new BackendCaptures(backend);
    }

    @Bean
    WithdrawHandler withdrawHandler(FilingBackend backend) {
        return new WithdrawHandler(backend);
    }

    @Bean
    SearchHandler searchHandler(FilingBackend backend) {
        return new SearchHandler(backend);
    }

    @Bean
    FetchOrdersHandler fetchOrdersHandler(FilingBackend backend, OrderIndex index) {
        return new FetchOrdersHandler(backend, index);
    }

    @Bean
    RefreshHandler refreshHandler(FilingBackend backend) {
        return new RefreshHandler(backend);
    }

    @Bean
    EventGate eventGate(FilingSettings settings, ObjectProvider<InstantSource> clock) {
        return new EventGate(
                new EventSignature(settings.webhookSecret()),
                settings.eventWindow(),
                clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    EventIntake eventIntake(OrderIndex index, Inbox inbox, ObjectProvider<InstantSource> clock) {
        return new EventIntake(index, inbox, clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    EventPoller eventPoller(FilingBackend backend, EventIntake intake, EventCursor cursor) {
        return new EventPoller(backend, intake, cursor);
    }

    @Bean
    Ticker eventPolling(EventPoller poller, FilingSettings settings) {
        return new Ticker("filing-events", settings.pollEvery(), poller::tick);
    }
}
