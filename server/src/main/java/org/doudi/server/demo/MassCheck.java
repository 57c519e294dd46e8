package org.doudi.server.demo;

import org.doudi.server.demo.Examples.Desk;
import org.doudi.server.reverification.Calendar;
import org.doudi.server.reverification.MassRuns;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The township's reviewer begins a mass check of what is due. */
@Component
@Profile("demo")
@Order(5)
final class MassCheck implements Examples.Example {
    private final Calendar calendar;
    private final MassRuns runs;

    MassCheck(Calendar calendar, MassRuns runs) {
        this.calendar = calendar;
        this.runs = runs;
    }

    @Override
    public boolean show(Desk desk) {
        if (!desk.as("reviewer", runs::list).isEmpty()) {
            return false;
        }
        // the day's plan, which the platform would make by itself a little later
        calendar.day();
        desk.as("reviewer", () -> runs.start(Post.township(), null));
        return true;
    }
}
