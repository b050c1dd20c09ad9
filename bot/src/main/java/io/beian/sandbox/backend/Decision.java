package io.beian.sandbox.backend;

/** What reviewer, administrator, interface and bureau can decide (icp-filing §6.4). */
public enum Decision {
    PASS_PRE_REVIEW(OrderState.ADMIN_REVIEW),
    ASK_VERIFICATION(OrderState.VERIFY_PENDING),
    VERIFIED(OrderState.ADMIN_REVIEW),
    SEND_BACK(OrderState.PRE_REVIEW_REJECTED),
    PASS_ADMIN(OrderState.SUBMITTING),
    INTERFACE_TAKES(OrderState.SMS_PENDING),
    INTERFACE_REJECTS(OrderState.IFACE_REJECTED),
    SMS_DONE(OrderState.BUREAU_REVIEW),
    BUREAU_APPROVES(OrderState.APPROVED),
    BUREAU_REJECTS(OrderState.BUREAU_REJECTED);

    private final OrderState to;

    Decision(OrderState to) {
        this.to = to;
    }

    OrderState to() {
        return to;
    }

    /** Whether the filer has to be told what to mend. */
    public boolean withReasons() {
        return to.allows("resubmit");
    }

    public boolean possible(OrderState now) {
        return switch (this) {
            case PASS_PRE_REVIEW, ASK_VERIFICATION -> now == OrderState.PRE_REVIEW;
            case VERIFIED -> now == OrderState.VERIFY_PENDING;
            case SEND_BACK ->
                    now == OrderState.PRE_REVIEW
                            || now == OrderState.VERIFY_PENDING
                            || now == OrderState.ADMIN_REVIEW;
            case PASS_ADMIN -> now == OrderState.ADMIN_REVIEW;
            case INTERFACE_TAKES, INTERFACE_REJECTS -> now == OrderState.SUBMITTING;
            case SMS_DONE -> now == OrderState.SMS_PENDING;
            case BUREAU_APPROVES, BUREAU_REJECTS -> now == OrderState.BUREAU_REVIEW;
        };
    }
}
