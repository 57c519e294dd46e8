package org.doudi.server;

import org.doudi.server.database.EmbeddedDatabase;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real PostgreSQL for tests that move the office's day, so that nobody else meets facts of their future. */
public final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final EmbeddedDatabase DATABASE = TestDatabase.start(TestDatabase.folder());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase.use(context, DATABASE.reach());
    }
}
