package io.beian.sandbox.backend;

import io.beian.backend.FilerReference;
import io.beian.backend.Sha256;
import io.beian.dialogue.ConversationId;
import io.beian.value.CreditCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Made-up people and companies to play with. They follow from the phone and from how many orders it
 * has handed in, so each phone has its own and a filing that was approved uses nothing up.
 */
@RestController
@Profile("sandbox")
class Personas {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** A company of Beijing (Haidian); what follows is free but for two checks. */
    private static final String COMPANY = "91110108MA";

    private static final int FREE = 6;

    private final OrderBook book;

    Personas(OrderBook book) {
        this.book = book;
    }

    /**
     * Somebody to play.
     *
     * @param title who it is and what comes of it
     */
    record Persona(String title, List<Line> lines) {}

    /** One thing to send, and what it is. */
    record Line(String says, String about) {}

    @GetMapping("/sandbox/personas/{openid}")
    List<Persona> of(@PathVariable String openid) {
        String reference = FilerReference.of(new ConversationId(openid)).value();
        long orders = book.all().stream().filter(o -> o.reference().equals(reference)).count();
        String chance = Sha256.of((openid + "#" + orders).getBytes(StandardCharsets.UTF_8));
        String domain = "demo-" + chance.substring(0, 8) + ".com";
        Line code =
                new Line(
                        "采集码 " + Captures.FRESH + chance.substring(8, 23).toUpperCase(Locale.ROOT),
                        "到照片那一步发，一次取齐整套");
        return List.of(
                new Persona(
                        "新公司 → 首次备案",
                        List.of(
                                new Line(creditCode(chance), "统一社会信用代码，北京、企业"),
                                new Line(domain, "域名"),
                                code)),
                new Persona(
                        "我方已备案的公司 → 新增网站",
                        List.of(
                                new Line("91110105MA10ABCD66", "统一社会信用代码，北京、企业"),
                                new Line("new-" + domain, "域名"),
                                new Line("010012", "主体负责人证件号后 6 位"))));
    }

    /** Both of its checks hold: that of the number in it and its own. */
    static String creditCode(String chance) {
        StringBuilder code = new StringBuilder(COMPANY);
        for (int i = 0; i < FREE; i++) {
            int number = Integer.parseInt(chance.substring(2 * i, 2 * i + 2), 16);
            code.append(SIGNS.charAt(number % SIGNS.length()));
        }
        return signs().flatMap(inner -> signs().map(outer -> code + inner + outer))
                .flatMap(whole -> CreditCode.check(whole).fold(Stream::of, flaw -> Stream.empty()))
                .filter(CreditCode::innerCheckHolds)
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Stream<String> signs() {
        return SIGNS.chars().mapToObj(Character::toString);
    }
}
