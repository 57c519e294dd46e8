package org.doudi.server.demo;

import java.util.List;
import java.util.function.Supplier;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has the demonstration's officers do some work, so that whoever signs in finds doubtful pairs, findings, alerts, reports, a mass check and a delivery: each by
 * the way that people go: the lists before the platform serves and looks for gaps, the rest beside it. What was done once is not done again; a start that was cut
 * off is made good by the next.
 */
@Component
@Profile("demo")
@Order(2)
final class Examples implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Examples.class);

    private final DemoSettings settings;
    private final Accounts accounts;
    private final List<Example> examples;

    Examples(DemoSettings settings, Accounts accounts, List<Example> examples) {
        this.settings = settings;
        this.accounts = accounts;
        this.examples = List.copyOf(examples);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.examples()) {
            show(examples.stream().filter(Example::beforeServing).toList());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (!settings.examples()) {
            return;
        }
        List<Example> rest = examples.stream().filter(e -> !e.beforeServing()).toList();
        Thread worker = new Thread(() -> show(rest), "examples");
        worker.setDaemon(true);
        worker.start();
    }

    /** All of them. */
    void all() {
        show(examples);
    }

    /** One after the other; one that cannot be is left out. */
    private void show(List<Example> some) {
        Desk desk = new Desk(accounts);
        int done = 0;
        for (Example example : some) {
            try {
                done += example.show(desk) ? 1 : 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} is not shown: {}", example.getClass().getSimpleName(), e.toString());
            }
        }
        if (done > 0) {
            LOG.info("{} examples of daily work were made", done);
        }
    }

    /** Something that officers do. */
    interface Example {
        /** Does it, if it was not done yet; whether it did. */
        boolean show(Desk desk) throws InterruptedException;

        /** Whether everything else would be seen wrongly without it. */
        default boolean beforeServing() {
            return false;
        }
    }

    /** The officers of the demonstration. */
    record Desk(Accounts accounts) {
        /** Does something as somebody. */
        <T> T as(String username, Supplier<T> work) {
            Officer officer = accounts.byUsername(username)
                    .orElseThrow(() -> new IllegalStateException("nobody is called " + username));
            return Scope.as(officer, work);
        }
    }
}
