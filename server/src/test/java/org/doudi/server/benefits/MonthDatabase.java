package org.doudi.server.benefits;

import org.doudi.server.ApartDatabase;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real PostgreSQL for the months that are walked one after the other: what is in the pool then is told to the fen. */
public final class MonthDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final ApartDatabase APART = new ApartDatabase();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        APART.initialize(context);
    }
}
