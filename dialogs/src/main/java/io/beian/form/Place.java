package io.beian.form;

/**
 * Which of a group's records an entry belongs to.
 *
 * @param id the record's stable id, such as {@code s1}
 * @param number its position among the records there are now, from 1
 * @param total how many records there are
 * @param title what people know it by, such as its domain; empty while that is unanswered
 */
public record Place(String id, int number, int total, String title) {

    /** Whether it has to be said which record is meant. */
    public boolean several() {
        return total > 1;
    }
}
