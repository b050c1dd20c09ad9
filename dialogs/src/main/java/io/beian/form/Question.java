package io.beian.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One thing to ask. Immutable; the wording lives elsewhere, keyed by {@link #id()} and refusal
 * code.
 *
 * @param relevant whether the question is asked, given the answers so far
 * @param choices what may be picked
 * @param samples what it is called and what it takes and refuses
 * @param traits how it behaves: see {@link Trait}
 * @param manner how it speaks, given the other answers
 */
public record Question<T>(
        Key<T> key,
        Parser parser,
        Sensitivity sensitivity,
        Predicate<Scope> relevant,
        Choices choices,
        Samples samples,
        List<Trait> traits,
        Manner manner) {

    /** Properties a question may have. */
    public enum Trait {
        /** May be passed over with 跳过. */
        OPTIONAL,
        /** Never asked by itself; filled when the filer names it, such as a remark. */
        ON_REQUEST,
        /** Wants pictures instead of text. */
        PICTURE,
        /** A picture slot that takes what does not fit its own slot any more. */
        SUPPLEMENT,
        /** An answer of this kind is recognised wherever it stands, such as an e-mail address. */
        SELF_EVIDENT,
        /** Several of its options may be picked. */
        SEVERAL,
        /** Several answers in one message open a record of the group each, such as domains. */
        OPENS_RECORDS,
        /** Differs in every record of a group: not taken over when a record is copied. */
        OWN,
        /** Decides the filing type: cannot be changed once matching is over. */
        FROZEN,
        /** Serves the dialogue only; not shown in the preview and not submitted. */
        INTERNAL
    }

    /**
     * What may be picked.
     *
     * @param all every option that is understood
     * @param offered those of them that are shown, given the answers so far
     * @param suggested answers worth offering although the question takes others too
     */
    public record Choices(
            List<Option> all,
            Function<Scope, List<Option>> offered,
            Function<Scope, List<String>> suggested) {
        static final Choices NONE = new Choices(List.of(), scope -> List.of(), scope -> List.of());
    }

    /**
     * What a question is called, and examples.
     *
     * @param names what filers call it in 改 and in pasted blocks; the first is unique in the form
     * @param valid examples that are accepted; the first is shown as sample
     * @param invalid refusal code to an example that meets it
     */
    public record Samples(List<String> names, List<String> valid, Map<String, String> invalid) {
        static final Samples NONE = new Samples(List.of(), List.of(), Map.of());
    }

    /**
     * How a question speaks, given the other answers.
     *
     * @param masking what may be echoed of a canonical text
     * @param voice the sentences it uses
     * @param hints what is worth saying when it is asked
     * @param unless what holds while nothing else is said; a question with such an answer is not
     *     asked by itself
     */
    public record Manner(
            BiFunction<String, Scope, String> masking,
            Function<Scope, Voice> voice,
            Function<Scope, List<Advice>> hints,
            Function<Scope, Optional<String>> unless) {}

    public static <T> Question<T> ask(Key<T> key, Sensitivity sensitivity, Parser parser) {
        return new Question<>(
                key,
                parser,
                sensitivity,
                scope -> true,
                Choices.NONE,
                Samples.NONE,
                List.of(),
                new Manner(
                        (text, scope) -> key.kind().mask().apply(text),
                        scope -> new Voice(key.id(), Map.of()),
                        scope -> List.of(),
                        scope -> Optional.empty()));
    }

    public String id() {
        return key.id();
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public List<Option> options() {
        return choices.all();
    }

    public List<Option> offered(Scope scope) {
        return choices.offered().apply(scope);
    }

    public List<String> suggested(Scope scope) {
        return choices.suggested().apply(scope);
    }

    public List<String> names() {
        return samples.names();
    }

    public List<String> valid() {
        return samples.valid();
    }

    public Map<String, String> invalid() {
        return samples.invalid();
    }

    public Question<T> when(Predicate<Scope> condition) {
        return new Question<>(
                key, parser, sensitivity, condition, choices, samples, traits, manner);
    }

    /** Reads answers in another way, mostly around the present one. */
    public Question<T> reading(UnaryOperator<Parser> other) {
        return new Question<>(
                key, other.apply(parser), sensitivity, relevant, choices, samples, traits, manner);
    }

    private Question<T> with(Choices other) {
        return new Question<>(key, parser, sensitivity, relevant, other, samples, traits, manner);
    }

    private Question<T> with(Samples other) {
        return new Question<>(key, parser, sensitivity, relevant, choices, other, traits, manner);
    }

    public Question<T> offering(List<Option> options) {
        return offering(options, scope -> options);
    }

    /** Understands all options and shows those that suit the answers so far. */
    public Question<T> offering(List<Option> all, Function<Scope, List<Option>> offered) {
        return with(new Choices(all, offered, choices.suggested()));
    }

    public Question<T> suggesting(Function<Scope, List<String>> suggestions) {
        return with(new Choices(choices.all(), choices.offered(), suggestions));
    }

    public Question<T> named(String... called) {
        return with(new Samples(List.of(called), samples.valid(), samples.invalid()));
    }

    public Question<T> takes(String... examples) {
        return with(new Samples(samples.names(), List.of(examples), samples.invalid()));
    }

    public Question<T> refuses(String code, String example) {
        Map<String, String> more = new LinkedHashMap<>(samples.invalid());
        more.put(code, example);
        return with(new Samples(samples.names(), samples.valid(), more));
    }

    public Question<T> being(Trait... more) {
        List<Trait> all = new ArrayList<>(traits);
        all.addAll(List.of(more));
        return new Question<>(
                key, parser, sensitivity, relevant, choices, samples, List.copyOf(all), manner);
    }

    private Question<T> with(Manner other) {
        return new Question<>(key, parser, sensitivity, relevant, choices, samples, traits, other);
    }

    /** Shows a canonical text in another way than its key says, given the other answers. */
    public Question<T> masking(BiFunction<String, Scope, String> shown) {
        return with(new Manner(shown, manner.voice(), manner.hints(), manner.unless()));
    }

    /** Uses the sentences of a variant where it is not empty, which may mention words. */
    public Question<T> speaking(
            Function<Scope, String> variant, Function<Scope, Map<String, String>> words) {
        Function<Scope, Voice> voice =
                scope -> {
                    String which = variant.apply(scope);
                    return new Voice(
                            which.isEmpty() ? id() : id() + Voice.VARIANT + which,
                            words.apply(scope));
                };
        return with(new Manner(manner.masking(), voice, manner.hints(), manner.unless()));
    }

    /** Says something beside the question where it matters. */
    public Question<T> hinting(Function<Scope, List<Advice>> hints) {
        return with(new Manner(manner.masking(), manner.voice(), hints, manner.unless()));
    }

    /** Holds this answer, and is not asked, while nothing else is said. */
    public Question<T> unlessSaid(Function<Scope, Optional<String>> usual) {
        return with(new Manner(manner.masking(), manner.voice(), manner.hints(), usual));
    }

    /** What may be echoed of a canonical text. */
    public String mask(String text, Scope scope) {
        return manner.masking().apply(text, scope);
    }
}
