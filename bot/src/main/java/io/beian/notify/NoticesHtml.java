package io.beian.notify;

import io.beian.notify.NoticePages.Offer;
import io.beian.outbox.JsSdk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Writes the page where notices are allowed. */
final class NoticesHtml {

    /** A line that is only there under a condition. */
    private static final Pattern CONDITIONAL = Pattern.compile(".* data-if=\"(\\w+)\".*\\R");

    private final String page = read("notices.html");
    private final String note = read("note.html");

    String page(List<Offer> offers, JsSdk.Config config) {
        Set<String> kinds =
                offers.stream().map(offer -> offer.kind().name()).collect(Collectors.toSet());
        String templates = offers.stream().map(Offer::templateId).collect(Collectors.joining(","));
        return only(page, kinds)
                .replace("{{templates}}", escaped(templates))
                .replace("{{script}}", escaped(config.scriptUrl()))
                .replace("{{appId}}", escaped(config.appId()))
                .replace("{{timestamp}}", Long.toString(config.timestamp()))
                .replace("{{nonce}}", escaped(config.nonce()))
                .replace("{{signature}}", escaped(config.signature()));
    }

    String gone() {
        return only(note, Set.of("gone"));
    }

    String busy() {
        return only(note, Set.of("busy"));
    }

    private static String only(String html, Set<String> conditions) {
        return CONDITIONAL
                .matcher(html)
                .replaceAll(
                        line ->
                                conditions.contains(line.group(1))
                                        ? Matcher.quoteReplacement(line.group())
                                        : "");
    }

    private static String escaped(String value) {
        return HtmlUtils.htmlEscape(value);
    }

    private static String read(String name) {
        try (InputStream in =
                Objects.requireNonNull(NoticesHtml.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
