package io.beian.paper;

import java.util.List;

/** What the printed filing order says: the rows a filer checks and the pictures sent with them. */
public record Sheet(
        String title, String subtitle, String note, List<Part> parts, List<Picture> pictures) {

    public Sheet {
        parts = List.copyOf(parts);
        pictures = List.copyOf(pictures);
    }

    /** Rows under one heading. */
    public record Part(String heading, List<Row> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** One answer; {@code number} is what the filer types to change it, empty if it has none. */
    public record Row(String number, String label, String value) {}

    /** One picture, JPEG or PNG, upright. The bytes are not copied and must not be changed. */
    @SuppressWarnings("ArrayRecordComponent") // pictures are passed on, never compared
    public record Picture(String caption, byte[] bytes) {}
}
