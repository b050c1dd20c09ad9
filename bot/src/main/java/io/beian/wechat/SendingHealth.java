package io.beian.wechat;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Shows an operator that WeChat has banned the account from sending. */
final class SendingHealth implements HealthIndicator {

    private final SendingStop stop;

    SendingHealth(SendingStop stop) {
        this.stop = stop;
    }

    @Override
    public Health health() {
        return stop.raised()
                ? Health.down()
                        .withDetail("errcode", SendingStop.BANNED)
                        .withDetail("meaning", "WeChat has banned the account's API")
                        .build()
                : Health.up().build();
    }
}
