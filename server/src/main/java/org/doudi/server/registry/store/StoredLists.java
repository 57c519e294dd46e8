package org.doudi.server.registry.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.RegistryLists;
import org.doudi.server.registry.Roll;
import org.doudi.server.shell.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredLists implements RegistryLists {
    private final JdbcClient jdbc;
    private final Today today;
    private final AuditTrail trail;

    StoredLists(JdbcClient jdbc, Today today, AuditTrail trail) {
        this.jdbc = jdbc;
        this.today = today;
        this.trail = trail;
    }

    @Override
    public List<HouseholdLine> households(Optional<String> village, long after, int limit) {
        List<HouseholdLine> lines = jdbc.sql("select id, number, village, dissolved_on from registry.household"
                        + " where id > :after and (:village = '' or village = :village) order by id limit :limit")
                .param("after", after)
                .param("village", village.orElse(""))
                .param("limit", limit)
                .query((row, n) -> new HouseholdLine(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("village"),
                        Times.dayOrNull(row, "dissolved_on")))
                .list();
        trail.record(Act.EXPORTED, Subject.NONE, "", lines.size() + " households after " + after);
        return lines;
    }

    @Override
    public List<RollLine> roll(Roll roll, LocalDate on, long after, int limit) {
        List<RollLine> lines = jdbc.sql("select id, household, person, village, valid_from,"
                        + " coalesce((content ->> 'monthlyYuan')::numeric * 100, 0)::bigint as fen"
                        + " from registry.roll_entry where roll = :roll and id > :after and" + Times.TRUE_AND_KNOWN
                        + "order by id limit :limit")
                .param("roll", roll.name())
                .param("after", after)
                .param("asOf", on)
                .param("known", Times.sql(today.now()))
                .param("limit", limit)
                .query((row, n) -> new RollLine(
                        row.getLong("id"),
                        row.getLong("household"),
                        row.getObject("person", Long.class),
                        row.getString("village"),
                        Times.day(row, "valid_from"),
                        row.getLong("fen")))
                .list();
        trail.record(Act.EXPORTED, Subject.NONE, "", lines.size() + " of roll " + roll + " after " + after);
        return lines;
    }
}
