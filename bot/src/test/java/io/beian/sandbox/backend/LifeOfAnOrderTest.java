package io.beian.sandbox.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beian.TestClock;
import io.beian.order.Actor;
import io.beian.order.OrderEvent;
import io.beian.order.OrderLife;
import io.beian.order.OrderState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference backend makes exactly the moves of {@link OrderLife}, and time makes its own. */
class LifeOfAnOrderTest {

    private static final String MOBILE = "13812345678";
    private static final FieldError WRONG = new FieldError("site.s1.name", "reviewer", "x", null);

    private final TestClock clock = TestClock.standing();
    private final Path directory;
    private OrderBook book;
    private int tokens;
    private int keys;

    LifeOfAnOrderTest(@TempDir Path directory) {
        this.directory = directory;
        this.book = book();
    }

    private OrderBook book() {
        return new OrderBook(
                new OrderFiles(directory),
                new OrderRules(hash -> true),
                new Register(Seeds.load()),
                new OrderViews(() -> "http://127.0.0.1:1"),
                () -> "token" + ++tokens,
                clock);
    }

    @Test
    void makesEveryMoveOfTheTableAndNoOther() {
        Map<OrderState, List<OrderLife.Move>> ways = ways();
        assertThat(ways.keySet()).containsExactlyInAnyOrder(OrderState.values());
        ways.forEach(
                (state, way) -> {
                    for (OrderEvent event : OrderEvent.values()) {
                        String order = at(way);
                        assertThat(state(order)).isEqualTo(state);
                        // Of one person who verifies it is the last too: what follows is the next.
                        Optional<OrderState> expected =
                                event == OrderEvent.PERSON_VERIFIES
                                        ? OrderLife.next(state, OrderEvent.ALL_VERIFIED)
                                        : OrderLife.next(state, event);
                        Optional<StoredOrder> moved = book.play(order, play(event));
                        assertThat(moved.map(StoredOrder::state))
                                .as("%s %s", state, event)
                                .isEqualTo(expected);
                        end(order);
                    }
                });
    }

    /** The shortest way to each state. */
    private static Map<OrderState, List<OrderLife.Move>> ways() {
        Map<OrderState, List<OrderLife.Move>> ways = new EnumMap<>(OrderState.class);
        Deque<OrderState> next = new ArrayDeque<>(List.of(OrderState.PRE_REVIEW));
        ways.put(OrderState.PRE_REVIEW, List.of());
        while (!next.isEmpty()) {
            OrderState from = next.remove();
            for (OrderLife.Move move : OrderLife.all()) {
                if (move.from().filter(from::equals).isPresent() && !ways.containsKey(move.to())) {
                    List<OrderLife.Move> longer = new ArrayList<>(ways.get(from));
                    longer.add(move);
                    ways.put(move.to(), longer);
                    next.add(move.to());
                }
            }
        }
        return ways;
    }

    private String at(List<OrderLife.Move> way) {
        String order = submit("FIRST", Map.of());
        way.forEach(move -> assertThat(book.play(order, play(move.on()))).isPresent());
        return order;
    }

    /** So that the next order of the same sponsor is taken. */
    private void end(String order) {
        if (!state(order).ended()) {
            keepInState(order, OrderState.WITHDRAWN);
        } else if (state(order) == OrderState.APPROVED) {
            keepInState(order, OrderState.EXPIRED);
        }
        book = book();
    }

    private void keepInState(String order, OrderState state) {
        StoredOrder now = book.find(order).orElseThrow();
        new OrderFiles(directory)
                .save(
                        now.moved(
                                new Moved(
                                        now.seq() + 1,
                                        0,
                                        clock.instant(),
                                        state,
                                        List.of(),
                                        Map.of(),
                                        true,
                                        null,
                                        null,
                                        null)));
    }

