package io.beian.notify;

import io.beian.dialogue.Notice;
import io.beian.outbox.NoticeChannel.Card;
import io.beian.outbox.NoticeChannel.Way;
import io.beian.wording.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fills the templates of the account with the words of a notice. */
final class Cards {

    private static final Set<String> WORDS =
            Set.of("order", "title", "state", "what", "when", "deadline", "now");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA)
                    .withZone(ZoneId.of("Asia/Shanghai"));

    private final NotifySettings settings;
    private final InstantSource clock;
    private final Wording wording;

    Cards(NotifySettings settings, Wording wording, InstantSource clock) {
        this.settings = settings;
        this.wording = wording;
        this.clock = clock;
    }

    /** The card for a way; empty if the account has no template for it. */
    Optional<Card> fill(Notice notice, Way way, String name) {
        return settings.of(notice.kind())
                .flatMap(
                        template ->
                                id(template, way).map(id -> card(notice, template, way, id, name)));
    }

    private Card card(
            Notice notice, NotifySettings.Template template, Way way, String id, String name) {
        Map<String, String> words = words(notice);
        Map<String, String> fields =
                fields(template, way).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, field -> said(field.getValue(), words)));
        return new Card(name, id, fields, template.options());
    }

    private static Optional<String> id(NotifySettings.Template template, Way way) {
        Optional<String> id = way == Way.SUBSCRIPTION ? template.subscriptionId() : template.id();
        return id.filter(text -> !text.isBlank());
    }

    private static Map<String, String> fields(NotifySettings.Template template, Way way) {
        boolean own = way == Way.SUBSCRIPTION && !template.subscriptionFields().isEmpty();
        return own ? template.subscriptionFields() : template.fields();
    }

    private Map<String, String> words(Notice notice) {
        Map<String, String> words = new HashMap<>(notice.words());
        words.putIfAbsent("order", notice.order());
        words.computeIfPresent("state", (word, code) -> wording.plain("phrase." + code));
        words.computeIfPresent("what", (word, code) -> wording.plain("what." + code));
        words.put("now", TIME.format(clock.instant()));
        notice.deadline()
                .map((Instant at) -> TIME.format(at))
                .ifPresent(at -> words.put("deadline", at));
        return words;
    }

    private static String said(String wanted, Map<String, String> words) {
        String[] choices = wanted.split("\\|", -1);
        return Arrays.stream(choices).allMatch(WORDS::contains)
                ? Arrays.stream(choices)
                        .map(word -> words.getOrDefault(word, ""))
                        .filter(word -> !word.isBlank())
                        .findFirst()
                        .orElse("")
                : wanted;
    }
}
