package io.beian.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Line;
import io.beian.filing.Findings.Account;
import io.beian.filing.Findings.By;
import io.beian.filing.Findings.Domain;
import io.beian.filing.Findings.Old;
import io.beian.filing.Findings.OpenOrder;
import io.beian.filing.Findings.Proof;
import io.beian.filing.Findings.Said;
import io.beian.filing.Findings.Shell;
import io.beian.filing.Findings.Sponsor;
import io.beian.filing.Findings.Whose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the decision table (icp-filing §1.2), and every combination of what can be found. */
class DecisionTableTest {

    private static final String BEIJING = "110000";
    private static final String SHANDONG = "370000";
    private static final boolean[] BOTH = {false, true};

    private static final Sponsor NONE =
            new Sponsor(List.of(), false, Account.NONE, "", 0, false, Proof.NONE, false);
    private static final OpenOrder FREE = new OpenOrder(By.NONE, "", false);
    private static final Said SAID =
            new Said(BEIJING, false, false, Old.NOT_ASKED, Shell.NOT_ASKED, false);

    private static Sponsor filed(boolean ours, Account account, Proof proof) {
        return new Sponsor(
                List.of("京ICP备2023000101号"), ours, account, BEIJING, 1, false, proof, false);
    }

    private static Domain domain(String name, Whose whose, boolean access) {
        return new Domain("site.s1.domain", name, whose, access, false, "");
    }

    private static Verdict decide(Sponsor sponsor, OpenOrder order, Said said, Domain... domains) {
        return DecisionTable.decide(new Findings(sponsor, List.of(domains), order, said));
    }

    private static Optional<FilingType> type(Verdict verdict) {
        return verdict instanceof Verdict.Opened opened
                ? Optional.of(opened.type())
                : Optional.empty();
    }

    private static String why(Verdict verdict) {
        return ((Verdict.Blocked) verdict).why().key();
    }

    @ParameterizedTest(name = "row {0}: {5}")
    @CsvSource(
            textBlock =
                    """
                    1, false, false, NONE, false, FIRST
                    2, true, false, NONE, false, NEW_SITE_OTHER
                    3, true, true, NONE, false, NEW_SITE_OURS
                    4, true, false, OWN, false, NEW_ACCESS_OTHER
                    5, true, true, OWN, false, NEW_ACCESS_OURS
                    """)
    void opensAnOrder(
            int row, boolean a, boolean b, Whose whose, boolean access, FilingType expected) {
        Sponsor sponsor = a ? filed(b, Account.MINE, b ? Proof.GIVEN : Proof.NONE) : NONE;

        Verdict verdict = decide(sponsor, FREE, SAID, domain("a.cn", whose, access));

        assertThat(verdict.row()).isEqualTo(row);
        assertThat(type(verdict)).contains(expected);
        assertThat(((Verdict.Opened) verdict).why().get(0).key())
                .isEqualTo("match.type." + expected);
    }

