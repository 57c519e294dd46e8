package org.doudi.server.shell;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Sets at which pace bodies have to come. */
@Component
class BodyLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Duration grace;
    private final long bytesPerSecond;

    BodyLimits(
            @Value("${doudi.body.grace:30s}") Duration grace,
            @Value("${doudi.body.bytes-per-second:1000}") long bytesPerSecond) {
        if (grace.isNegative() || grace.isZero() || bytesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "doudi.body.grace and doudi.body.bytes-per-second are more than nothing");
        }
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new BodyPace(grace, bytesPerSecond));
    }
}
