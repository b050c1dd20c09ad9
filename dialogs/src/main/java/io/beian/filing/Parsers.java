package io.beian.filing;

import com.google.common.base.Splitter;
import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Option;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.value.ChatText;
import io.beian.value.Checked;
import io.beian.value.Flaw;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Ways to read an answer: by a value type, by a list of options, as a picture. */
final class Parsers {

    private static final Splitter SEPARATORS =
            Splitter.on(Pattern.compile("[\\s,，、;；+]+")).omitEmptyStrings();
    private static final Splitter JOINERS =
            Splitter.on(Pattern.compile("[和与及]+")).omitEmptyStrings();

    private Parsers() {}

    /** Reads a value type; its flaws become refusals under a prefix, such as {@code domain.www}. */
    static <T> Parser value(
            String prefix,
            BiFunction<String, Scope, Checked<T>> check,
            Function<T, String> text,
            BiFunction<T, Scope, List<Advice>> advice) {
        return (answer, scope) ->
                answer instanceof Answer.Text typed
                        ? check.apply(typed.text(), scope)
                                .<Parsed>fold(
                                        value ->
                                                new Parsed.Accepted(
                                                        text.apply(value),
                                                        advice.apply(value, scope)),
                                        flaw -> refused(prefix, flaw))
                        : new Parsed.NotMine();
    }

    static <T> Parser value(
            String prefix, Function<String, Checked<T>> check, Function<T, String> text) {
        return value(prefix, (raw, scope) -> check.apply(raw), text, (value, scope) -> List.of());
    }

    static Parsed.Refused refused(String prefix, Flaw flaw) {
        Map<String, String> args = new HashMap<>(flaw.details());
        args.put("given", flaw.given());
        flaw.suggestion().ifPresent(offer -> args.put("offer", offer));
        return new Parsed.Refused(prefix + "." + flaw.code(), args, flaw.suggestion());
    }

    /**
     * Reads a value type some of whose values are so unusual that the filer is asked once whether
     * they are meant.
     *
     * @param doubts why a value may be wrong although it can be right; its suggestion is offered
     */
    static <T> Parser value(
            String prefix,
            BiFunction<String, Scope, Checked<T>> check,
            Function<T, String> text,
            BiFunction<T, Scope, List<Advice>> advice,
            BiFunction<T, Scope, Optional<Flaw>> doubts) {
        Parser read = value(prefix, check, text, advice);
        return (answer, scope) ->
                answer instanceof Answer.Text typed
                        ? check.apply(typed.text(), scope)
                                .<Parsed>fold(
                                        value ->
                                                doubts.apply(value, scope)
                                                        .<Parsed>map(
                                                                flaw ->
                                                                        refused(prefix, flaw)
                                                                                .unless(
                                                                                        taken(
                                                                                                text
                                                                                                        .apply(
                                                                                                                value),
                                                                                                advice
                                                                                                        .apply(
                                                                                                                value,
                                                                                                                scope))))
                                                        .orElseGet(() -> read.parse(answer, scope)),
                                        flaw -> refused(prefix, flaw))
                        : new Parsed.NotMine();
    }

    private static Parsed.Way taken(String text, List<Advice> advice) {
        return new Parsed.Way("", new Parsed.Accepted(text, advice));
    }

    /** One of the options, by label or by another word for it; a stored one by its code. */
    static Parser oneOf(List<Option> options) {
        return oneOf(scope -> options, said -> Optional.empty());
    }

    /**
     * One of the options that may be taken now.
     *
     * @param withdrawn the name of an option that was there once, by what is said
     */
    static Parser oneOf(
            Function<Scope, List<Option>> taken, Function<String, Optional<String>> withdrawn) {
        return (answer, scope) -> {
            if (!(answer instanceof Answer.Text typed)) {
                return new Parsed.NotMine();
            }
            String said = plain(typed.text());
            return pick(taken.apply(scope), said, typed.stored())
                    .<Parsed>map(option -> new Parsed.Accepted(option.code()))
                    .orElseGet(() -> noOption(withdrawn.apply(said)));
        };
    }

