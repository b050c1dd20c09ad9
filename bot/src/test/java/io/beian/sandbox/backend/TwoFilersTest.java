package io.beian.sandbox.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.SponsorNumbers;
import io.beian.order.OrderEvent;
import io.beian.order.OrderState;
import io.beian.proof.Act;
import io.beian.proof.Acts;
import io.beian.proof.Chat;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Persons who file for the same sponsors at the same time, each in a conversation of his own. */
class TwoFilersTest {

    private static final String OURS = "91110105MA10ABCD66";
    private static final String PROOF = "010012";
    private static final List<String> PERSONS = List.of("owner", "stranger");

    /** A sponsor by one of its numbers. */
    private record Called(String province, String number) {}

    private static final List<Called> SPONSORS =
            List.of(
                    new Called("北京", OURS),
                    new Called("江苏", "91320102745612386A"),
                    new Called("江苏", "320102000123459"),
                    new Called("广东", "91440300668123457R"),
                    new Called("广东", "668123457"));

    /** One thing that happens: a person files or chats, or the clerk acts. */
    record Step(String kind, int who, int which, int more, List<Act> acts) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, 59);
        return Combinators.combine(
                        Arbitraries.of("file", "file", "file", "chat", "pass", "settle", "back"),
                        Arbitraries.of(0, 1),
                        any,
                        any,
                        Acts.upTo(4))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(9);
    }

    @Property(
            tries = 60,
            edgeCases = EdgeCasesMode.NONE,
            shrinking = ShrinkingMode.OFF,
            seed = "1427")
    @Label("One open order a sponsor, and what is filed is changed only by who may")
    void oneOrderAndNoChangeWithoutProof(@ForAll("steps") List<Step> steps) throws IOException {
        Filers filers = filers();
        Set<String> proved = new HashSet<>();
        for (Step step : steps) {
            Optional<Register.Sponsor> before = filers.register.sponsor(OURS);
            Set<String> approved = approved(filers);
            play(filers, step, proved);

            oneOrderASponsor(filers);
            Set<String> fresh = approved(filers);
            fresh.removeAll(approved);
            if (!filers.register.sponsor(OURS).equals(before)) {
                assertThat(fresh).singleElement().satisfies(n -> entitled(filers, n, proved));
            }
        }
    }

    private static Filers filers() throws IOException {
        return new Filers(Files.createTempDirectory("filers"));
    }

    private static void play(Filers filers, Step step, Set<String> proved) {
        String who = PERSONS.get(step.who());
        List<StoredOrder> orders = filers.book.all();
        if (step.kind().equals("file")) {
            Called sponsor = SPONSORS.get(step.which() % SPONSORS.size());
            boolean knows = who.equals("owner") && step.more() % 3 > 0;
            String domain = "example" + step.more() % 7 + ".com";
            filers.match(
                    who,
                    sponsor.province(),
                    sponsor.number(),
                    domain,
                    knows ? PROOF : step.more() % 2 == 0 ? "跳过" : "123456");
            if (knows && sponsor.number().equals(OURS)) {
                proved.add(who);
            }
            if (step.more() % 5 == 0) {
                filers.chat(who).play(step.acts());
            }
            filers.fill(who);
        } else if (step.kind().equals("chat")) {
            filers.chat(who).play(step.acts());
        } else if (!orders.isEmpty()) {
            String number = orders.get(step.which() % orders.size()).number();
            switch (step.kind()) {
                case "pass" -> filers.passOn(number);
                case "settle" -> filers.settle(number);
                default ->
                        filers.book.play(
                                number,
                                Play.because(
                                        OrderEvent.REJECT_PRE_REVIEW,
                                        List.of(new FieldError("", "reviewer", "x", null))));
            }
        }
    }

    private static Set<String> approved(Filers filers) {
        Set<String> numbers = new HashSet<>();
        filers.book.all().stream()
                .filter(order -> order.state() == OrderState.APPROVED)
                .forEach(order -> numbers.add(order.number()));
        return numbers;
    }

    private static void entitled(Filers filers, String number, Set<String> proved) {
        String who = filers.book.find(number).orElseThrow().reference();
        assertThat(proved.contains(who) || filers.settled.contains(number)).as(number).isTrue();
    }

    private static void oneOrderASponsor(Filers filers) {
        List<StoredOrder> open =
                filers.book.all().stream()
                        .filter(order -> order.open() && !order.access() && !order.unclear())
                        .toList();
        List<Set<String>> sponsors = new ArrayList<>();
        for (StoredOrder order : open) {
            Set<String> mine = filers.register.names(order.sponsorNumbers());
            assertThat(sponsors).noneMatch(known -> SponsorNumbers.same(known, mine));
            sponsors.add(mine);
        }
    }

    @Example
    @Label("A stranger without the proof changes nothing and blocks nobody")
    void aStranger() throws IOException {
        Filers filers = filers();
        Optional<Register.Sponsor> filed = filers.register.sponsor(OURS);
        filers.match("stranger", "北京", OURS, "example.com", "跳过");
        filers.fill("stranger");
        StoredOrder unclear = filers.book.all().get(0);
        filers.passOn(unclear.number());

        assertThat(unclear.unclear()).isTrue();
        assertThat(filers.book.find(unclear.number()).orElseThrow().state())
                .isEqualTo(OrderState.PRE_REVIEW);

        Chat owner = filers.match("owner", "北京", OURS, "example.com", PROOF);
        filers.fill("owner");

        assertThat(owner.phase().name()).isEqualTo("Tracking");
        StoredOrder own = filers.book.all().get(0);
        assertThat(own.reference()).isEqualTo("owner");
        assertThat(own.unclear()).isFalse();
        assertThat(filers.book.settle(unclear.number())).isEmpty();
        assertThat(filers.register.sponsor(OURS)).isEqualTo(filed);

        filers.passOn(own.number());

        assertThat(filers.register.sponsor(OURS).orElseThrow().account()).isEqualTo("owner");
        assertThat(filers.register.sponsor(OURS).orElseThrow().licences())
                .isEqualTo(filed.orElseThrow().licences());
    }

    @Example
    @Label("What the clerk has settled goes on as any other order, and is in the way of others")
    void settled() throws IOException {
        Filers filers = filers();
        filers.match("newcomer", "北京", OURS, "example.com", "跳过");
        filers.fill("newcomer");
        String number = filers.book.all().get(0).number();
        filers.settle(number);

        assertThat(filers.settled).containsExactly(number);
        assertThat(filers.match("owner", "北京", OURS, "other.com", PROOF).phase().name())
                .isEqualTo("Matching");

        filers.passOn(number);

        assertThat(filers.register.sponsor(OURS).orElseThrow().account()).isEqualTo("newcomer");
    }

    @Example
    @Label("By whatever number a sponsor is called, the second person hears it at once")
    void oldAndNewNumber() throws IOException {
        for (List<Called> two :
                List.of(
                        List.of(SPONSORS.get(1), SPONSORS.get(2)),
                        List.of(SPONSORS.get(2), SPONSORS.get(1)),
                        List.of(SPONSORS.get(3), SPONSORS.get(4)),
                        List.of(SPONSORS.get(4), SPONSORS.get(3)))) {
            Filers filers = filers();
            Called first = two.get(0);
            Called second = two.get(1);
            filers.match("one", first.province(), first.number(), "example1.com", "跳过");
            filers.fill("one");
            assertThat(filers.book.all()).hasSize(1);

            Chat other =
                    filers.match("two", second.province(), second.number(), "example2.com", "跳过");

            assertThat(other.phase().name()).isEqualTo("Matching");
            assertThat(filers.heardAtOnce).isPositive();
            filers.fill("two");
            assertThat(filers.book.all()).hasSize(1);
        }
    }
}
