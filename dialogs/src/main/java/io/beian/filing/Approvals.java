package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Picture;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Number and papers of each kind of approval (前置审批) a site needs before it is filed. */
final class Approvals {

    /** Before each kind had its own there was one number and one slot for all. */
    private static final String FORMER_NO = ".approvalNo";

    private static final String FORMER_PAPER = ".photo.approval";

    /** A number of an approval has some, if only Chinese ones. */
    private static final Pattern NUMERAL = Pattern.compile("[0-9０-９〇零一二三四五六七八九十百]");

    /** 没有批文, 还没办下来, 正在申请: there is none. */
    private static final Pattern NONE =
            Pattern.compile(
                    "(?:我们?|单位|公司|网站|暂时?|目前|现在|这个|那个|还|都|也|根本|确实|真的?|批文|批准文件|许可证|文号|编号|证)*"
                            + "(?:没有?|无|未|木有|不用|不需要|没办|正在办?|在|准备)"
                            + "(?:办|拿|下|申请|审批|批|做|弄|取得|有|到|过|来|理|这个|那个|什么|任何|相关|前置|一|批文|批准文件"
                            + "|许可证?|文号|编号|文件|材料|证|号|中|了|的|呢|啊|呀|吧|怎么办){0,8}");

    /** Contents people name that have no entry of their own, and the approval they may need. */
    private static final Map<Pattern, String> MINDED =
            Map.of(
                    Pattern.compile("论坛|BBS|bbs|社区|贴吧"), "6",
                    Pattern.compile("医药|药品|医疗器械"), "5");

    private Approvals() {}

    private static List<CodeTable.Row> kinds() {
        return Tables.PRE_APPROVALS.rows().stream()
                .filter(row -> row.valid() && !row.code().equals(Tables.NO_APPROVAL))
                .toList();
    }

    private static boolean needs(Scope scope, CodeTable.Row kind) {
        return new Situation(scope).approvals().contains(kind.code());
    }

    static String number(String kind) {
        return "site.*.approval." + kind + ".no";
    }

    static String paper(String kind) {
        return "site.*.photo.approval." + kind;
    }

    static Stream<Question<?>> numbers() {
        return kinds().stream()
                .map(
                        kind ->
                                Question.ask(
                                                Key.text(number(kind.code())),
                                                Sensitivity.OPEN,
                                                toldNone(numberParser()))
                                        .when(scope -> needs(scope, kind))
                                        .named(
                                                called(kind) + "批文号",
                                                "批文号",
                                                "审批文号",
                                                "许可证号",
                                                called(kind) + "许可证号")
                                        .takes("(京)网文〔2026〕0001-001号")
                                        .refuses("approval.none", "没有批文")
                                        .refuses("approval.short", "文号")
                                        .refuses("approval.odd", "市文化局批准"));
    }

    static Stream<Question<?>> papers() {
        return kinds().stream()
                .map(
                        kind ->
                                Question.ask(
                                                Key.text(paper(kind.code())),
                                                Sensitivity.SENSITIVE,
                                                toldNone(Parsers.picture()))
                                        .when(scope -> needs(scope, kind))
                                        .named(
                                                called(kind) + "审批文件",
                                                "前置审批文件",
                                                "批文",
                                                called(kind) + "批文")
                                        .being(Trait.PICTURE));
    }

    private static String called(CodeTable.Row kind) {
        return kind.label().replaceFirst("（.*", "");
    }

    /** As printed. */
    private static Parser numberParser() {
        return Parsers.text("approval", 4, 512, text -> !NUMERAL.matcher(text).find());
    }

    /** That there is none is no number; what to do then is told. */
    private static Parser toldNone(Parser parser) {
        return (answer, scope) ->
                answer instanceof Answer.Text typed
                                && !typed.stored()
                                && NONE.matcher(bare(typed.text())).matches()
                        ? new Parsed.Refused("approval.none", Map.of(), List.of(change(scope)))
                        : parser.parse(answer, scope);
    }

    private static String bare(String text) {
        return Parsers.plain(text).replaceAll("[\\s,，、?？~]+", "");
    }

    /** Leads back to the question which approvals there are. */
    private static String change(Scope scope) {
        List<String> sites = new Situation(scope).sites();
        String site =
                sites.size() < 2
                        ? ""
                        : scope.instance()
                                .map(id -> "网站" + (sites.indexOf(id) + 1) + " ")
                                .orElse("");
        return "改 " + site + "前置审批";
    }

    /** Says with a content that needs one which approval will be asked for. */
    static Parser minded(Parser contents) {
        return (answer, scope) -> {
            Parsed parsed = contents.parse(answer, scope);
            if (!(answer instanceof Answer.Text typed)
                    || typed.stored()
                    || !(parsed instanceof Parsed.Accepted taken)) {
                return parsed;
            }
            List<Advice> advice = new ArrayList<>(taken.advice());
            MINDED.forEach(
                    (words, kind) -> {
                        if (words.matcher(typed.text()).find()) {
                            Map<String, String> args =
                                    Map.of("kind", Tables.PRE_APPROVALS.label(kind));
                            advice.add(new Advice("contentOther", args));
                        }
                    });
            return new Parsed.Accepted(taken.text(), advice, taken.also());
        };
    }

    /** Answers of the form before, brought to the first kind that was chosen. */
    static Facts upgraded(Facts facts) {
        Facts next = facts;
        for (String path : facts.byPath().keySet()) {
            Fact fact = facts.at(path).orElseThrow();
            if (path.endsWith(FORMER_NO) || path.endsWith(FORMER_PAPER)) {
                Optional<String> present = present(facts, path);
                next = next.without(path);
                next =
                        present.isPresent() && facts.at(present.get()).isEmpty()
                                ? next.with(present.get(), fact)
                                : next;
            } else if (fact.value().contains(FORMER_PAPER)) {
                next = next.with(path, labelled(facts, fact));
            }
        }
        return next;
    }

    /** Where an answer of the form before stands now; empty if no kind is chosen. */
    private static Optional<String> present(Facts facts, String path) {
        String[] parts = path.split("\\.", 3);
        if (parts.length < 3 || !parts[0].equals(Keys.SITE)) {
            return Optional.empty();
        }
        String id = parts[2].equals("approvalNo") ? "approval.%s.no" : "photo.approval.%s";
        return new Situation(new Scope(facts, Optional.of(parts[1]), LocalDate.MIN))
                .approvals().stream()
                        .findFirst()
                        .map(kind -> Keys.SITE + "." + parts[1] + "." + id.formatted(kind));
    }

    /** Papers that found no room in their slot say which one that is. */
    private static Fact labelled(Facts facts, Fact fact) {
        List<Picture> pictures =
                Picture.list(fact.value()).stream()
                        .map(
                                picture ->
                                        picture.of()
                                                .filter(slot -> slot.endsWith(FORMER_PAPER))
                                                .flatMap(slot -> present(facts, slot))
                                                .map(
                                                        slot ->
                                                                new Picture(
                                                                        picture.sha256(),
                                                                        Optional.of(slot)))
                                                .orElse(picture))
                        .toList();
        return new Fact(Picture.text(pictures), fact.source(), fact.confirmed(), fact.turn());
    }
}