    private static Parsed noOption(Optional<String> withdrawn) {
        return withdrawn
                .map(name -> refused("option.withdrawn", Map.of("name", name)))
                .orElseGet(() -> new Parsed.Refused("option"));
    }

    private static Parsed.Refused refused(String code, Map<String, String> words) {
        return new Parsed.Refused(code, words, List.of());
    }

    /** One or several of the options, stored as their codes in order, parted by blanks. */
    static Parser someOf(List<Option> options) {
        return (answer, scope) -> {
            if (!(answer instanceof Answer.Text typed)) {
                return new Parsed.NotMine();
            }
            String said = plain(typed.text());
            Optional<Option> whole = pick(options, said, typed.stored());
            if (whole.isPresent()) {
                return new Parsed.Accepted(whole.get().code());
            }
            List<String> codes = codes(options, said, typed.stored());
            return codes.isEmpty()
                    ? new Parsed.Refused("option")
                    : new Parsed.Accepted(String.join(" ", inOrder(codes)));
        };
    }

    /**
     * What several words stand for; nothing unless each stands for an option. 和 and 及 part words
     * only where they are no part of one, as in 不涉及.
     */
    private static List<String> codes(List<Option> options, String said, boolean stored) {
        List<String> codes = new ArrayList<>();
        for (String words : SEPARATORS.split(said)) {
            boolean one = pick(options, words, stored).isPresent();
            for (String word : one ? List.of(words) : JOINERS.split(words)) {
                Optional<Option> option = pick(options, word, stored);
                if (option.isEmpty()) {
                    return List.of();
                }
                codes.add(option.get().code());
            }
        }
        return codes;
    }

    private static List<String> inOrder(List<String> codes) {
        return new TreeSet<>(codes.stream().map(Integer::valueOf).toList())
                .stream().map(String::valueOf).toList();
    }

    /** Codes are only stored: a number people send is never one. */
    private static Optional<Option> pick(List<Option> options, String said, boolean stored) {
        return options.stream()
                .filter(
                        option ->
                                (stored && option.code().equals(said))
                                        || option.means(said)
                                        || plain(option.label()).equalsIgnoreCase(said))
                .findFirst();
    }

    static String plain(String text) {
        return ChatText.unified(text).strip().replaceAll("[。.!！]+$", "");
    }

    /** A stored picture; words are not for this question. */
    static Parser picture() {
        return (answer, scope) ->
                answer instanceof Answer.Picture picture
                        ? new Parsed.Accepted(picture.sha256())
                        : new Parsed.NotMine();
    }

    /** Free text of a bounded length in characters. */
    static Parser text(String prefix, int least, int most) {
        return text(prefix, least, most, text -> false);
    }

    /**
     * Free text of a bounded length in characters.
     *
     * @param odd whether a text is so unlikely that the filer is asked once
     */
    static Parser text(String prefix, int least, int most, Predicate<String> odd) {
        return (answer, scope) -> {
            if (!(answer instanceof Answer.Text typed)) {
                return new Parsed.NotMine();
            }
            String text =
                    Normalizer.normalize(ChatText.plain(typed.text()), Normalizer.Form.NFC)
                            .replaceAll("\\p{Cntrl}+", " ")
                            .strip();
            int length = text.codePointCount(0, text.length());
            Map<String, String> args =
                    Map.of(
                            "length", Integer.toString(length),
                            "least", Integer.toString(least),
                            "most", Integer.toString(most));
            if (length < least) {
                return new Parsed.Refused(prefix + ".short", args, Optional.empty());
            }
            if (length > most) {
                return new Parsed.Refused(prefix + ".long", args, Optional.empty());
            }
            return odd.test(text) ? odd(prefix, text) : new Parsed.Accepted(text);
        };
    }

    /** An unlikely text, taken once the filer says that it is meant. */
    static Parsed.Refused odd(String prefix, String text) {
        return new Parsed.Refused(prefix + ".odd", Map.of("given", text), List.of())
                .unlessSure(text);
    }
}
