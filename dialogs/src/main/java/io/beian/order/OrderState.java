package io.beian.order;

import java.util.Arrays;
import java.util.Optional;

/** Where an order stands after submission (icp-filing §6.3), and who has to act there. */
public enum OrderState {
    /** 待预审核. */
    PRE_REVIEW(Actor.REVIEWER),
    /** 预审核退回. */
    PRE_REVIEW_REJECTED(Actor.FILER),
    /** 待核验: only the pictures that prove who somebody is are wanted. */
    VERIFY_PENDING(Actor.FILER),
    /** 核验退回: these pictures are to be taken again. */
    VERIFY_REJECTED(Actor.FILER),
    /** 管理员审核. */
    ADMIN_REVIEW(Actor.ADMINISTRATOR),
    /** 管理员退回. */
    ADMIN_REJECTED(Actor.FILER),
    /** 提交管局中. */
    SUBMITTING(Actor.INTERFACE),
    /** 接口自动退回. */
    IFACE_REJECTED(Actor.FILER),
    /** 待短信核验: 24 hours. */
    SMS_PENDING(Actor.PEOPLE),
    /** 短信核验超时退回. */
    SMS_TIMEOUT(Actor.FILER),
    /** 管局审核中: 20 working days at most. */
    BUREAU_REVIEW(Actor.BUREAU),
    /** 管局驳回. */
    BUREAU_REJECTED(Actor.FILER),
    /** 已备案. */
    APPROVED(Actor.NOBODY),
    /** 已撤销. */
    WITHDRAWN(Actor.NOBODY),
    /** 超时关闭. */
    EXPIRED(Actor.NOBODY);

    private final Actor acts;

    OrderState(Actor acts) {
        this.acts = acts;
    }

    /** The state of this name; empty for one of a newer backend. */
    public static Optional<OrderState> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whoever has to do something now. */
    public Actor acts() {
        return acts;
    }

    /** Whether the order lies with the filer again, to be mended and handed in once more. */
    public boolean sentBack() {
        return acts == Actor.FILER;
    }

    /** Whether nothing but the pictures of the verification may be changed. */
    public boolean verificationOnly() {
        return this == VERIFY_PENDING || this == VERIFY_REJECTED;
    }

    public boolean ended() {
        return acts == Actor.NOBODY;
    }
}
