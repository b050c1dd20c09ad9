package io.beian.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SandboxClockTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Path file;
    private final SandboxClock clock;
    private final MockMvc http;

    SandboxClockTest(@TempDir Path data) {
        this.file = data.resolve("not-there-yet").resolve("clock");
        this.clock = clock();
        this.http = MockMvcBuilders.standaloneSetup(new ClockApi(clock)).build();
    }

    private SandboxClock clock() {
        return new SandboxClock(InstantSource.fixed(NOON), file);
    }

    @Test
    void staysAheadThroughARestart() {
        clock.forward(Duration.ofHours(2));
        clock.forward(Duration.ofDays(30));

        assertThat(clock().instant()).isEqualTo(NOON.plus(Duration.ofDays(30)).plusSeconds(7200));
        assertThat(clock().millis()).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void isTheSameInEveryZoneAndMovesThereToo() {
        var there = clock.withZone(ZoneId.of("Asia/Shanghai"));
        clock.forward(Duration.ofHours(1));

        assertThat(there.instant()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void neverGoesBack() {
        assertThatThrownBy(() -> clock.forward(Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void isMovedAndReadOverHttp() throws Exception {
        http.perform(move("{\"forward\":\"PT2H\"}"))
                .andExpect(status().isOk())
                .andExpect(
                        content().json("{\"now\":\"2026-11-23T06:00:00Z\",\"offset\":\"PT2H\"}"));
        http.perform(move("{\"forward\":\"P30D\"}")).andExpect(status().isOk());

        http.perform(get("/sandbox/clock"))
                .andExpect(
                        content().json("{\"now\":\"2026-12-23T06:00:00Z\",\"offset\":\"PT722H\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"forward\":\"-PT1H\"}",
                "{\"forward\":\"PT0S\"}",
                "{\"forward\":\"P401D\"}",
                "{\"forward\":\"tomorrow\"}"
            })
    void refusesWhatIsNoWayForward(String body) throws Exception {
        http.perform(move(body)).andExpect(status().isUnprocessableContent());
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void takesNoPlainForm() throws Exception {
        http.perform(
                        post("/sandbox/clock")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .content("forward=P30D"))
                .andExpect(status().isUnsupportedMediaType());
    }

    private static MockHttpServletRequestBuilder move(String body) {
        return post("/sandbox/clock").contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
