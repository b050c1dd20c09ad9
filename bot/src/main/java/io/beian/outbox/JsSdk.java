package io.beian.outbox;

import java.util.Optional;

/** What a page needs to use the platform's own elements. Implemented by {@code wechat}. */
public interface JsSdk {

    /**
     * The configuration for one page; empty while the platform does not answer.
     *
     * @param url of the page as the browser shows it, without what follows {@code #}
     */
    Optional<Config> configFor(String url);

    /** The script to load and what to hand it. */
    record Config(String scriptUrl, String appId, long timestamp, String nonce, String signature) {}
}
