package org.doudi.server.shell;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How often something may be done from one place in a stretch of time, so that nobody does it by machine. */
public final class Budget {
    private static final int PLACES = 20_000;

    private final Clock clock;
    private final Duration stretch;
    private final int most;
    private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();

    private record Window(long begin, AtomicInteger asked) {}

    /** A budget of so many a stretch of time. */
    public Budget(Clock clock, Duration stretch, int most) {
        this.clock = clock;
        this.stretch = stretch;
        this.most = most;
    }

    /** Takes one from the budget of a place; tells whether there was one left. */
    public boolean takes(String place) {
        long begin = clock.millis() / stretch.toMillis();
        if (windows.size() > PLACES) {
            windows.values().removeIf(w -> w.begin() != begin);
        }
        Window window = windows.compute(
                place, (a, w) -> w == null || w.begin() != begin ? new Window(begin, new AtomicInteger()) : w);
        return window.asked().incrementAndGet() <= most;
    }

    /** After how many seconds there is a new one, at the latest. */
    public long seconds() {
        return stretch.toSeconds();
    }
}
