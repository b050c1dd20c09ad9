package io.beian.filing;

import io.beian.form.Answer;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Section;
import io.beian.value.ChatText;
import io.beian.value.Everyday;
import io.beian.value.Everyday.Kind;
import io.beian.value.PersonName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps everyday talk (不知道, 稍等, 同上) out of the answers of every question that takes free text, and
 * says what helps instead. Lists of choices need no such care: they take only what is on them.
 */
final class NonAnswers {

    /** What questions are about, for saying where an answer is found; by the end of their ids. */
    private static final Map<String, String> ABOUT =
            Map.ofEntries(
                    Map.entry("name", "name"),
                    Map.entry("investor", "name"),
                    Map.entry("certNo", "number"),
                    Map.entry("oldCertNo", "number"),
                    Map.entry("certAddress", "address"),
                    Map.entry("address", "address"),
                    Map.entry("certValid", "date"),
                    Map.entry("mobile", "phone"),
                    Map.entry("emergency", "phone"),
                    Map.entry("tel", "phone"),
                    Map.entry("email", "email"),
                    Map.entry("domain", "domain"),
                    Map.entry("homeUrl", "home"),
                    Map.entry("approvalNo", "number"));

    /** They take nothing but what has their form, so that what they take is meant. */
    private static final Set<String> STRICT =
            Set.of("certValid", "region", "province", "domain", "homeUrl");

    /** Of these a flaw of the value itself says more. */
    private static final Set<Kind> TOLD_BETTER = Set.of(Kind.TRIAL, Kind.CHOICE);

    /** With the name of a thing behind them these can make the name of a site, as in 会计网站. */
    private static final Set<Kind> SITES =
            Set.of(Kind.SELF, Kind.ASKING, Kind.TRIAL, Kind.ACK, Kind.GREETING);

    private static final Pattern SITE = Pattern.compile(".*(?:网站|平台|公司|店|店铺|企业|家)");

    /** Whatever ends as a question does is none of their answers. */
    private static final Set<String> ASKED_INSTEAD =
            Set.of("remark", "approvalNo", "messenger", "certNo", "investor");

    private static final int SHORT = 6;
    private static final int NAME = 2;

    private NonAnswers() {}

    /** The section, whose questions of free text take no everyday talk. */
    static Section kept(Section section) {
        return new Section(
                section.id(),
                section.stage(),
                section.group(),
                section.questions().stream().<Question<?>>map(NonAnswers::kept).toList());
    }

    private static <T> Question<T> kept(Question<T> question) {
        boolean free = question.options().isEmpty() && !question.has(Trait.PICTURE);
        return free
                ? question.reading(
                        parser -> (answer, scope) -> parse(question, parser, answer, scope))
                : question;
    }

    private static Parsed parse(Question<?> question, Parser parser, Answer answer, Scope scope) {
        Parsed parsed = parser.parse(answer, scope);
        if (!(answer instanceof Answer.Text typed) || typed.stored()) {
            return parsed;
        }
        boolean asks = ASKED_INSTEAD.contains(field(question)) && Everyday.asks(typed.text());
        return Everyday.read(typed.text())
                .or(() -> Optional.of(new Everyday(Kind.ASKING, true)).filter(talk -> asks))
                .filter(talk -> said(question, talk, parsed, typed.text()))
                .<Parsed>map(talk -> told(question, talk.kind(), parsed, scope, typed.text()))
                .orElse(parsed);
    }

    /** Whether the talk is no answer here. */
    private static boolean said(Question<?> question, Everyday talk, Parsed parsed, String text) {
        String field = field(question);
        if (parsed instanceof Parsed.Refused refused && refused.sure().isEmpty()) {
            boolean own = refused.code().startsWith("unit.nameless");
            boolean vague = talk.kind() == Kind.ACK && talk.named();
            return !own && !vague && !TOLD_BETTER.contains(talk.kind());
        }
        if (parsed.accepted() && STRICT.contains(field)) {
            return false;
        }
        if (question.id().equals(Keys.SITE_NAME.id())) {
            return !(SITES.contains(talk.kind()) && SITE.matcher(text.strip()).matches());
        }
        boolean meant = field.equals("address") || field.equals("messenger");
        if (talk.kind() == Kind.SAME && parsed.accepted() && meant) {
            return false;
        }
        return !(field.equals("remark") && talk.kind() == Kind.SAME && text.length() > SHORT);
    }

    private static Parsed told(
            Question<?> question, Kind kind, Parsed parsed, Scope scope, String text) {
        Optional<String> name = maybeName(question, kind, parsed, scope);
        if (name.isPresent()) {
            return new Parsed.Refused("name.word", Map.of("given", name.get()), List.of())
                    .unlessSure(name.get());
        }
        String code = "everyday." + kind.code();
        return switch (kind) {
            case UNKNOWN -> new Parsed.Refused(code + about(question, scope));
            case SAME, SELF ->
                    new Parsed.Refused(
                            question.suggested(scope).isEmpty() ? code : code + ".offer");
            case ASKING -> new Parsed.Refused(code, Map.of(), List.of("为什么", "示例"));
            case PICTURE -> new Parsed.Refused(pictured(code, text));
            default -> new Parsed.Refused(code);
        };
    }

    /** What the messenger wrote in place of something is told apart from 见照片. */
    private static String pictured(String code, String text) {
        return ChatText.placeholder(text)
                .filter(kind -> !kind.equals("picture"))
                .map(kind -> "everyday.notShown")
                .orElse(code);
    }

    /** 明天 and 安全 can be names: two characters that begin with a family name. */
    private static Optional<String> maybeName(
            Question<?> question, Kind kind, Parsed parsed, Scope scope) {
        boolean person = about(question, scope).equals(".name") && kind != Kind.SELF;
        return parsed instanceof Parsed.Accepted accepted && person
                ? Optional.of(accepted.text())
                        .filter(text -> text.length() == NAME)
                        .filter(PersonName::couldBe)
                : Optional.empty();
    }

    private static String about(Question<?> question, Scope scope) {
        if (question.id().equals(Keys.SITE_NAME.id())) {
            return ".site";
        }
        if (question.id().equals(Keys.NAME.id()) && !new Situation(scope).individual()) {
            return ".unit";
        }
        String about = ABOUT.get(field(question));
        return about == null ? "" : "." + about;
    }

    private static String field(Question<?> question) {
        return question.id().substring(question.id().lastIndexOf('.') + 1);
    }
}
