package io.beian.order;

/** Who moves an order on. */
public enum Actor {
    /** The filer, here in the chat. */
    FILER,
    /** 备案专员: the provider's reviewer. */
    REVIEWER,
    /** 管理员: the provider's administrator. */
    ADMINISTRATOR,
    /** The bureau's interface, which takes orders or rejects them by a code. */
    INTERFACE,
    /** The responsible people, by the bureau's text message. */
    PEOPLE,
    /** 通信管理局. */
    BUREAU,
    /** Time alone. */
    TIMER,
    /** Nobody: the order has come to its end. */
    NOBODY
}
