package io.beian.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Notice;
import io.beian.outbox.NoticeChannel.Card;
import io.beian.outbox.NoticeChannel.Way;
import io.beian.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T11:05:00Z");
    private static final Notice NOTICE =
            new Notice(
                    Notice.Kind.TODO,
                    "BA1",
                    Map.of("what", "POLICE", "title", " ", "state", "SMS_PENDING"),
                    Optional.of(NOW.plus(Duration.ofDays(1))),
                    List.of());

    @Test
    void fillsWordsAlternativesAndFixedTexts() {
        Card card =
                fill(
                        Way.TEMPLATE,
                        Map.of(
                                "character_string1", "order",
                                "thing2", "title|what",
                                "time3", "deadline",
                                "time4", "when|now",
                                "phrase5", "待处理",
                                "thing6", "state"));

        assertThat(card.templateId()).isEqualTo("T");
        assertThat(card.name()).isEqualTo("tell:7");
        assertThat(card.fields())
                .isEqualTo(
                        Map.of(
                                "character_string1", "BA1",
                                "thing2", "要办公安备案",
                                "time3", "2026年11月27日 19:05",
                                "time4", "2026年11月26日 19:05",
                                "phrase5", "待处理",
                                "thing6", "等短信核验"));
    }

    @Test
    void usesTheFieldsOfTheSubscriptionWhereTheyDiffer() {
        assertThat(fill(Way.SUBSCRIPTION, Map.of("thing1", "what")).fields())
                .isEqualTo(Map.of("thing9", "要办公安备案"));
    }

    @Test
    void hasNoCardWithoutATemplate() {
        Cards none =
                new Cards(
                        new NotifySettings(Map.of(), Duration.ofDays(1)), new Wording(), () -> NOW);

        assertThat(none.fill(NOTICE, Way.TEMPLATE, "tell:7")).isEmpty();
    }

    private static Card fill(Way way, Map<String, String> fields) {
        NotifySettings.Template template =
                new NotifySettings.Template(
                        Optional.of("T"),
                        Optional.of("S"),
                        fields,
                        Map.of("thing9", "what"),
                        Map.of());
        NotifySettings settings =
                new NotifySettings(Map.of(Notice.Kind.TODO, template), Duration.ofDays(1));
        return new Cards(settings, new Wording(), () -> NOW)
                .fill(NOTICE, way, "tell:7")
                .orElseThrow();
    }
}
