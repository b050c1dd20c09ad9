package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Brings messages to the account: five seconds each, three times in all. */
final class Delivery {

    static final int ATTEMPTS = 3;

    private final HttpClient http;
    private final URI bot;
    private final Duration patience;
    private final ReplyReader replies;

    Delivery(HttpClient http, SimulatorSettings settings, ReplyReader replies) {
        this.http = http;
        this.bot = settings.botUrl();
        this.patience = settings.patience();
        this.replies = replies;
    }

    /**
     * What the account answered.
     *
     * @param status of HTTP; 0 if there was none
     * @param attempts deliveries it took
     */
    record Answer(int status, Outcome outcome, int attempts) {}

    /**
     * As WeChat does it: a delivery without an answer is repeated until the third. Deliveries begin
     * five seconds apart even if the account refuses at once.
     */
    Answer deliver(String openid, Supplier<Parcel> freshlySigned) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long begun = System.nanoTime();
            Answer answer = once(openid, freshlySigned.get(), attempt);
            if (attempt == ATTEMPTS || !(answer.outcome() instanceof Outcome.NoAnswer)) {
                return answer;
            }
            NANOSECONDS.sleep(patience.toNanos() - (System.nanoTime() - begun));
        }
    }

    Answer once(String openid, Parcel parcel, int attempt) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(parcel.at(bot))
                        .header("Content-Type", "text/xml")
                        .header("User-Agent", "Mozilla/4.0")
                        .POST(HttpRequest.BodyPublishers.ofString(parcel.body(), UTF_8))
                        .build();
        Exchange exchange = exchange(request);
        return new Answer(
                exchange.status(),
                exchange.status() == 200
                        ? replies.read(openid, exchange.text())
                        : new Outcome.NoAnswer(exchange.text()),
                attempt);
    }

    /** Whether the account echoes as it must before WeChat takes its address. */
    boolean verify(Parcel parcel, String echo) throws InterruptedException {
        Exchange exchange = exchange(HttpRequest.newBuilder(parcel.at(bot)).GET().build());
        return exchange.status() == 200 && exchange.text().equals(echo);
    }

    private Exchange exchange(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<String>> pending =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        try {
            HttpResponse<String> response = pending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            int status = response.statusCode();
            return new Exchange(status, status == 200 ? response.body() : "status " + status);
        } catch (TimeoutException silence) {
            pending.cancel(true);
            return new Exchange(0, "no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Exchange(0, "no connection: " + e.getCause());
        }
    }

    /** What came back over HTTP; the text tells what went wrong unless the status is 200. */
    private record Exchange(int status, String text) {}
}
