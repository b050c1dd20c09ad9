package io.beian.sandbox.backend;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The words of a text message that reminds of the bureau's. */
final class TextMessage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private TextMessage() {}

    /** One for each of those people who have not verified; whoever is not asked gets none. */
    static List<StoredOrder.Text> of(StoredOrder order, List<String> persons, Instant at) {
        String until = order.deadline().map(TIME::format).orElse("");
        String text =
                Texts.of("smsVerification")
                        .replace("{order}", order.number())
                        .replace("{until}", until);
        return order.verifiers().stream()
                .filter(each -> !each.done() && persons.contains(each.person()))
                .map(each -> new StoredOrder.Text(each.person(), each.mobile(), at, text))
                .toList();
    }
}