    private static Play play(OrderEvent event) {
        return switch (event) {
            case PERSON_VERIFIES -> Play.verifies("sponsor.person");
            case REJECT_PRE_REVIEW, REJECT_ADMIN -> Play.because(event, List.of(WRONG));
            default -> Play.of(event);
        };
    }

    @Test
    void tellsWhoHasToVerifyAndGoesOnWhenAllHave() {
        String order =
                submit(
                        "FIRST",
                        answers(
                                "site.s1.person.same", "other",
                                "site.s1.person.name", "钱样本",
                                "site.s1.person.mobile", "13912345678",
                                "site.s2.domain", "beian-demo-new2.cn",
                                "site.s2.name", "第二个样例网站",
                                "site.s2.person.same", "s1",
                                "site.s3.domain", "beian-demo-new3.cn",
                                "site.s3.name", "第三个样例网站",
                                "site.s3.person.same", "other",
                                "site.s3.person.name", "孙样本",
                                "site.s3.person.mobile", MOBILE));
        toSms(order);

        assertThat(view(order).verifiers())
                .containsExactly(
                        new VerifierView("sponsor.person", "赵*", "138****5678", false),
                        new VerifierView("site.s1.person", "钱*", "139****5678", false));
        assertThat(book.play(order, Play.verifies("site.s3.person"))).isEmpty();
        assertThat(book.play(order, Play.verifies("site.s1.person"))).isPresent();
        assertThat(book.play(order, Play.verifies("site.s1.person"))).isEmpty();
        book = book();
        assertThat(view(order).verifiers())
                .extracting(VerifierView::done)
                .containsExactly(false, true);
        assertThat(view(order).since()).isEqualTo(clock.instant());
        book.play(order, Play.verifies("sponsor.person"));

        assertThat(view(order).verifiers()).isNull();
        assertThat(history(order))
                .extracting(Moved::event, Moved::state)
                .endsWith(
                        tuple(OrderEvent.INTERFACE_TAKES, OrderState.SMS_PENDING),
                        tuple(OrderEvent.PERSON_VERIFIES, OrderState.SMS_PENDING),
                        tuple(OrderEvent.PERSON_VERIFIES, OrderState.SMS_PENDING),
                        tuple(OrderEvent.ALL_VERIFIED, OrderState.BUREAU_REVIEW));
    }

    @Test
    void asksOnlyThePeopleOfTheSitesOfAnAccess() {
        String order =
                submit(
                        "NEW_ACCESS_OTHER",
                        Map.of(
                                "sponsor.certNo", "91440300MA5E6F7G8G",
                                "site.s1.domain", "beian-demo-b1.cn",
                                "site.s1.person.same", "other",
                                "site.s1.person.name", "钱样本",
                                "site.s1.person.mobile", "13912345678"));
        toSms(order);

        assertThat(view(order).verifiers())
                .extracting(VerifierView::person)
                .containsExactly("site.s1.person");
    }

    @Test
    void sendsBackWhatNobodyVerifiedAndClosesWhatNobodyMended() {
        String order = submit("FIRST", Map.of());
        toSms(order);
        Instant began = clock.instant();
        assertThat(view(order).deadline()).isEqualTo(began.plus(Duration.ofHours(24)));

        clock.pass(Duration.ofHours(24).minusSeconds(1));
        book.tick();
        assertThat(state(order)).isEqualTo(OrderState.SMS_PENDING);
        clock.pass(Duration.ofHours(3));
        book.tick();
        book.tick();

        assertThat(state(order)).isEqualTo(OrderState.SMS_TIMEOUT);
        assertThat(view(order).since()).isEqualTo(began.plus(Duration.ofHours(24)));
        assertThat(view(order).deadline())
                .isEqualTo(began.plus(Duration.ofHours(24)).plus(Duration.ofDays(45)));
        assertThat(view(order).allowed()).containsExactly("resubmit", "withdraw");
        clock.pass(Duration.ofDays(45));
        book.tick();
        assertThat(state(order)).isEqualTo(OrderState.EXPIRED);
        assertThat(submit("FIRST", Map.of())).isNotEqualTo(order);
    }

