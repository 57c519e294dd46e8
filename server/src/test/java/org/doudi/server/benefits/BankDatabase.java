package org.doudi.server.benefits;

import org.doudi.server.ApartDatabase;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real PostgreSQL for the tests of what banks get and send, whose pool nobody else uses. */
public final class BankDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final ApartDatabase APART = new ApartDatabase();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        APART.initialize(context);
    }
}
