package io.beian.sandbox.wechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stable token: the same one while it is valid, a new one five minutes before its end, the old
 * one good for five minutes more. Kept in a file, since accounts keep it longer than we run.
 */
final class AccessTokens {

    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);
    private static final int FORCED_A_DAY = 20;
    private static final int BYTES = 96;
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Path file;
    private final JsonMapper json;
    private final InstantSource clock;
    private final RandomGenerator random;
    private State state;

    AccessTokens(Path directory, JsonMapper json, InstantSource clock, RandomGenerator random) {
        this.file = directory.resolve("token.json");
        this.json = json;
        this.clock = clock;
        this.random = random;
        this.state = load();
    }

    /** A token and for how long it is good. */
    record Issued(ApiCode code, String token, long expiresIn) {}

    synchronized Issued issue(boolean force) {
        Instant now = clock.instant();
        if (force) {
            ApiCode allowed = mayForce(now);
            if (allowed != ApiCode.OK) {
                return new Issued(allowed, "", 0);
            }
            save(state.renewed(now, fresh()).forced(now));
        } else if (!now.isBefore(state.until().minus(OVERLAP))) {
            save(state.renewed(now, fresh()));
        }
        long seconds = Duration.between(now, state.until()).toSeconds();
        return new Issued(ApiCode.OK, state.token(), seconds);
    }

    synchronized ApiCode check(String token) {
        Instant now = clock.instant();
        if (token.isEmpty()) {
            return ApiCode.ACCESS_TOKEN_MISSING;
        }
        if (token.equals(state.token())) {
            return now.isBefore(state.until()) ? ApiCode.OK : ApiCode.TOKEN_EXPIRED;
        }
        return token.equals(state.previous()) && now.isBefore(state.previousUntil())
                ? ApiCode.OK
                : ApiCode.INVALID_CREDENTIAL;
    }

    private ApiCode mayForce(Instant now) {
        if (now.isBefore(state.forcedAt().plus(BETWEEN_FORCED))) {
            return ApiCode.API_MINUTE_QUOTA;
        }
        boolean used = day(now).equals(day(state.forcedAt())) && state.forced() >= FORCED_A_DAY;
        return used ? ApiCode.API_FREQUENCY : ApiCode.OK;
    }

    private String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private State load() {
        return Files.exists(file)
                ? json.readValue(file.toFile(), State.class)
                : new State("", Instant.EPOCH, "", Instant.EPOCH, Instant.EPOCH, 0);
    }

    private void save(State next) {
        state = next;
        try {
            Path written = file.resolveSibling("token.json.new");
            Files.write(written, json.writeValueAsBytes(next));
            Files.move(
                    written,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BEIJING);
    }

    private record State(
            String token,
            Instant until,
            String previous,
            Instant previousUntil,
            Instant forcedAt,
            int forced) {

        State renewed(Instant now, String fresh) {
            return new State(fresh, now.plus(LIFE), token, now.plus(OVERLAP), forcedAt, forced);
        }

        State forced(Instant now) {
            int today = day(now).equals(day(forcedAt)) ? forced : 0;
            return new State(token, until, previous, previousUntil, now, today + 1);
        }
    }
}
