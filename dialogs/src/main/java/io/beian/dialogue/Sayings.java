package io.beian.dialogue;

import com.google.common.collect.ImmutableMap;
import io.beian.order.Tsv;
import io.beian.value.ChatText;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Understands what people say in their own words where a command would do: 提交吧, 手机号错了, 明天再弄,
 * 什么时候能好.
 *
 * <p>A text is such a saying when it can be cut into known words altogether; of several meanings
 * the first of the table counts. An answer that is waited for is never one.
 */
final class Sayings {

    /** What a saying wants; of several the first counts. */
    enum Kind {
        STAFF,
        WITHDRAW,
        PAUSE,
        ASK,
        CHANGE,
        WHEN,
        LEFT,
        SUBMIT,
        THANKS,
        YES,
        FILLER
    }

    private static final int LONGEST = 30;
    private static final ImmutableMap<String, Set<Kind>> WORDS = words();
    private static final int LONGEST_WORD =
            WORDS.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private record Cut(int words, Set<Kind> kinds) {

        Cut with(Set<Kind> more) {
            EnumSet<Kind> all = EnumSet.copyOf(more);
            all.addAll(kinds);
            return new Cut(words + 1, all);
        }
    }

    private Sayings() {}

    /** What a text wants, most urgent first; empty if it is no such saying. */
    static Set<Kind> read(String text) {
        String said = letters(text);
        if (said.isEmpty() || said.length() > LONGEST) {
            return Set.of();
        }
        @Nullable Cut[] best = new Cut[said.length() + 1];
        best[0] = new Cut(0, EnumSet.noneOf(Kind.class));
        for (int from = 0; from < said.length(); from++) {
            Cut cut = best[from];
            for (int to = from + 1; cut != null && to <= end(said, from); to++) {
                Set<Kind> kinds = WORDS.get(said.substring(from, to));
                if (kinds != null) {
                    Cut longer = cut.with(kinds);
                    Cut known = best[to];
                    best[to] = known == null || longer.words() < known.words() ? longer : known;
                }
            }
        }
        Cut whole = best[said.length()];
        return whole == null ? Set.of() : whole.kinds();
    }

    private static int end(String said, int from) {
        return Math.min(said.length(), from + LONGEST_WORD);
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(ChatText.unified(text), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static ImmutableMap<String, Set<Kind>> words() {
        ImmutableMap.Builder<String, Set<Kind>> words = ImmutableMap.builder();
        for (List<String> row : Tsv.read(Sayings.class, "sayings").rows()) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
            for (String word : row.get(1).split(" ")) {
                words.put(word, EnumSet.of(kind));
            }
        }
        return words.buildOrThrow();
    }

    /** The kind that counts, if it is any but mere filling. */
    static Optional<Kind> kind(String text) {
        return read(text).stream().filter(kind -> kind != Kind.FILLER).findFirst();
    }
}
