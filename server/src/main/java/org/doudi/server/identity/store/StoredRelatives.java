package org.doudi.server.identity.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.RelativesChanged;
import org.doudi.server.identity.RelativesChanged.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Declared kinship in the table identity.relative_declaration. */
@Repository
@Transactional
class StoredRelatives implements Relatives {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock = Clock.systemUTC();

    StoredRelatives(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public boolean isRelative(OfficerId officer, long household) {
        return jdbc.sql("select exists (select from identity.relative_declaration"
                        + " where officer = :officer and household = :household and withdrawn_at is null)")
                .param("officer", officer.value())
                .param("household", household)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isDeclared(long household) {
        return jdbc.sql("select exists (select from identity.relative_declaration"
                        + " where household = :household and withdrawn_at is null)")
                .param("household", household)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Declaration> of(OfficerId officer) {
        return jdbc.sql("select household, kinship, declared_at from identity.relative_declaration"
                        + " where officer = :officer and withdrawn_at is null order by id desc")
                .param("officer", officer.value())
                .query((row, index) -> new Declaration(
                        row.getLong("household"),
                        Kinship.valueOf(row.getString("kinship")),
                        row.getTimestamp("declared_at").toInstant()))
                .list();
    }

    @Override
    public void declare(OfficerId officer, long household, Kinship kinship) {
        int rows = jdbc.sql("insert into identity.relative_declaration (officer, household, kinship, declared_at)"
                        + " values (:officer, :household, :kinship, :now)"
                        + " on conflict (officer, household) where withdrawn_at is null do nothing")
                .param("officer", officer.value())
                .param("household", household)
                .param("kinship", kinship.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows == 1) {
            events.publishEvent(new RelativesChanged(officer, household, Change.DECLARED));
        }
    }

    @Override
    public void withdraw(OfficerId officer, long household) {
        int rows = jdbc.sql("update identity.relative_declaration set withdrawn_at = :now"
                        + " where officer = :officer and household = :household and withdrawn_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("officer", officer.value())
                .param("household", household)
                .update();
        if (rows == 1) {
            events.publishEvent(new RelativesChanged(officer, household, Change.WITHDRAWN));
        }
    }
}
