package io.beian.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing to ask. Immutable; the wording lives elsewhere, keyed by {@link #id()} and refusal
 * code.
 *
 * @param relevant whether the question is asked, given the answers so far
 * @param suggests answers worth offering although the question takes others too
 * @param names what filers call it in 改 and in pasted blocks; the first is unique in the form
 * @param valid examples that are accepted; the first is shown as sample
 * @param invalid refusal code to an example that meets it
 * @param traits how it behaves: see {@link Trait}
 */
public record Question<T>(
        Key<T> key,
        Parser parser,
        Sensitivity sensitivity,
        Predicate<Scope> relevant,
        List<Option> options,
        Function<Scope, List<String>> suggests,
        List<String> names,
        List<String> valid,
        Map<String, String> invalid,
        List<Trait> traits) {

    /** Properties a question may have. */
    public enum Trait {
        /** May be passed over with 跳过. */
        OPTIONAL,
        /** Wants pictures instead of text. */
        PICTURE,
        /** An answer of this kind is recognised wherever it stands, such as an e-mail address. */
        SELF_EVIDENT,
        /** Decides the filing type: cannot be changed once matching is over. */
        FROZEN,
        /** Serves the dialogue only; not shown in the preview and not submitted. */
        INTERNAL
    }

    public static <T> Question<T> ask(Key<T> key, Sensitivity sensitivity, Parser parser) {
        return new Question<>(
                key,
                parser,
                sensitivity,
                scope -> true,
                List.of(),
                scope -> List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    public String id() {
        return key.id();
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public Question<T> when(Predicate<Scope> condition) {
        return new Question<>(
                key,
                parser,
                sensitivity,
                condition,
                options,
                suggests,
                names,
                valid,
                invalid,
                traits);
    }

    public Question<T> offering(List<Option> offered) {
        return new Question<>(
                key,
                parser,
                sensitivity,
                relevant,
                offered,
                suggests,
                names,
                valid,
                invalid,
                traits);
    }

    public Question<T> suggesting(Function<Scope, List<String>> suggestions) {
        return new Question<>(
                key,
                parser,
                sensitivity,
                relevant,
                options,
                suggestions,
                names,
                valid,
                invalid,
                traits);
    }

    public Question<T> named(String... called) {
        return new Question<>(
                key,
                parser,
                sensitivity,
                relevant,
                options,
                suggests,
                List.of(called),
                valid,
                invalid,
                traits);
    }

    public Question<T> takes(String... examples) {
        return new Question<>(
                key,
                parser,
                sensitivity,
                relevant,
                options,
                suggests,
                names,
                List.of(examples),
                invalid,
                traits);
    }

    public Question<T> refuses(String code, String example) {
        Map<String, String> more = new LinkedHashMap<>(invalid);
        more.put(code, example);
        return new Question<>(
                key, parser, sensitivity, relevant, options, suggests, names, valid, more, traits);
    }

    public Question<T> being(Trait... more) {
        List<Trait> all = new ArrayList<>(traits);
        all.addAll(List.of(more));
        return new Question<>(
                key,
                parser,
                sensitivity,
                relevant,
                options,
                suggests,
                names,
                valid,
                invalid,
                List.copyOf(all));
    }

    /** What may be echoed of a canonical text. */
    public String mask(String text) {
        return key.kind().mask().apply(text);
    }
}