    @Test
    void isNeverTooLateForTheTimersWhenSomebodyActs() {
        String order = submit("FIRST", Map.of());
        toSms(order);
        clock.pass(Duration.ofHours(25));

        assertThat(book.play(order, Play.verifies("sponsor.person"))).isEmpty();
        assertThat(state(order)).isEqualTo(OrderState.SMS_TIMEOUT);
    }

    @Test
    void renewsALinkThatHasRunOutAndTakesNoOther() {
        String order = submit("FIRST", Map.of());
        book.play(order, Play.of(OrderEvent.ASK_VERIFICATION));
        Instant began = clock.instant();
        String first = view(order).link();
        clock.pass(Duration.ofDays(3));
        book.tick();

        assertThat(view(order).link())
                .isNotEqualTo(first)
                .startsWith("http://127.0.0.1:1/sandbox/");
        assertThat(view(order).since()).isEqualTo(began);
        assertThat(view(order).deadline()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        assertThat(book.verified("token1")).isFalse();
        assertThat(book.verified("token2")).isTrue();
        assertThat(book.verified("token2")).isFalse();
        assertThat(state(order)).isEqualTo(OrderState.ADMIN_REVIEW);
    }

    @Test
    void takesOnlyPicturesOfTheVerificationWhileThatIsOpen() {
        Map<String, List<String>> pictures =
                Map.of("photo.licence", List.of("a"), "site.s1.photo.verify", List.of("b"));
        String order = submit(draft("FIRST", Map.of(), pictures, Map.of()));
        book.play(order, Play.of(OrderEvent.PASS_PRE_REVIEW));
        book.play(
                order,
                Play.because(
                        OrderEvent.REJECT_VERIFICATION,
                        List.of(new FieldError("site.s1.photo.verify", "reviewer", "x", null))));

        OrderBook.Outcome more =
                resubmit(
                        order,
                        draft(
                                "FIRST",
                                Map.of("sponsor.name", "另一个名称"),
                                Map.of("photo.licence", List.of("c")),
                                Map.of()));
        Map<String, List<String>> retaken =
                Map.of(
                        "photo.licence", List.of("a"),
                        "site.s1.photo.verify", List.of("c", "d", "e"),
                        "photo.extra", List.of("f"));
        OrderBook.Outcome taken =
                resubmit(
                        order,
                        draft(
                                "FIRST",
                                Map.of(),
                                retaken,
                                Map.of("photo.extra", Map.of("f", "site.s1.photo.verify"))));

        assertThat(more.problem().orElseThrow().errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("sponsor.name", "onlyVerification"),
                        tuple("photo.licence", "onlyVerification"));
        assertThat(taken.order().orElseThrow().state()).isEqualTo(OrderState.ADMIN_REVIEW);
        assertThat(taken.order().orElseThrow().version()).isEqualTo(2);
        assertThat(book.find(order).orElseThrow().materials()).isEqualTo(retaken);
    }

    @Test
    void countsEverythingThatHappensWithoutAGap() {
        String order = submit("FIRST", Map.of());
        book.play(order, Play.of(OrderEvent.ASK_VERIFICATION));
        clock.pass(Duration.ofDays(4));
        book.tick();
        book.play(order, Play.of(OrderEvent.GIVE_VERIFICATION));
        book.play(order, Play.because(OrderEvent.REJECT_ADMIN, List.of(WRONG)));
        resubmit(order, draft("FIRST", Map.of(), Map.of(), Map.of()));
        book.play(order, Play.of(OrderEvent.PASS_PRE_REVIEW));
        book.play(order, Play.of(OrderEvent.PASS_ADMIN));
        book.play(order, Play.of(OrderEvent.INTERFACE_BUSY));

        List<Event> events = book.eventsOf(order, 0).orElseThrow();

        assertThat(events)
                .extracting(each -> each.order().seq())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 9).boxed().toList());
        assertThat(events)
                .filteredOn(each -> each.cursor() == null)
                .extracting(each -> each.order().seq())
                .containsExactly(1L, 6L);
        assertThat(book.events(0)).hasSize(7);
        assertThat(book.eventsOf(order, 7).orElseThrow()).isEqualTo(events.subList(7, 9));
        assertThat(events.get(4).order().errors()).containsExactly(WRONG);
        assertThat(book.eventsOf("TY0", 0)).isEmpty();
    }

    @Test
    void readsOrdersThatEarlierVersionsKept() {
        String order = submit("FIRST", Map.of());
        book.play(order, Play.of(OrderEvent.ASK_VERIFICATION));
        Path file = directory.resolve(order + ".json");
        Forgetting.members(
                file,
                "event",
                "person",
                "token",
                "reminders",
                "since",
                "deadline",
                "link",
                "verifiers");
        book = book();
        book.tick();

        assertThat(view(order).state()).isEqualTo(OrderState.VERIFY_PENDING);
        assertThat(view(order).link()).isNotNull();
        assertThat(history(order))
                .extracting(Moved::event)
                .containsExactly(null, null, OrderEvent.RENEW_LINK);
    }

    @Test
    void knowsNoMoveOfTheFilersThatTheContractHasNoWordFor() {
        assertThat(OrderLife.all())
                .filteredOn(move -> move.by() == Actor.FILER && move.from().isPresent())
                .allSatisfy(
                        move ->
                                assertThat(OrderViews.allowed(move.from().orElseThrow()))
                                        .isNotEmpty());
        assertThat(OrderViews.allowed(OrderState.VERIFY_PENDING))
                .containsExactly("verify", "withdraw");
        assertThat(OrderViews.allowed(OrderState.BUREAU_REVIEW)).isEmpty();
    }

    private void toSms(String order) {
        for (OrderEvent event :
                List.of(
                        OrderEvent.PASS_PRE_REVIEW,
                        OrderEvent.PASS_ADMIN,
                        OrderEvent.INTERFACE_TAKES)) {
            assertThat(book.play(order, Play.of(event))).isPresent();
        }
    }

    private String submit(String type, Map<String, String> more) {
        return submit(draft(type, more, Map.of(), Map.of()));
    }

    private String submit(Draft draft) {
        String key = "key-" + ++keys;
        OrderBook.Outcome taken = book.submit(key, key, draft);
        return taken.order()
                .orElseThrow(() -> new AssertionError(taken.problem().toString()))
                .number();
    }

    /** In their order: the sites' numbers follow from it. */
    private static Map<String, String> answers(String... pathsAndTexts) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            answers.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return answers;
    }

    private OrderBook.Outcome resubmit(String order, Draft draft) {
        String key = "key-" + ++keys;
        return book.resubmit(
                key, key, order, Long.toString(book.find(order).orElseThrow().version()), draft);
    }

    private static Draft draft(
            String type,
            Map<String, String> more,
            Map<String, List<String>> pictures,
            Map<String, Map<String, String>> labels) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("sponsor.province", "110000");
        fields.put("sponsor.certNo", "91110108MA01ABCD5T");
        fields.put("sponsor.name", "北京样例科技有限公司");
        fields.put("sponsor.person.name", "赵样本");
        fields.put("sponsor.person.mobile", MOBILE);
        fields.put("site.s1.name", "样例科技官方主页");
        fields.put("site.s1.domain", "beian-demo-new.cn");
        fields.putAll(more);
        return new Draft("filer-1", "c1", type, fields, pictures, labels);
    }

    private OrderView view(String order) {
        return book.view(order).orElseThrow();
    }

    private OrderState state(String order) {
        return book.find(order).orElseThrow().state();
    }

    private List<Moved> history(String order) {
        return book.find(order).orElseThrow().history();
    }
}
