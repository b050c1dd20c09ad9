package io.beian.paper;

import java.util.List;

/**
 * What the printed filing order says: the rows a filer checks and the pictures sent with them.
 *
 * @param imprint which order it is and when this sheet of it was made; empty if nothing is said
 * @param seal where the printed sheet is signed
 */
public record Sheet(
        String title,
        String subtitle,
        String imprint,
        String note,
        List<Part> parts,
        Seal seal,
        List<Picture> pictures) {

    public Sheet {
        parts = List.copyOf(parts);
        pictures = List.copyOf(pictures);
    }

    /** A sheet that is not to be signed. */
    public Sheet(
            String title, String subtitle, String note, List<Part> parts, List<Picture> pictures) {
        this(title, subtitle, "", note, parts, Seal.NONE, pictures);
    }

    /** Rows under one heading. */
    public record Part(String heading, List<Row> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One answer.
     *
     * @param number what the filer types to change it, empty if it has none
     * @param filled false for one that was left empty: the page on the phone folds those
     */
    public record Row(String number, String label, String value, boolean filled) {
        public Row(String number, String label, String value) {
            this(number, label, value, true);
        }
    }

    /**
     * The foot of the printed sheet, for people who hand it in on paper.
     *
     * @param declares what is signed
     * @param places one box each, as wide as a seal; none leaves the foot out
     */
    public record Seal(String declares, List<String> places) {
        public static final Seal NONE = new Seal("", List.of());

        public Seal {
            places = List.copyOf(places);
        }
    }

    /** One picture, JPEG or PNG, upright. The bytes are not copied and must not be changed. */
    @SuppressWarnings("ArrayRecordComponent") // pictures are passed on, never compared
    public record Picture(String caption, byte[] bytes) {}
}
