package org.doudi.server.registry.store;

import org.doudi.server.audit.HouseholdsInSight;
import org.doudi.server.identity.ListedHouseholds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Row-level security decides which households a person sees. */
@Component
class SeenHouseholds implements HouseholdsInSight, ListedHouseholds {
    private final JdbcClient jdbc;

    SeenHouseholds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean sees(long household) {
        return jdbc.sql("select exists (select from registry.household where id = :id)")
                .param("id", household)
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean lists(long household) {
        return sees(household);
    }
}
