package io.beian.wechat;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Shows an operator that WeChat has banned the account from sending. */
final class SendingHealth extends AbstractHealthIndicator {

    private final SendingStop stop;

    SendingHealth(SendingStop stop) {
        this.stop = stop;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (stop.raised()) {
            health.down()
                    .withDetail("errcode", SendingStop.BANNED)
                    .withDetail("meaning", "WeChat has banned the account's API");
        } else {
            health.up();
        }
    }
}
