package org.doudi.server.registry;

import java.util.function.Supplier;
import org.doudi.server.OwnDatabase;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** The village's households, and officers of its county who change what is known of them. */
@SpringBootTest
@ContextConfiguration(initializers = OwnDatabase.class)
public abstract class CountyDesk {
    protected static final String COUNTY = "210921";

    @Autowired
    protected Households households;

    @Autowired
    protected HouseholdChanges changes;

    @Autowired
    protected Facts facts;

    @Autowired
    protected Today today;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    private RegistryLoader loader;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
    }

    protected static <T> T as(Role role, String area, Supplier<T> work) {
        return Scope.as(new Officer(new OfficerId(8000 + role.ordinal()), "c", "王海燕", role, new Area(area)), work);
    }

    protected <T> T county(Supplier<T> work) {
        return as(Role.COUNTY_OFFICER, COUNTY, work);
    }
}
