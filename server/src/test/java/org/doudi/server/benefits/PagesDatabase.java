package org.doudi.server.benefits;

import org.doudi.server.ApartDatabase;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real PostgreSQL for the tests that walk the pages of money in a browser, each in months of its own. */
public final class PagesDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final ApartDatabase APART = new ApartDatabase();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        APART.initialize(context);
    }
}