    @Test
    void row6OffersWhatElseCanBeDoneWithASiteThatIsHere() {
        Verdict verdict =
                decide(
                        filed(true, Account.MINE, Proof.NEEDED),
                        FREE,
                        SAID,
                        domain("a.cn", Whose.OWN, true));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Blocked.class,
                        blocked -> {
                            assertThat(blocked.row()).isEqualTo(6);
                            assertThat(blocked.offers()).containsExactly("变更备案", "取消接入", "注销网站");
                        });
    }

    @Test
    void row7NamesTheDomainsOfOthers() {
        Verdict verdict =
                decide(
                        filed(false, Account.NONE, Proof.NONE),
                        FREE,
                        SAID,
                        domain("a.cn", Whose.NONE, false),
                        domain("b.cn", Whose.OTHER, false));

        assertThat(verdict.row()).isEqualTo(7);
        assertThat(((Verdict.Blocked) verdict).why().args()).containsEntry("domain", "b.cn");
    }

    @ParameterizedTest(name = "old: {0} likely: {1} -> {2} {3}")
    @CsvSource(
            textBlock =
                    """
                    NOT_ASKED, true, 8, OLD
                    GIVEN, true, 8, OLD_NUMBER
                    GIVEN, false, 8, OLD_NUMBER
                    UNSURE, true, 8, match.oldUnknown
                    SKIPPED, true, 8, match.oldUnknown
                    NEVER, true, 7, match.domainOfOther
                    NOT_ASKED, false, 7, match.domainOfOther
                    """)
    void row8SuspectsTheOldCertificate(Old old, boolean likely, int row, String expected) {
        Said said = new Said(BEIJING, likely, false, old, Shell.NOT_ASKED, false);

        Verdict verdict = decide(NONE, FREE, said, domain("a.cn", Whose.OTHER, false));

        assertThat(verdict.row()).isEqualTo(row);
        assertThat(verdict instanceof Verdict.Ask ask ? ask.wanted().name() : why(verdict))
                .isEqualTo(expected);
    }

    @Test
    void asksAPersonForTheOldNumberOnlyIfTheDomainIsFiled() {
        Said person = new Said(BEIJING, false, true, Old.NOT_ASKED, Shell.NOT_ASKED, false);

        assertThat(decide(NONE, FREE, person, domain("a.cn", Whose.OTHER, false)))
                .isInstanceOf(Verdict.Ask.class);
        assertThat(type(decide(NONE, FREE, person, domain("a.cn", Whose.NONE, false))))
                .contains(FilingType.FIRST);
    }

    @ParameterizedTest(name = "old: {0} -> {1}")
    @CsvSource({"NOT_ASKED, OLD", "GIVEN, OLD_NUMBER", "NEVER, FIRST", "UNSURE, FIRST"})
    void asksWhetherItWasFiledBeforeIfTheNumberIsOldEnough(Old old, String expected) {
        Said said = new Said(BEIJING, true, false, old, Shell.NOT_ASKED, false);

        Verdict verdict = decide(NONE, FREE, said, domain("a.cn", Whose.NONE, false));

        assertThat(
                        verdict instanceof Verdict.Ask ask
                                ? ask.wanted().name()
                                : type(verdict).orElseThrow().name())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            textBlock =
                    """
                    370000, NOT_ASKED, Ask
                    370000, NOT_AGREED, Blocked
                    370000, AGREED, Opened
                    330000, NOT_ASKED, Opened
                    """)
    void row9GoesByTheProvinceUnlessTheBureauAgreed(String province, Shell shell, String kind) {
        Sponsor empty =
                new Sponsor(
                        List.of("鲁ICP备2021000404号"),
                        false,
                        Account.NONE,
                        province,
                        0,
                        false,
                        Proof.NONE,
                        false);
        Said said = new Said(province, false, false, Old.NOT_ASKED, shell, false);

        Verdict verdict = decide(empty, FREE, said, domain("a.cn", Whose.NONE, false));

        assertThat(verdict.getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void rows10To12StopAtTheSponsor() {
        Domain free = domain("a.cn", Whose.NONE, false);
        Sponsor several =
                new Sponsor(
                        List.of("京ICP备1号", "京ICP备2号"),
                        false,
                        Account.NONE,
                        BEIJING,
                        2,
                        false,
                        Proof.NONE,
                        false);
        Sponsor black = new Sponsor(List.of(), false, Account.NONE, "", 0, true, Proof.NONE, false);
        Said elsewhere = new Said(SHANDONG, false, false, Old.NOT_ASKED, Shell.NOT_ASKED, false);
        Domain blackDomain = new Domain("site.s1.domain", "b.cn", Whose.NONE, false, true, "");

        assertThat(decide(several, FREE, SAID, free).row()).isEqualTo(10);
        assertThat(decide(filed(false, Account.NONE, Proof.NONE), FREE, elsewhere, free).row())
                .isEqualTo(11);
        assertThat(decide(black, FREE, SAID, free).row()).isEqualTo(12);
        assertThat(decide(NONE, FREE, SAID, free, blackDomain).row()).isEqualTo(12);
    }

    @Test
    void row13LeadsTheFilerToHisOrderAndTellsOthersNothing() {
        Domain free = domain("a.cn", Whose.NONE, false);
        Domain own = domain("b.cn", Whose.OWN, false);
        Sponsor other = filed(false, Account.NONE, Proof.NONE);

        assertThat(decide(other, new OpenOrder(By.MINE, "TY1", true), SAID, free))
                .isEqualTo(new Verdict.Led(13, "TY1"));
        Verdict others = decide(other, new OpenOrder(By.OTHERS, "TY2", true), SAID, free);
        assertThat(((Verdict.Blocked) others).why().args()).doesNotContainValue("TY2");
        assertThat(type(decide(other, new OpenOrder(By.OTHERS, "", true), SAID, own)))
                .contains(FilingType.NEW_ACCESS_OTHER);
        assertThat(decide(other, new OpenOrder(By.OTHERS, "", false), SAID, own).row())
                .isEqualTo(13);
    }

    @Test
    void row14WantsProofOfASponsorOnAnotherAccount() {
        Domain free = domain("a.cn", Whose.NONE, false);
        Said skipped = new Said(BEIJING, false, false, Old.NOT_ASKED, Shell.NOT_ASKED, true);

        Verdict asked = decide(filed(true, Account.OTHER, Proof.NEEDED), FREE, SAID, free);
        Verdict passed = decide(filed(true, Account.OTHER, Proof.NEEDED), FREE, skipped, free);
        Verdict given = decide(filed(true, Account.OTHER, Proof.GIVEN), FREE, SAID, free);

        assertThat(((Verdict.Ask) asked).wanted()).isEqualTo(Verdict.Wanted.PROOF);
        assertThat(why(passed)).isEqualTo("match.claim");
        assertThat(((Verdict.Opened) given).why())
                .extracting(Line::key)
                .contains("match.claimed", "match.becomesFiled");
        assertThat(type(decide(filed(true, Account.MINE, Proof.NEEDED), FREE, skipped, free)))
                .contains(FilingType.NEW_SITE_OURS);
    }

    @Test
    void wantsTwoOrdersForFiledAndUnfiledDomains() {
        Verdict verdict =
                decide(
                        filed(false, Account.NONE, Proof.NONE),
                        FREE,
                        SAID,
                        domain("own.cn", Whose.OWN, false),
                        domain("new.cn", Whose.NONE, false));

        assertThat(why(verdict)).isEqualTo("match.mixed");
        assertThat(((Verdict.Blocked) verdict).why().args())
                .containsEntry("domain", "own.cn")
                .containsEntry("free", "new.cn");
    }

    /** A × B × C, D × E of one and of two domains, and every flag beside them. */
    @Test
    void comesToOneVerdictWhateverIsFound() {
        Map<String, Integer> count = new TreeMap<>();
        for (Sponsor sponsor : sponsors()) {
            for (List<Domain> domains : domains()) {
                for (Said said : saids()) {
                    for (OpenOrder order : orders()) {
                        Findings findings = new Findings(sponsor, domains, order, said);
                        Verdict verdict = DecisionTable.decide(findings);
                        if (!holds(findings, verdict)) {
                            throw new AssertionError(findings + " came to " + verdict);
                        }
                        String row = "%02d %s".formatted(verdict.row(), kind(verdict));
                        count.merge(row, 1, Integer::sum);
                    }
                }
            }
        }
        int all = count.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("decision table: " + all + " combinations " + count);
        assertThat(count.keySet().stream().map(row -> Integer.parseInt(row.substring(0, 2))))
                .contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    }

    private static String kind(Verdict verdict) {
        return type(verdict).map(Enum::name).orElse(verdict.getClass().getSimpleName());
    }

    /** What must be true of any verdict, told in other words than the table. */
    private static boolean holds(Findings found, Verdict verdict) {
        boolean filed = found.sponsor().filed();
        if (verdict instanceof Verdict.Blocked blocked) {
            return !blocked.reopen().isEmpty();
        }
        if (!(verdict instanceof Verdict.Opened opened)) {
            return true;
        }
        FilingType type = opened.type();
        Whose all = type.access() ? Whose.OWN : Whose.NONE;
        return (type == FilingType.FIRST) == !filed
                && type.ours() == (filed && found.sponsor().ours())
                && found.domains().stream().allMatch(d -> d.filed() == all && !d.blacklisted())
                && !found.sponsor().blacklisted()
                && found.sponsor().licences().size() < 2
                && (found.openOrder().by() == By.NONE || type.access());
    }

    private static List<Sponsor> sponsors() {
        List<Sponsor> all = new ArrayList<>();
        all.add(NONE);
        all.add(new Sponsor(List.of(), false, Account.NONE, "", 0, true, Proof.NONE, false));
        for (boolean ours : BOTH) {
            for (Account account : Account.values()) {
                for (Proof proof : Proof.values()) {
                    for (int sites = 0; sites < 2; sites++) {
                        int most = proof == Proof.NONE ? 3 : 2;
                        for (int licences = 1; licences < most; licences++) {
                            for (String province : List.of(BEIJING, "")) {
                                all.add(
                                        new Sponsor(
                                                List.of("京ICP备1号", "京ICP备2号").subList(0, licences),
                                                ours,
                                                account,
                                                province,
                                                sites,
                                                false,
                                                proof,
                                                false));
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    private static List<List<Domain>> domains() {
        List<Domain> one = new ArrayList<>();
        for (Whose whose : Whose.values()) {
            for (boolean access : BOTH) {
                one.add(domain("a.cn", whose, access));
            }
        }
        List<List<Domain>> all = new ArrayList<>(one.stream().map(List::of).toList());
        all.add(List.of(new Domain("site.s1.domain", "b.cn", Whose.NONE, false, true, "")));
        for (Domain first : one) {
            one.stream()
                    .filter(second -> first.access() || !second.access())
                    .forEach(second -> all.add(List.of(first, second)));
        }
        return all;
    }

    /** An old certificate matters to who is not filed, an empty one to who is. */
    private static List<Said> saids() {
        List<Said> all = new ArrayList<>();
        for (String province : List.of(BEIJING, SHANDONG)) {
            for (Old old : Old.values()) {
                all.add(new Said(province, true, false, old, Shell.NOT_ASKED, false));
                all.add(new Said(province, false, true, old, Shell.NOT_ASKED, false));
                all.add(new Said(province, false, false, old, Shell.NOT_ASKED, false));
            }
            for (Shell shell : Shell.values()) {
                all.add(new Said(province, false, false, Old.NOT_ASKED, shell, false));
                all.add(new Said(province, true, false, Old.NOT_ASKED, shell, true));
            }
        }
        return all;
    }

    private static List<OpenOrder> orders() {
        return List.of(
                FREE,
                new OpenOrder(By.MINE, "TY1", true),
                new OpenOrder(By.OTHERS, "", true),
                new OpenOrder(By.OTHERS, "", false));
    }
}
