package io.beian.order;

/** What moves an order from one state to the next. */
public enum OrderEvent {
    SUBMIT,
    PASS_PRE_REVIEW,
    ASK_VERIFICATION,
    REJECT_PRE_REVIEW,
    GIVE_VERIFICATION,
    RENEW_LINK,
    REJECT_VERIFICATION,
    PASS_ADMIN,
    REJECT_ADMIN,
    BACK_TO_VERIFICATION,
    BACK_TO_PRE_REVIEW,
    INTERFACE_TAKES,
    INTERFACE_REJECTS,
    INTERFACE_BUSY,
    PERSON_VERIFIES,
    ALL_VERIFIED,
    SMS_RUNS_OUT,
    BUREAU_APPROVES,
    BUREAU_REJECTS,
    /** 收回再审: what was sent back lies with the reviewers again. */
    TAKE_BACK,
    /** 再次提交管局: what stood in the way is out of it, and nothing of the answers changed. */
    HAND_IN_AGAIN,
    RESUBMIT,
    WITHDRAW,
    RUN_OUT
}
