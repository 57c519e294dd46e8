package org.doudi.server.portal.web;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How many public pages one address may ask for in a minute, so that nobody empties the notices by machine. */
@Component
final class Budget {
    private static final long MINUTE = 60_000;
    private static final int ADDRESSES = 20_000;

    private final Clock clock;
    private final int perMinute;
    private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();

    private record Window(long minute, AtomicInteger asked) {}

    @Autowired
    Budget(@Value("${doudi.portal.pages-per-minute:120}") int perMinute) {
        this(Clock.systemUTC(), perMinute);
    }

    Budget(Clock clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    /** Takes one page from the address's budget; tells whether there was one left. */
    boolean takes(String address) {
        long minute = clock.millis() / MINUTE;
        if (windows.size() > ADDRESSES) {
            windows.values().removeIf(w -> w.minute() != minute);
        }
        Window window = windows.compute(
                address, (a, w) -> w == null || w.minute() != minute ? new Window(minute, new AtomicInteger()) : w);
        return window.asked().incrementAndGet() <= perMinute;
    }
}
