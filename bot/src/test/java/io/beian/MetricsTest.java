package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * What an operator sees of the filing backend and of the answers to WeChat, and what nobody sees.
 */
class MetricsTest {

    private static final String OPENID = "oMetrics00000000000000000000";
    private static final Pattern URI =
            Pattern.compile("http_client_requests\\w*\\{.*uri=\"(.*?)\"");

    @Test
    void tellOfTheBackendTheBreakerAndTheAnswers(@TempDir Path data) throws IOException {
        try (RunningBot bot = new RunningBot(data, Clock.systemUTC())) {
            for (String text : List.of("备案", "查询 beian-demo-a1.cn", "查询 京ICP备2023000101号")) {
                bot.send(OPENID, Map.of("type", "text", "text", text));
            }
            bot.settle();
            String metrics = bot.metrics();

            assertThat(lines(metrics, "http_client_requests_seconds_count{"))
                    .anyMatch(line -> line.contains("uri=\"/v1/filings\""));
            assertThat(lines(metrics, "resilience4j_circuitbreaker_state{"))
                    .anyMatch(line -> line.contains("state=\"closed\"") && line.endsWith(" 1.0"));
            assertThat(lines(metrics, "http_server_requests_seconds_bucket{"))
                    .filteredOn(line -> line.contains("uri=\"/wechat\""))
                    .anyMatch(line -> line.contains("le=\"0.05\""))
                    .anyMatch(line -> line.contains("le=\"5.0\""));
            assertThat(uris(metrics))
                    .contains("/v1/filings")
                    .allMatch(uri -> uri.matches("(/[a-z0-9]+|/\\{[a-z0-9]+})+"));
            assertThat(metrics).doesNotContain(OPENID, "beian-demo", "2023000101");
        }
    }

    private static List<String> lines(String metrics, String begin) {
        return metrics.lines().filter(line -> line.startsWith(begin)).toList();
    }

    private static List<String> uris(String metrics) {
        return metrics.lines()
                .flatMap(line -> URI.matcher(line).results())
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    @Test
    void theFontIsNotComplainedOfAtEachStart(@TempDir Path data) throws Exception {
        String subtable = Class.forName("org.apache.fontbox.ttf.CmapSubtable").getName();
        try (RunningBot bot = new RunningBot(data, Clock.systemUTC())) {
            assertThat(bot.metrics()).isNotEmpty();
            assertThat(((Logger) LoggerFactory.getLogger(subtable)).getEffectiveLevel())
                    .isEqualTo(Level.ERROR);
            assertThat(((Logger) LoggerFactory.getLogger("org.apache.fontbox")).isWarnEnabled())
                    .isTrue();
        }
    }
}
