package io.beian.sandbox.desk;

import io.beian.order.OrderEvent;
import io.beian.sandbox.backend.Materials;
import java.util.List;

/** What has to be said with a decision. */
enum Reasons {
    NONE,
    /** What is wrong with some fields, or one opinion on the whole. */
    FIELDS,
    /** Which pictures of the verification are to be taken again. */
    PICTURES,
    /** The same, but it may be left open. */
    PICTURES_IF_ANY,
    /** The number of the bureau's interface. */
    CODE;

    static Reasons of(OrderEvent event) {
        return switch (event) {
            case REJECT_PRE_REVIEW, REJECT_ADMIN, BUREAU_REJECTS -> FIELDS;
            case REJECT_VERIFICATION -> PICTURES;
            case BACK_TO_VERIFICATION -> PICTURES_IF_ANY;
            case INTERFACE_REJECTS -> CODE;
            default -> NONE;
        };
    }

    boolean fit(List<Ruling.Reason> given) {
        return switch (this) {
            case NONE -> given.isEmpty();
            case FIELDS -> !given.isEmpty();
            case PICTURES -> !given.isEmpty() && pictures(given);
            case PICTURES_IF_ANY -> pictures(given);
            case CODE -> !given.isEmpty() && given.stream().allMatch(Ruling.Reason::numbered);
        };
    }

    private static boolean pictures(List<Ruling.Reason> given) {
        return given.stream().allMatch(each -> Materials.proves(each.field()));
    }
}
