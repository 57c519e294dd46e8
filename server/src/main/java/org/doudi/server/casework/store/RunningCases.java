package org.doudi.server.casework.store;

import java.util.Optional;
import org.doudi.server.registry.RunningWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the registry which case runs for a household, so that nobody takes the household apart under it. */
@Component
class RunningCases implements RunningWork {
    private final JdbcClient jdbc;

    RunningCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(long household) {
        return jdbc.sql("select number from casework.case_file where household = ?"
                        + " and standing in ('RUNNING', 'PAUSED') limit 1")
                .param(household)
                .query(String.class)
                .optional();
    }
}
