package io.beian.value;

import java.util.function.Function;

/** What came of checking a typed text: the value, or the flaw that keeps it from being one. */
public sealed interface Checked<T> {

    /** Calls the one function that fits. */
    <R> R fold(Function<? super T, ? extends R> good, Function<? super Flaw, ? extends R> bad);

    /** The same outcome with the good value turned into another one. */
    default <R> Checked<R> map(Function<? super T, ? extends R> change) {
        return fold(value -> new Good<R>(change.apply(value)), flaw -> new Bad<R>(flaw));
    }

    /** The text is a value. */
    record Good<T>(T value) implements Checked<T> {
        @Override
        public <R> R fold(
                Function<? super T, ? extends R> good, Function<? super Flaw, ? extends R> bad) {
            return good.apply(value);
        }
    }

    /** The text is no value. */
    record Bad<T>(Flaw flaw) implements Checked<T> {
        @Override
        public <R> R fold(
                Function<? super T, ? extends R> good, Function<? super Flaw, ? extends R> bad) {
            return bad.apply(flaw);
        }
    }
}
