package io.beian.notify;

import io.beian.dialogue.Notice;
import io.beian.notify.NoticePages.Offer;
import io.beian.outbox.JsSdk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Writes the page where notices are allowed. */
final class NoticesHtml {

    private final String page = read("notices.html");
    private final String note = read("note.html");

    String page(List<Offer> offers, JsSdk.Config config) {
        return page.replace(
                        "{{offers}}",
                        offers.stream().map(NoticesHtml::line).collect(Collectors.joining("\n")))
                .replace("{{templates}}", templates(offers))
                .replace("{{script}}", escaped(config.scriptUrl()))
                .replace("{{appId}}", escaped(config.appId()))
                .replace("{{timestamp}}", Long.toString(config.timestamp()))
                .replace("{{nonce}}", escaped(config.nonce()))
                .replace("{{signature}}", escaped(config.signature()));
    }

    String gone() {
        return note.replace("{{text}}", "链接已经过期。请回到聊天里继续。");
    }

    String busy() {
        return note.replace("{{text}}", "微信那边有点忙，请过一会儿再打开。");
    }

    private static String line(Offer offer) {
        Said said = said(offer.kind());
        return "<li><b>%s</b><span>%s</span></li>".formatted(said.title(), said.why());
    }

    private static String templates(List<Offer> offers) {
        return escaped(offers.stream().map(Offer::templateId).collect(Collectors.joining(",")));
    }

    private record Said(String title, String why) {}

    private static Said said(Notice.Kind kind) {
        return switch (kind) {
            case VERIFICATION -> new Said("短信核验提醒", "管局发来核验短信后只有 24 小时，快到时提醒您");
            case RESULT -> new Said("审核结果", "通过了，或有哪里要改，马上告诉您");
            case TODO -> new Said("待办提醒", "有一步等着您办时告诉您");
            case PROGRESS -> new Said("办理进度", "备案走到下一步时告诉您");
        };
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
