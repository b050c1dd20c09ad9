package io.beian.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.beian.dialogue.FiledRecord;
import io.beian.dialogue.FiledUnit;
import io.beian.dialogue.KnownOrder;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Query;
import io.beian.dialogue.Verifier;
import io.beian.filing.FilingType;
import io.beian.filing.SampleFiling;
import io.beian.order.OrderEvent;
import io.beian.sandbox.backend.FieldError;
import io.beian.sandbox.backend.OrderBook;
import io.beian.sandbox.backend.Play;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client and reference backend keep the same contract, over real HTTP and over a restart. */
class FilingContractTest {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};
    private static final String UNKNOWN = "0".repeat(64);

    private final Path data;
    private SandboxProcess sandbox;

    FilingContractTest(@TempDir Path data) {
        this.data = data;
        this.sandbox = SandboxProcess.start(data);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void takesAnOrderOnceHoweverOftenItIsHandedIn() {
        Submission first = backend().submit("key-1", form("filer-1", new SampleFiling()));
        Submission again = backend().submit("key-1", form("filer-1", new SampleFiling()));
        restart();
        Submission later = backend().submit("key-1", form("filer-1", new SampleFiling()));

        OrderStatus order = taken(first);
        assertThat(order.number()).isEqualTo("TY20261123000001");
        assertThat(order.state()).isEqualTo("PRE_REVIEW");
        assertThat(order.allowed()).containsExactly("withdraw");
        assertThat(again).isEqualTo(new Submission.Taken(order, true));
        assertThat(later).isEqualTo(new Submission.Taken(order, true));
        assertThat(sandbox.bean(OrderBook.class).all()).hasSize(1);
    }

    @Test
    void keepsEveryAnswerUnderItsPath() {
        SampleFiling filing = new SampleFiling().with("site.s2.name", "第二个样例网站");
        filing.with("site.s2.domain", "beian-demo-new2.cn");

        String number = taken(backend().submit("key-1", form("filer-1", filing))).number();
        restart();

        assertThat(sandbox.bean(OrderBook.class).find(number).orElseThrow().fields())
                .isEqualTo(filing.complete().fields());
    }

    @Test
    void refusesAnotherOrderUnderAUsedKey() {
        backend().submit("key-1", form("filer-1", new SampleFiling()));
        restart();

        Submission other =
                backend()
                        .submit(
                                "key-1",
                                form("filer-1", new SampleFiling().with("sponsor.name", "别的")));

        assertThat(other).isInstanceOf(Submission.Refused.class);
        assertThat(sandbox.bean(OrderBook.class).all()).hasSize(1);
    }

    @Test
    void leadsASecondOrderOfASponsorToTheFirstWithoutLeaking() {
        String number = submit().number();

        Submission own = backend().submit("key-2", form("filer-1", new SampleFiling()));
        Submission other = backend().submit("key-3", form("filer-2", new SampleFiling()));

        assertThat(((Submission.InTheWay) own).own())
                .contains(new Submission.Own(number, "case-1", 1));
        assertThat(((Submission.InTheWay) other).own()).isEmpty();
        assertThat(match("filer-1"))
                .containsEntry("match.openOrder", "mine")
                .containsEntry("match.openOrderNumber", number);
        assertThat(match("filer-2"))
                .containsEntry("match.openOrder", "others")
                .doesNotContainKey("match.openOrderNumber");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        SampleFiling filing =
                new SampleFiling()
                        .without("sponsor.name")
                        .with("sponsor.certNo", "91110108MA01ABCD5U")
                        .with("site.s1.domain", "beian-demo-b1.cn")
                        .picture("photo.licence", UNKNOWN);

        Submission refused = backend().submit("key-1", form("filer-1", filing));

        assertThat(((Submission.Refused) refused).problems())
                .extracting(Problem::field, Problem::code)
                .containsExactly(
                        tuple("sponsor.name", "required"),
                        tuple("sponsor.certNo", "checkDigit"),
                        tuple("site.s1.domain", "domainFiled"),
                        tuple("photo.licence", "missing"));
    }

    @Test
    void wantsTheKindOfFilingThatMatchingGave() {
        SampleFiling first = new SampleFiling().with("sponsor.certNo", "91440300MA5E6F7G8G");

        Submission asFirst = backend().submit("key-1", form("filer-1", first));
        Submission asOurs =
                backend().submit("key-2", form("filer-1", first.type(FilingType.NEW_SITE_OURS)));
        Submission asOther =
                backend().submit("key-3", form("filer-1", first.type(FilingType.NEW_SITE_OTHER)));

        assertThat(codes(asFirst)).containsExactly("sponsorFiled");
        assertThat(codes(asOurs)).containsExactly("sponsorNotOurs");
        assertThat(asOther).isInstanceOf(Submission.Taken.class);
    }

    @Test
    void takesACorrectedOrderUnderItsNumber() {
        String number = submit().number();
        decide(number, OrderEvent.REJECT_PRE_REVIEW);
        OrderStatus returned = backend().order(number).orElseThrow();
        SampleFiling mended = new SampleFiling().with("site.s1.name", "样例科技产品中心");

        Submission again = backend().resubmit("key-2", number, 1, form("filer-1", mended));
        Submission replay = backend().submit("key-2", form("filer-1", mended));

        assertThat(returned.problems())
                .extracting(Problem::field, Problem::text)
                .containsExactly(tuple("site.s1.name", "名称不规范"));
        assertThat(returned.allowed()).containsExactly("resubmit", "withdraw");
        assertThat(taken(again).state()).isEqualTo("PRE_REVIEW");
        assertThat(taken(again).version()).isEqualTo(2);
        assertThat(taken(again).seq()).isEqualTo(3);
        assertThat(taken(replay)).isEqualTo(taken(again));
    }

    @Test
    void doesNotTakeACorrectionOfAnOlderVersionOrOfWhatIsFrozen() {
        String number = submit().number();
        decide(number, OrderEvent.REJECT_PRE_REVIEW);

        Submission old =
                backend().resubmit("key-2", number, 7, form("filer-1", new SampleFiling()));
        Submission moved =
                backend()
                        .resubmit(
                                "key-3",
                                number,
                                1,
                                form(
                                        "filer-1",
                                        new SampleFiling().with("sponsor.province", "120000")));

        assertThat(old).isInstanceOf(Submission.InTheWay.class);
        assertThat(codes(moved)).containsExactly("frozen");
    }

    @Test
    void withdrawsOnlyWhereItIsAllowed() {
        String first = submit().number();

        assertThat(backend().withdraw(first)).isTrue();
        assertThat(backend().withdraw(first)).isTrue();
        String second =
                taken(backend().submit("key-2", form("filer-1", new SampleFiling()))).number();
        decide(second, OrderEvent.PASS_PRE_REVIEW);

        assertThat(backend().withdraw(second)).isFalse();
        assertThat(backend().withdraw("TY20261123000099")).isFalse();
        assertThat(backend().order("TY20261123000099")).isEmpty();
    }

    @Test
    void keepsMaterialsByTheirHash() {
        String hash = Sha256.of(JPEG);

        assertThat(backend().hasMaterial(hash)).isFalse();
        backend().putMaterial(hash, JPEG);
        backend().putMaterial(hash, JPEG);
        restart();

        assertThat(backend().hasMaterial(hash)).isTrue();
        assertThat(
                        backend()
                                .submit(
                                        "key-1",
                                        form(
                                                "filer-1",
                                                new SampleFiling().picture("photo.licence", hash))))
                .isInstanceOf(Submission.Taken.class);
    }

    @Test
    void takesLabelsOfPicturesThatStandAsGuests() {
        String hash = Sha256.of(JPEG);
        backend().putMaterial(hash, JPEG);
        SampleFiling labelled =
                new SampleFiling()
                        .picture("photo.extra", hash)
                        .label("photo.extra", hash, "photo.licence");

        String number = taken(backend().submit("key-1", form("filer-1", labelled))).number();
        restart();

        assertThat(sandbox.bean(OrderBook.class).find(number).orElseThrow().labels())
                .isEqualTo(Map.of("photo.extra", Map.of(hash, "photo.licence")));
    }

    @Test
    void refusesALabelWithoutItsPicture() {
        SampleFiling labelled =
                new SampleFiling().picture("photo.extra").label("photo.extra", UNKNOWN, "photo.x");

        assertThat(codes(backend().submit("key-1", form("filer-1", labelled))))
                .containsExactly("labelOfNothing");
    }

    @Test
    void givesThePicturesOfACapture() {
        Capture.Taken full = (Capture.Taken) backend().capture("202611230000000011", "filer-1");

        assertThat(full.pictures())
                .extracting(Capture.Picture::slot)
                .containsExactly(
                        "photo.licence", "photo.idFront", "photo.idBack", "site.*.photo.verify");
        for (Capture.Picture picture : full.pictures()) {
            byte[] content = backend().material(picture.sha256()).orElseThrow();
            assertThat(Sha256.of(content)).isEqualTo(picture.sha256());
        }
        assertThat(backend().capture("202611230000000011", "filer-1")).isEqualTo(full);
        assertThat(backend().material(UNKNOWN)).isEmpty();
    }

    @Test
    void saysWhyThereIsNothingUnderACode() {
        assertThat(backend().capture("202611230000000033", "filer-1"))
                .isEqualTo(new Capture.Nothing("used"));
        assertThat(backend().capture("202611230000000044", "filer-1"))
                .isEqualTo(new Capture.Nothing("expired"));
        assertThat(backend().capture("202611230000000099", "filer-1"))
                .isEqualTo(new Capture.Nothing("unknown"));
    }

    @Test
    void filesWhatTheBureauApproves() {
        String number = submit().number();
        approve(number);
        restart();

        assertThat(backend().order(number).orElseThrow().numbers())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "sponsor", "京ICP备2026000001号",
                                "site.s1", "京ICP备2026000001号-1"));
        assertThat(match("filer-2"))
                .containsEntry("match.sponsorLicence", "京ICP备2026000001号")
                .containsEntry("match.ours", "true")
                .containsEntry("match.account", "other")
                .containsEntry("match.domain.beian-demo-new.cn.filed", "own")
                .containsEntry("match.domain.beian-demo-new.cn.access", "true")
                .containsEntry("match.openOrder", "none")
                .containsEntry("match.proof", "needed");
    }

    @Test
    void addsAnAccessBesideNewSitesAndTheSiteKeepsItsNumber() {
        SampleFiling site = ofElsewhere().type(FilingType.NEW_SITE_OTHER);
        SampleFiling access =
                ofElsewhere()
                        .type(FilingType.NEW_ACCESS_OTHER)
                        .with("match.siteLicence", "粤ICP备2022000202号-1")
                        .with("site.s1.domain", "beian-demo-b1.cn");

        taken(backend().submit("key-1", form("filer-1", site)));
        String number = taken(backend().submit("key-2", form("filer-1", access))).number();
        Submission twice = backend().submit("key-3", form("filer-1", access));
        approve(number);

        assertThat(twice).isInstanceOf(Submission.InTheWay.class);
        assertThat(backend().order(number).orElseThrow().numbers())
                .containsEntry("site.s1", "粤ICP备2022000202号-1");
        assertThat(codes(backend().submit("key-4", form("filer-1", access))))
                .containsExactly("sponsorOurs", "accessHere");
    }

    @Test
    void takesOnlyFiledDomainsOfTheSponsorForAnAccess() {
        SampleFiling access = ofElsewhere().type(FilingType.NEW_ACCESS_OTHER);

        assertThat(codes(backend().submit("key-1", form("filer-1", access))))
                .containsExactly("domainNotFiled");
        access.with("site.s1.domain", "beian-demo-a2.cn");
        assertThat(codes(backend().submit("key-2", form("filer-1", access))))
                .containsExactly("domainFiled");
    }

    @Test
    void filesTheNewNumberOfASponsorThatWasFoundUnderItsOldOne() {
        SampleFiling filing =
                new SampleFiling()
                        .type(FilingType.NEW_SITE_OTHER)
                        .with("sponsor.certNo", "91440300668123457R")
                        .with("match.certType", "12")
                        .with("match.certNo", "668123457");

        String number = taken(backend().submit("key-1", form("filer-1", filing))).number();
        approve(number);
        restart();

        Map<String, String> found =
                backend()
                        .match(
                                new MatchQuery(
                                        "110000",
                                        "1",
                                        "91440300668123457R",
                                        List.of("beian-demo-h1.cn", "beian-demo-new.cn"),
                                        "filer-1",
                                        Optional.empty()));
        assertThat(found)
                .containsEntry("match.sponsorLicence", "粤ICP备13000304号")
                .containsEntry("match.account", "mine")
                .containsEntry("match.domain.beian-demo-h1.cn.filed", "own")
                .containsEntry("match.domain.beian-demo-h1.cn.access", "false")
                .containsEntry("match.domain.beian-demo-new.cn.siteLicence", "粤ICP备13000304号-2");
    }

    private static SampleFiling ofElsewhere() {
        return new SampleFiling().with("sponsor.certNo", "91440300MA5E6F7G8G");
    }

    private void approve(String number) {
        decide(number, OrderEvent.PASS_PRE_REVIEW);
        decide(number, OrderEvent.PASS_ADMIN);
        decide(number, OrderEvent.INTERFACE_TAKES);
        for (Verifier each : backend().order(number).orElseThrow().verifiers()) {
            play(number, Play.verifies(each.person()));
        }
        decide(number, OrderEvent.BUREAU_APPROVES);
    }

    @Test
    void feedsEventsInOrderFromAnyPlace() {
        String number = submit().number();
        decide(number, OrderEvent.PASS_PRE_REVIEW);
        decide(number, OrderEvent.PASS_ADMIN);
        restart();

        EventPage all = backend().events("");
        EventPage rest = backend().events("1");

        assertThat(all.events())
                .extracting(each -> each.order().seq(), each -> each.order().state())
                .containsExactly(tuple(2L, "ADMIN_REVIEW"), tuple(3L, "SUBMITTING"));
        assertThat(rest.events()).isEqualTo(all.events().subList(1, 2));
        assertThat(backend().events(all.next()).events()).isEmpty();
    }

    @Test
    void showsWhatIsPublicAndNothingElse() {
        List<FiledUnit> byDomain = filed(Query.Kind.DOMAIN, "beian-demo-a2.cn");
        List<FiledUnit> person = filed(Query.Kind.LICENCE, "浙ICP备2022000910号-1");

        assertThat(byDomain).extracting(FiledUnit::name).containsExactly("北京青禾示例科技有限公司");
        assertThat(byDomain.get(0).sites())
                .containsExactly(
                        new FiledUnit.Site("青禾示例产品中心", "beian-demo-a2.cn", "京ICP备2023000101号-2"));
        assertThat(filed(Query.Kind.LICENCE, "京ICP备2023000101号").get(0).sites()).hasSize(2);
        assertThat(filed(Query.Kind.NAME, "北京青禾示例科技有限公司").get(0).sites()).hasSize(2);
        assertThat(person).extracting(FiledUnit::name).containsExactly("郑*");
        assertThat(filed(Query.Kind.NAME, "郑样本")).isEmpty();
        assertThat(filed(Query.Kind.DOMAIN, "beian-demo-nothing.cn")).isEmpty();
    }

    @Test
    void showsAnOrderOnceItIsApproved() {
        OrderForm company = form("filer-1", new SampleFiling().with("sponsor.nature", "4"));
        String number = taken(backend().submit("key-1", company)).number();
        assertThat(filed(Query.Kind.DOMAIN, "beian-demo-new.cn")).isEmpty();

        approve(number);
        restart();

        FiledUnit unit = filed(Query.Kind.DOMAIN, "beian-demo-new.cn").get(0);
        assertThat(unit.licence()).isEqualTo("京ICP备2026000001号");
        assertThat(unit.nature()).isEqualTo("企业");
        assertThat(unit.approved()).isEqualTo("2026-11-23");
        assertThat(unit.toString()).doesNotContain("138", "@", "11010");
    }

    @Test
    void listsTheOrdersOfAFilerAndOfNobodyElse() {
        String number = submit().number();
        FilerReference filer = new FilerReference("filer-1");

        assertThat(backend().orders(filer))
                .extracting(KnownOrder::number, KnownOrder::caseId, KnownOrder::domains)
                .containsExactly(tuple(number, "case-1", List.of("beian-demo-new.cn")));
        assertThat(backend().orders(new FilerReference("filer-2"))).isEmpty();

        backend().withdraw(number);
        assertThat(backend().orders(filer)).isEmpty();
    }

    @Test
    void tellsTheLifeOfAnOrderFromAnyPlace() {
        String number = submit().number();
        decide(number, OrderEvent.REJECT_PRE_REVIEW);
        backend().resubmit("key-2", number, 1, form("filer-1", new SampleFiling()));
        decide(number, OrderEvent.ASK_VERIFICATION);
        restart();

        OrderHistory all = backend().eventsOf(number, 0);

        assertThat(all.more()).isFalse();
        assertThat(all.events())
                .extracting(each -> each.order().seq(), each -> each.order().state())
                .containsExactly(
                        tuple(1L, "PRE_REVIEW"),
                        tuple(2L, "PRE_REVIEW_REJECTED"),
                        tuple(3L, "PRE_REVIEW"),
                        tuple(4L, "VERIFY_PENDING"));
        assertThat(all.events().get(3).order().link()).isPresent();
        assertThat(backend().eventsOf(number, 2).events()).hasSize(2);
        assertThat(backend().eventsOf("TY20261123000099", 0).events()).isEmpty();
    }

    @Test
    void tellsAPageOfALongLife() {
        String number = submit().number();
        decide(number, OrderEvent.PASS_PRE_REVIEW);
        decide(number, OrderEvent.PASS_ADMIN);
        for (int i = 0; i < 100; i++) {
            decide(number, OrderEvent.INTERFACE_BUSY);
        }

        OrderHistory first = backend().eventsOf(number, 0);
        OrderHistory rest = backend().eventsOf(number, 100);

        assertThat(first.events()).hasSize(100);
        assertThat(first.more()).isTrue();
        assertThat(rest.events()).hasSize(3);
        assertThat(rest.more()).isFalse();
    }

    @Test
    void remindsPeopleOnceWhoHaveNotVerified() {
        SampleFiling two =
                new SampleFiling()
                        .with("site.s1.person.same", "other")
                        .with("site.s1.person.mobile", "13912345678");
        String number = taken(backend().submit("key-1", form("filer-1", two))).number();
        List<String> people = List.of("sponsor.person", "site.s1.person", "site.s9.person");
        assertThat(backend().remind("text-1", number, people)).isFalse();
        decide(number, OrderEvent.PASS_PRE_REVIEW);
        decide(number, OrderEvent.PASS_ADMIN);
        decide(number, OrderEvent.INTERFACE_TAKES);
        play(number, Play.verifies("site.s1.person"));

        assertThat(backend().remind("text-1", number, people)).isTrue();
        restart();
        assertThat(backend().remind("text-1", number, people)).isTrue();
        assertThatThrownBy(() -> backend().remind("text-1", number, List.of()))
                .isInstanceOf(BackendException.class);
        assertThat(backend().remind("text-2", "TY20261123000099", people)).isFalse();

        assertThat(sandbox.bean(OrderBook.class).find(number).orElseThrow().texts())
                .singleElement()
                .satisfies(text -> assertThat(text.mobile()).isEqualTo("138****5678"))
                .satisfies(text -> assertThat(text.text()).contains(number, "11月24日 10:00"));
    }

    @Test
    void tellsTheOwnerWhatIsFiledSinceTheApproval() {
        SampleFiling filing =
                new SampleFiling()
                        .with("site.s1.person.same", "other")
                        .with("site.s1.person.name", "钱样本")
                        .with("site.s2.name", "第二个样例网站")
                        .with("site.s2.domain", "beian-demo-new2.cn")
                        .with("site.s2.person.same", "s1");
        approve(taken(backend().submit("key-1", form("filer-1", filing))).number());
        SampleFiling later =
                new SampleFiling()
                        .type(FilingType.NEW_SITE_OURS)
                        .with("sponsor.person.mobile", "13700000001")
                        .with("site.s1.domain", "beian-demo-new3.cn");
        approve(taken(backend().submit("key-2", form("filer-1", later))).number());
        List<FiledRecord> before = backend().filed(new FilerReference("filer-1"));
        restart();

        FiledRecord filed = backend().filed(new FilerReference("filer-1")).get(0);

        assertThat(before).containsExactly(filed);
        assertThat(filed.licence()).isEqualTo("京ICP备2026000001号");
        assertThat(filed.sponsor()).containsEntry("sponsor.person.mobile", "13700000001");
        assertThat(filed.sites())
                .extracting(FiledRecord.Site::licence, each -> each.answers().get("domain"))
                .containsExactly(
                        tuple("京ICP备2026000001号-1", "beian-demo-new.cn"),
                        tuple("京ICP备2026000001号-2", "beian-demo-new2.cn"),
                        tuple("京ICP备2026000001号-3", "beian-demo-new3.cn"));
        assertThat(filed.sites().get(1).answers())
                .containsEntry("person.same", "other")
                .containsEntry("person.name", "钱样本");
        assertThat(backend().filed(new FilerReference("filer-2"))).isEmpty();
        assertThat(match("filer-1"))
                .containsEntry("match.ours", "true")
                .containsEntry("match.account", "mine")
                .containsEntry("match.sites", "3")
                .containsEntry("match.openOrder", "none");
    }

    @Test
    void filesInTheOrderOfTheApprovals() {
        SampleFiling site = ofElsewhere().type(FilingType.NEW_SITE_OTHER);
        SampleFiling access =
                ofElsewhere()
                        .type(FilingType.NEW_ACCESS_OTHER)
                        .with("sponsor.name", "先提交后批准")
                        .with("site.s1.domain", "beian-demo-b1.cn");
        String first = taken(backend().submit("key-1", form("filer-1", access))).number();
        approve(taken(backend().submit("key-2", form("filer-1", site))).number());
        approve(first);
        restart();

        assertThat(backend().filed(new FilerReference("filer-1")).get(0).sponsor())
                .containsEntry("sponsor.name", "先提交后批准");
    }

    private List<FiledUnit> filed(Query.Kind kind, String text) {
        return backend().filings(new Query(kind, text)).units();
    }

    private OrderStatus submit() {
        return taken(backend().submit("key-1", form("filer-1", new SampleFiling())));
    }

    private void decide(String number, OrderEvent event) {
        List<FieldError> reasons =
                event.name().contains("REJECT")
                        ? List.of(new FieldError("site.s1.name", "reviewer", "名称不规范", null))
                        : List.of();
        play(number, Play.because(event, reasons));
    }

    private void play(String number, Play play) {
        assertThat(sandbox.bean(OrderBook.class).play(number, play)).isPresent();
    }

    private Map<String, String> match(String filer) {
        return backend()
                .match(
                        new MatchQuery(
                                "110000",
                                "1",
                                "91110108MA01ABCD5T",
                                List.of("beian-demo-new.cn"),
                                filer,
                                Optional.empty()));
    }

    private static OrderForm form(String filer, SampleFiling filing) {
        return new OrderForm(filer, "case-1", filing.complete());
    }

    private static OrderStatus taken(Submission submission) {
        return ((Submission.Taken) submission).order();
    }

    private static List<String> codes(Submission submission) {
        return ((Submission.Refused) submission).problems().stream().map(Problem::code).toList();
    }

    private FilingBackend backend() {
        return sandbox.bean(FilingBackend.class);
    }

    private void restart() {
        sandbox.close();
        sandbox = SandboxProcess.start(data);
    }
}
