package org.doudi.server.portal.web;

import java.time.Clock;
import java.time.Duration;
import org.doudi.server.shell.Budget;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What one address may do on the public pages.
 *
 * <p>An address here is what the network shows, often that of a whole village behind one line: the budgets leave room for several people.
 */
@Component
final class Budgets {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Budget pages;
    private final Budget objections;
    private final Budget questions;

    Budgets(
            @Value("${doudi.portal.pages-per-minute:120}") int pages,
            @Value("${doudi.portal.objections-per-hour:5}") int objections,
            @Value("${doudi.portal.questions-per-hour:30}") int questions) {
        Clock clock = Clock.systemUTC();
        this.pages = new Budget(clock, MINUTE, pages);
        this.objections = new Budget(clock, HOUR, objections);
        this.questions = new Budget(clock, HOUR, questions);
    }

    /** Reading a page. */
    Budget pages() {
        return pages;
    }

    /** Objecting to one notice. */
    Budget objections() {
        return objections;
    }

    /** Asking how an objection stands, right or wrong. */
    Budget questions() {
        return questions;
    }
}
