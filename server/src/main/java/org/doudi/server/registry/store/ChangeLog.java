package org.doudi.server.registry.store;

import java.time.Instant;
import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.HouseholdChanged;
import org.doudi.server.registry.HouseholdChanges.Entry;
import org.doudi.server.registry.store.ChangeWork.Touched;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps that a change happened, and tells it. */
@Component
class ChangeLog {
    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    ChangeLog(JdbcClient jdbc, AuditTrail trail, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.events = events;
    }

    long written(long household, ChangeKind kind, Evidence evidence, Touched touched, Instant now) {
        long id = jdbc.sql("insert into registry.change (kind, household, other, person, village, happened_on, source,"
                        + " evidence, known_from, officer_name) select :kind, id, cast(:other as bigint),"
                        + " cast(:person as bigint), village, :on, :source, :document, :now, :officer"
                        + " from registry.household where id = :household returning id")
                .param("kind", kind.name())
                .param("other", touched.other())
                .param("person", touched.person())
                .param("on", evidence.on())
                .param("source", evidence.source())
                .param("document", evidence.document())
                .param("now", Times.sql(now))
                .param("officer", Scope.officer().name())
                .param("household", household)
                .query(Long.class)
                .single();
        String what = kind + " on " + evidence.on();
        trail.record(Act.HOUSEHOLD_CHANGED, new Subject(household, touched.person(), null), evidence.source(), what);
        Long other = touched.other();
        if (other != null) {
            trail.record(Act.HOUSEHOLD_CHANGED, Subject.household(other), evidence.source(), what);
        }
        events.publishEvent(new HouseholdChanged(kind, household, other, touched.person(), evidence.on()));
        return id;
    }

    /** What became known of a household after a moment: whose words, and since when. */
    String after(long household, Instant moment) {
        return jdbc.sql(
                        "select source || ' ' || to_char(known_from at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from ("
                                + " select source, known_from from registry.change where household = :id or other = :id union all"
                                + " select source, known_from from registry.fact where household = :id union all"
                                + " select source, known_from from registry.roll_entry where household = :id) later"
                                + " where known_from > :moment order by known_from limit 1")
                .param("id", household)
                .param("moment", Times.sql(moment))
                .query(String.class)
                .optional()
                .orElse("—");
    }

    List<Entry> of(long household) {
        return jdbc.sql("select c.id, c.kind, c.household, c.other, c.happened_on, c.source, c.evidence,"
                        + " c.known_from, c.officer_name, exists (select from registry.change k where k.corrects = c.id)"
                        + " as corrected from registry.change c where c.household = :id or c.other = :id"
                        + " order by c.known_from desc, c.id desc")
                .param("id", household)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        ChangeKind.valueOf(row.getString("kind")),
                        row.getLong("household"),
                        row.getObject("other", Long.class),
                        Times.day(row, "happened_on"),
                        row.getString("source"),
                        row.getString("evidence"),
                        Times.moment(row, "known_from"),
                        row.getString("officer_name"),
                        row.getBoolean("corrected") ? Entry.Standing.CORRECTED : Entry.Standing.HOLDS))
                .list();
    }
}
