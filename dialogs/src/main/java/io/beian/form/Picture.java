package io.beian.form;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One stored picture of an answer that consists of pictures.
 *
 * @param sha256 hash of its content, by which it is kept
 * @param of path of the question it belongs to, if it stands in the slot of another one because its
 *     own was full; the label goes wherever the picture goes
 */
public record Picture(String sha256, Optional<String> of) {

    private static final String LABEL = "@";

    public static Picture plain(String sha256) {
        return new Picture(sha256, Optional.empty());
    }

    /** Reads the canonical text of an answer. */
    public static List<Picture> list(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Picture::read).toList();
    }

    /** The canonical text of an answer. */
    public static String text(List<Picture> pictures) {
        return pictures.stream().map(Picture::text).collect(Collectors.joining(" "));
    }

    private static Picture read(String text) {
        String[] parts = text.split(LABEL, 2);
        return parts.length == 1
                ? plain(text)
                : new Picture(parts[0], Optional.of(parts[1]).filter(path -> !path.isEmpty()));
    }

    private String text() {
        return sha256 + of.map(path -> LABEL + path).orElse("");
    }
}
