package io.beian.sandbox.backend;

import java.util.List;

/** Where an order stands, and what its filer may do there (icp-filing §6.3). */
public enum OrderState {
    PRE_REVIEW,
    PRE_REVIEW_REJECTED,
    VERIFY_PENDING,
    ADMIN_REVIEW,
    SUBMITTING,
    IFACE_REJECTED,
    SMS_PENDING,
    BUREAU_REVIEW,
    BUREAU_REJECTED,
    APPROVED,
    WITHDRAWN;

    List<String> allowed() {
        return switch (this) {
            case PRE_REVIEW, VERIFY_PENDING -> List.of("withdraw");
            case PRE_REVIEW_REJECTED, IFACE_REJECTED, BUREAU_REJECTED ->
                    List.of("resubmit", "withdraw");
            case ADMIN_REVIEW, SUBMITTING, SMS_PENDING, BUREAU_REVIEW, APPROVED, WITHDRAWN ->
                    List.of();
        };
    }

    boolean allows(String what) {
        return allowed().contains(what);
    }

    /** An open order keeps its sponsor from opening another. */
    boolean open() {
        return this != APPROVED && this != WITHDRAWN;
    }
}
