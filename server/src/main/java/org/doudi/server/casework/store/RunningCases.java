package org.doudi.server.casework.store;

import java.util.Arrays;
import java.util.Optional;
import org.doudi.server.casework.path.Step;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
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

    /** Whose step it is, who holds it, opened it, did a step of it or was asked to visit. */
    @Override
    @Transactional(readOnly = true)
    public Optional<String> ofMine(long household) {
        Officer me = Scope.officer();
        String[] steps = Arrays.stream(Step.values())
                .filter(s -> s.owners().contains(me.role()))
                .map(Step::name)
                .toArray(String[]::new);
        return jdbc.sql(
                        "select number from casework.case_file c where household = :household"
                                + " and standing in ('RUNNING', 'PAUSED') and (holder = :me or opened_by = :me"
                                + " or holder is null and step = any (:steps)"
                                + " or exists (select from casework.step_report r where r.case_id = c.id and r.officer = :me)"
                                + " or exists (select from casework.visit v where v.case_id = c.id and v.visitor = :me)) limit 1")
                .param("household", household)
                .param("me", me.id().value())
                .param("steps", steps)
                .query(String.class)
                .optional();
    }
}
