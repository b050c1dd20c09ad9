package io.beian;

import io.beian.backend.Filings;
import io.beian.filing.IcpFiling;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins rooms that do not know each other. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");

    /** What is submitted is what the form calls complete on that day. */
    @Bean
    Filings filings(IcpFiling filing, Clock clock) {
        return open -> filing.complete(open.facts(), LocalDate.ofInstant(clock.instant(), BUREAU));
    }
}
