package org.doudi.server;

import org.doudi.server.database.EmbeddedDatabase;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One more real PostgreSQL, for tests that need one to themselves. */
public final class ApartDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private final EmbeddedDatabase database = TestDatabase.start(TestDatabase.folder());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase.use(context, database.reach());
    }
}
