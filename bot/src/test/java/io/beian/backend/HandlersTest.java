package io.beian.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beian.backend.BackendException.Category;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.FiledRecord;
import io.beian.dialogue.FiledUnit;
import io.beian.dialogue.Input;
import io.beian.dialogue.KnownOrder;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Query;
import io.beian.filing.Filing;
import io.beian.filing.SampleFiling;
import io.beian.outbox.CaptureSource;
import io.beian.outbox.Channel;
import io.beian.outbox.EffectHandler.Result;
import io.beian.outbox.MediaSource.Fetched;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HandlersTest {

    private static final ConversationId FILER = new ConversationId("openid-1");
    private static final String REFERENCE = FilerReference.of(FILER).value();
    private static final String KEY = REFERENCE + ".sub-1";
    private static final Effect.Submit SUBMIT = new Effect.Submit("c1", "sub-1");
    private static final Effect.LookUp LOOK_UP = new Effect.LookUp("c1");
    private final BackendException away = new BackendException(Category.RETRY, "away");
    private final BackendException refused = new BackendException(Category.REFUSED, "answered 400");

    private final FakeConversations conversations = new FakeConversations();
    private final FakeBackend backend = new FakeBackend();
    private final MemoryOrderIndex index = new MemoryOrderIndex();
    private Optional<String> noticesLink = Optional.empty();
    private Optional<Filing> filing = Optional.of(new SampleFiling().complete());

    @Test
    void looksUpWhatTheCaseSays() {
        matching(
                Map.of(
                        "sponsor.province", "110000",
                        "sponsor.certNo", "91110108MA01ABCD5T",
                        "site", "s2 s3",
                        "site.s2.domain", "beian-demo-new.cn",
                        "site.s3.domain", "beian-demo-other.cn"));
        backend.answering(Map.of("match.openOrderNumber", "TY7"));

        Result result = lookUp(1);

        assertThat(result)
                .isEqualTo(
                        new Result.Done(
                                new Input.LookedUp(
                                        "c1",
                                        Map.of(
                                                "match.openOrderNumber",
                                                "TY7",
                                                "match.certType",
                                                "1",
                                                "match.certNo",
                                                "91110108MA01ABCD5T",
                                                "match.underOld",
                                                "false"))));
        assertThat(index.find("TY7")).contains(FILER);
        assertThat(backend.queries)
                .containsExactly(
                        new MatchQuery(
                                "110000",
                                "1",
                                "91110108MA01ABCD5T",
                                List.of("beian-demo-new.cn", "beian-demo-other.cn"),
                                REFERENCE,
                                Optional.empty()));
        assertThat(REFERENCE).hasSize(32).doesNotContain("openid");
    }

    @Test
    void givesUpALookUpAtTheThirdAttempt() {
        matching(
                Map.of(
                        "sponsor.province", "110000",
                        "sponsor.certNo", "91110108MA01ABCD5T",
                        "site", "s1",
                        "site.s1.domain", "beian-demo-new.cn"));
        backend.answering(away, away, away, refused);

        assertThat(lookUp(1)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(lookUp(2)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(lookUp(3)).isEqualTo(new Result.Done(new Input.LookUpFailed("c1")));
        assertThat(lookUp(1)).isEqualTo(new Result.Done(new Input.LookUpFailed("c1")));
    }

    @Test
    void failsALookUpThatLacksAnAnswerAndDropsOneOfAnUnknownCase() {
        matching(Map.of("sponsor.province", "110000"));

        assertThat(lookUp(1)).isEqualTo(new Result.Done(new Input.LookUpFailed("c1")));
        assertThat(
                        new LookUpHandler(conversations, backend, index)
                                .run(FILER, new Effect.LookUp("c9"), 1))
                .isEqualTo(new Result.Done());
    }

    @Test
    void bringsMissingPicturesThenTheOrder() {
        submitting();
        filing =
                Optional.of(
                        new SampleFiling()
                                .picture("photo.licence", "aa", "bb")
                                .picture("photo.idFront", "aa")
                                .complete());
        backend.materials.add("bb");
        backend.answering(new Submission.Taken(status(1, "PRE_REVIEW"), false));

        Result result = submit(1);

        assertThat(backend.calls).containsExactly("material aa", "submit " + KEY);
        assertThat(result).isEqualTo(new Result.Done(submitted(1)));
        assertThat(index.find("TY1")).contains(FILER);
    }

    @Test
    void tellsWhichPictureIsGone() {
        submitting();
        filing = Optional.of(new SampleFiling().picture("photo.licence", "gone").complete());

        assertThat(problems(submit(1)))
                .extracting(Problem::field, Problem::code)
                .containsExactly(tuple("photo.licence", "missing"));
        assertThat(backend.calls).isEmpty();
    }

    @Test
    void readsTheOrderAgainAfterARepeatedSubmission() {
        submitting();
        OrderStatus moved = status(4, "PRE_REVIEW_REJECTED");
        backend.answering(new Submission.Taken(status(1, "PRE_REVIEW"), true), moved);

        assertThat(submit(2)).isEqualTo(new Result.Done(submitted(1), moved.moved()));
    }

    @Test
    void passesOnWhatIsWrong() {
        submitting();
        Problem wrong = new Problem("sponsor.name", "required", "此项必填", true, Map.of());
        backend.answering(new Submission.Refused(List.of(wrong)), refused);

        assertThat(problems(submit(1))).containsExactly(wrong);
        assertThat(problems(submit(1))).extracting(Problem::code).containsExactly("refused");
    }

    @Test
    void doesNotOpenASecondOrder() {
        submitting();
        backend.answering(
                new Submission.InTheWay(Optional.empty(), "已有订单"),
                new Submission.InTheWay(
                        Optional.of(new Submission.Own("TY2", "other-case", 1)), "已有订单"));

        for (int i = 0; i < 2; i++) {
            assertThat(problems(submit(1)))
                    .containsExactly(new Problem("", "openOrder", "已有订单", true, Map.of()));
        }
        assertThat(backend.calls).noneMatch(call -> call.startsWith("resubmit"));
    }

    @Test
    void handsAReturnedOrderOfTheSameCaseInAgain() {
        submitting();
        backend.answering(
                new Submission.InTheWay(Optional.of(new Submission.Own("TY1", "c1", 3)), ""),
                new Submission.Taken(status(5, "PRE_REVIEW"), false));

        assertThat(submit(1)).isEqualTo(new Result.Done(submitted(5)));
        assertThat(backend.calls).containsExactly("submit " + KEY, "resubmit " + KEY + " TY1 3");
    }

    @Test
    void waitsForABackendThatIsAwayAndSaysSo() {
        submitting();
        backend.answering(away, new BackendException(Category.MISCONFIGURED, "answered 401"));

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(submit(attempt))
                    .isEqualTo(
                            new Result.Later(Optional.of(new Input.SubmitDelayed("c1", "sub-1"))));
        }
    }

    @Test
    void saysSoWhenAnOrderDoesNotWaitAnyLonger() {
        assertThat(handler().givenUp(new Effect.Submit("c1", "sub-1")))
                .containsExactly(new Input.SubmitGivenUp("c1", "sub-1"));
    }

    @Test
    void leavesACaseAloneThatDoesNotSubmitAnyMore() {
        conversations.put(
                FILER,
                "c1",
                new Phase.Submitting("sub-2", java.util.Optional.empty(), 0),
                Map.of());
        assertThat(submit(1)).isEqualTo(new Result.Done());

        conversations.put(FILER, "c1", new Phase.Withdrawn(Instant.EPOCH), Map.of());
        assertThat(submit(1)).isEqualTo(new Result.Done());
        assertThat(backend.calls).isEmpty();
    }

    @Test
    void sendsAnIncompleteOrderBack() {
        submitting();
        filing = Optional.empty();

        assertThat(problems(submit(1))).extracting(Problem::code).containsExactly("incomplete");
    }

    @Test
    void withdraws() {
        WithdrawHandler handler = new WithdrawHandler(backend);
        Effect.Withdraw effect = new Effect.Withdraw("c1", "TY1");
        backend.answering(true, false, away, away);

        assertThat(handler.run(FILER, effect, 1))
                .isEqualTo(new Result.Done(new Input.Withdrawn("c1", "TY1", true)));
        assertThat(handler.run(FILER, effect, 1))
                .isEqualTo(new Result.Done(new Input.Withdrawn("c1", "TY1", false)));
        assertThat(handler.run(FILER, effect, 1)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(handler.run(FILER, effect, 3))
                .isEqualTo(new Result.Done(new Input.Withdrawn("c1", "TY1", false)));
    }

    @Test
    void refreshes() {
        RefreshHandler handler = new RefreshHandler(backend);
        Effect.Refresh effect = new Effect.Refresh("TY1");
        OrderStatus status = status(3, "ADMIN_REVIEW");
        backend.answering(status, away, away);

        assertThat(handler.run(FILER, effect, 1)).isEqualTo(new Result.Done(status.moved()));
        assertThat(handler.run(FILER, effect, 2)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(handler.run(FILER, effect, 3)).isEqualTo(new Result.Done());
    }

    @Test
    void readsCapturesThroughTheBackend() {
        BackendCaptures captures = new BackendCaptures(backend);
        byte[] jpeg = {1, 2, 3};
        String hash = Sha256.of(jpeg);
        backend.answering(
                new Capture.Taken(List.of(new Capture.Picture("photo.licence", hash))),
                new Capture.Nothing("used"),
                away,
                refused,
                jpeg,
                new byte[] {9},
                away);

        assertThat(captures.find(FILER, "202611230000000011"))
                .isEqualTo(
                        new CaptureSource.Found.Pictures(
                                List.of(new CaptureSource.Picture("photo.licence", hash))));
        assertThat(backend.calls).containsExactly("capture 202611230000000011 " + REFERENCE);
        assertThat(captures.find(FILER, "x")).isEqualTo(new CaptureSource.Found.Nothing("used"));
        assertThat(captures.find(FILER, "x")).isEqualTo(new CaptureSource.Found.TryLater());
        assertThat(captures.find(FILER, "x")).isEqualTo(new CaptureSource.Found.Failed());
        assertThat(captures.picture(hash)).isEqualTo(new Fetched.Bytes(jpeg));
        assertThat(captures.picture(hash)).isEqualTo(new Fetched.TryLater());
        assertThat(captures.picture(hash)).isEqualTo(new Fetched.TryLater());
    }

    @Test
    void searchesWhatIsFiledAndTellsAtOnceWhenItCannot() {
        SearchHandler handler = new SearchHandler(backend);
        Query query = new Query(Query.Kind.DOMAIN, "example.com");
        Effect.Search effect = new Effect.Search(query);
        FiledUnit unit = new FiledUnit("样例公司", "企业", "京ICP备2026000001号", "", List.of());
        backend.answering(new FiledInformation(List.of(unit), true), away, refused);

        assertThat(handler.run(FILER, effect, 1))
                .isEqualTo(new Result.Done(new Input.FiledFound(query, List.of(unit), true)));
        for (int i = 0; i < 2; i++) {
            assertThat(handler.run(FILER, effect, 1))
                    .isEqualTo(new Result.Done(new Input.SearchFailed(query)));
        }
        assertThat(backend.calls).first().isEqualTo("filings DOMAIN example.com");
    }

    @Test
    void findsTheOrdersOfAFilerAgainAndLeadsTheirEventsHere() {
        FetchOrdersHandler handler = new FetchOrdersHandler(backend, index);
        KnownOrder order =
                new KnownOrder(
                        "TY9",
                        "c1",
                        2,
                        "PRE_REVIEW",
                        Instant.EPOCH,
                        List.of(),
                        Map.of(),
                        List.of("example.com"));
        backend.answering(List.of(order), away);

        assertThat(handler.run(FILER, new Effect.FetchOrders(), 1))
                .isEqualTo(new Result.Done(new Input.OrdersKnown(List.of(order))));
        assertThat(index.find("TY9")).contains(FILER);
        assertThat(handler.run(FILER, new Effect.FetchOrders(), 1))
                .isEqualTo(new Result.Done(new Input.OrdersKnown(List.of())));
        assertThat(backend.calls).containsOnly("orders " + REFERENCE);
    }

    @Test
    void leadsToWhereNoticesMayBeAllowed() {
        submitting();
        noticesLink = Optional.of("https://bot.example.com/n/1");
        backend.answering(new Submission.Taken(status(1, "PRE_REVIEW"), false));

        assertThat(submit(1))
                .isEqualTo(
                        new Result.Done(
                                new Input.Submitted(
                                        "c1", "sub-1", "TY1", "PRE_REVIEW", 1, noticesLink)));
    }

    @Test
    void catchesUpWithAllThatHappenedPageByPage() {
        CatchUpHandler handler = new CatchUpHandler(backend);
        Effect.CatchUp effect = new Effect.CatchUp("TY1", 2);
        OrderEvent third = new OrderEvent("evt_3", "order.moved", status(3, "ADMIN_REVIEW"));
        OrderEvent other = new OrderEvent("evt_4", "order.dances", status(4, "DANCING"));
        OrderEvent fifth = new OrderEvent("evt_5", "order.moved", status(5, "SUBMITTING"));
        backend.answering(
                new OrderHistory(List.of(third, other), true),
                new OrderHistory(List.of(fifth), false));

        assertThat(handler.run(FILER, effect, 1))
                .isEqualTo(
                        caughtUp(third.order().moved().inFull(), fifth.order().moved().inFull()));
        assertThat(backend.calls).containsExactly("eventsOf TY1 2", "eventsOf TY1 4");
    }

    @Test
    void goesOnTryingToCatchUp() {
        CatchUpHandler handler = new CatchUpHandler(backend);
        Effect.CatchUp effect = new Effect.CatchUp("TY1", 2);
        backend.answering(
                new OrderHistory(List.of(), true),
                away,
                refused,
                new OrderHistory(List.of(), false));

        assertThat(handler.run(FILER, effect, 1)).isEqualTo(caughtUp());
        assertThat(handler.run(FILER, effect, 50)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(handler.run(FILER, effect, 51)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(handler.run(FILER, effect, 52)).isEqualTo(caughtUp());
    }

    private static Result caughtUp(Input.OrderMoved... moves) {
        return new Result.Done(new Input.OrderCaughtUp("TY1", List.of(moves)));
    }

    @Test
    void readsWhatIsFiledOfTheFilersSponsors() {
        FetchFiledHandler handler = new FetchFiledHandler(backend);
        Effect.FetchFiled effect = new Effect.FetchFiled("show 1");
        FiledRecord record = new FiledRecord("京ICP备2026000001号", Map.of(), List.of());
        backend.answering(List.of(record), away);

        assertThat(handler.run(FILER, effect, 1))
                .isEqualTo(new Result.Done(new Input.FiledKnown("show 1", List.of(record))));
        assertThat(handler.run(FILER, effect, 1))
                .isEqualTo(new Result.Done(new Input.FiledUnknown("show 1")));
        assertThat(backend.calls).containsOnly("filed " + REFERENCE);
    }

    @Test
    void sendsTextMessagesThroughTheBackend() {
        BackendTextMessages messages = new BackendTextMessages(backend);
        List<String> persons = List.of("sponsor.person");
        backend.answering(true, false, away, refused);

        assertThat(Stream.generate(() -> messages.remind(FILER, "sub-1", "TY1", persons)).limit(4))
                .containsExactly(
                        Channel.Sent.DELIVERED,
                        Channel.Sent.UNREACHABLE,
                        Channel.Sent.TRY_LATER,
                        Channel.Sent.MISCONFIGURED);
        assertThat(backend.calls).containsOnly("remind " + KEY + " TY1 [sponsor.person]");
    }

    private void matching(Map<String, String> answers) {
        conversations.put(FILER, "c1", Phase.Matching.OPEN, answers);
    }

    private void submitting() {
        conversations.put(
                FILER,
                "c1",
                new Phase.Submitting("sub-1", java.util.Optional.empty(), 0),
                Map.of());
    }

    private Result lookUp(int attempt) {
        return new LookUpHandler(conversations, backend, index).run(FILER, LOOK_UP, attempt);
    }

    private Result submit(int attempt) {
        return handler().run(FILER, SUBMIT, attempt);
    }

    private SubmitHandler handler() {
        return new SubmitHandler(
                conversations,
                open -> filing,
                sha256 -> sha256.equals("gone") ? Optional.empty() : Optional.of(new byte[] {1}),
                backend,
                index,
                id -> noticesLink);
    }

    private static List<Problem> problems(Result result) {
        return ((Input.SubmitRefused) ((Result.Done) result).results().get(0)).problems();
    }

    private static OrderStatus status(long seq, String state) {
        return new OrderStatus(
                "TY1",
                1,
                seq,
                state,
                Instant.EPOCH,
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Input.FromWorld submitted(long seq) {
        return new Input.Submitted("c1", "sub-1", "TY1", "PRE_REVIEW", seq, Optional.empty());
    }
}
