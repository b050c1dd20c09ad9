package io.beian.sandbox;

/** A part of the sandbox that keeps something of people, and can forget it while it runs. */
public interface Memory {

    /** Forgets one person, who is a stranger from now on; what others have stays. */
    void forget(String openid);

    /** Forgets everybody: as after the first start. */
    void forgetEverybody();
}
