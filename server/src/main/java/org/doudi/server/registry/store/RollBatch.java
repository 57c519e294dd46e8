package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.Roll;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Writes a batch of entries onto a roll with a few statements. */
@Component
class RollBatch {
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    RollBatch(JdbcClient jdbc, AuditTrail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** What is to stand on the roll. */
    record Entry(
            long household,
            @Nullable Long person,
            JsonNode content,
            @Nullable LocalDate since) {
        /** One household, or one person of it. */
        String whose() {
            return household + "/" + (person == null ? "" : person);
        }
    }

    /** Those of the entries, by {@link Entry#whose}, that stood there already just so. */
    Set<String> write(Roll roll, List<Entry> entries, LocalDate holdsFrom, String source, Instant now) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        JdbcClient.StatementSpec same =
                jdbc.sql("select e.household, e.person from registry.roll_entry e join (values " + rows(entries)
                        + ") t (household, person, content, since) on e.household = t.household"
                        + " and e.person is not distinct from t.person where e.roll = :roll and e.known_to is null"
                        + " and e.valid_to is null and e.valid_from <= :on and e.content = t.content");
        Set<String> already = new HashSet<>(bind(same, roll, entries)
                .param("on", holdsFrom)
                .query((row, n) ->
                        row.getLong(1) + "/" + (row.getObject(2) == null ? "" : Long.toString(row.getLong(2))))
                .list());
        List<Entry> fresh =
                entries.stream().filter(e -> !already.contains(e.whose())).toList();
        if (!fresh.isEmpty()) {
            replace(roll, fresh, holdsFrom, source, now);
            for (Entry entry : fresh) {
                trail.record(
                        Act.ROLL_CHANGED,
                        new Subject(entry.household(), entry.person(), null),
                        source,
                        "on " + roll + " from a list");
            }
        }
        return already;
    }

    /** Who stood there with something else stands there with this from the list's day on; who did not, since the day that the list says. */
    private void replace(Roll roll, List<Entry> entries, LocalDate on, String source, Instant now) {
        String target =
                "with t (household, person, content, since) as (values " + rows(entries) + "), old as (select e.id,"
                        + " e.household, e.person from registry.roll_entry e join t on e.household = t.household"
                        + " and e.person is not distinct from t.person where e.roll = :roll and e.known_to is null"
                        + " and (e.valid_to is null or e.valid_to > :on)), until as (insert into registry.roll_entry (roll,"
                        + " household, person, village, content, valid_from, valid_to, known_from, source) select e.roll,"
                        + " e.household, e.person, e.village, e.content, e.valid_from, :on, cast(:now as timestamptz), e.source"
                        + " from registry.roll_entry e join old on old.id = e.id where e.valid_from < :on), closed as (update"
                        + " registry.roll_entry e set known_to = cast(:now as timestamptz) from old where old.id = e.id)"
                        + " insert into registry.roll_entry (roll, household, person, village, content, valid_from, known_from,"
                        + " source) select :roll, t.household, t.person, h.village, t.content, case when exists (select from old"
                        + " where old.household = t.household and old.person is not distinct from t.person) then :on"
                        + " else coalesce(t.since, :on) end, cast(:now as timestamptz), :source from t"
                        + " join registry.household h on h.id = t.household";
        bind(jdbc.sql(target), roll, entries)
                .param("on", on)
                .param("now", Times.sql(now))
                .param("source", source)
                .update();
    }

    private static String rows(List<Entry> entries) {
        StringJoiner rows = new StringJoiner(", ");
        for (int i = 0; i < entries.size(); i++) {
            rows.add("(cast(:h" + i + " as bigint), cast(:p" + i + " as bigint), cast(:c" + i + " as jsonb), cast(:s"
                    + i + " as date))");
        }
        return rows.toString();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Roll roll, List<Entry> entries) {
        JdbcClient.StatementSpec bound = statement.param("roll", roll.name());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            bound = bound.param("h" + i, entry.household())
                    .param("p" + i, entry.person())
                    .param("c" + i, entry.content().toString())
                    .param("s" + i, entry.since());
        }
        return bound;
    }

    private static final String NOT_LISTED = " from registry.roll_entry e where e.roll = :roll and e.known_to is null"
            + " and (e.valid_to is null or e.valid_to > :on) and not exists (select from registry.import_row r"
            + " where r.import = :import and r.state in ('ENTERED', 'ALREADY') and r.household = e.household"
            + " and (e.person is null or r.person = e.person))";

    int notListed(Roll roll, long listImport, LocalDate on) {
        return jdbc.sql("select count(*)" + NOT_LISTED)
                .param("roll", roll.name())
                .param("on", on)
                .param("import", listImport)
                .query(Integer.class)
                .single();
    }

    /** Takes off the roll who is not in the list. */
    int leave(Roll roll, long listImport, LocalDate on, String source, Instant now) {
        record Gone(long household, @Nullable Long person) {}
        List<Gone> gone = new ArrayList<>(jdbc.sql("with gone as (select e.id" + NOT_LISTED
                        + "), until as (insert into registry.roll_entry (roll, household, person, village, content,"
                        + " valid_from, valid_to, known_from, source) select e.roll, e.household, e.person, e.village,"
                        + " e.content, e.valid_from, :on, cast(:now as timestamptz), :source from registry.roll_entry e"
                        + " join gone on gone.id = e.id where e.valid_from < :on) update registry.roll_entry e"
                        + " set known_to = cast(:now as timestamptz) from gone where gone.id = e.id"
                        + " returning e.household, e.person")
                .param("roll", roll.name())
                .param("on", on)
                .param("import", listImport)
                .param("now", Times.sql(now))
                .param("source", source)
                .query((row, n) -> new Gone(row.getLong(1), row.getObject(2, Long.class)))
                .list());
        gone.forEach(g -> trail.record(
                Act.ROLL_CHANGED,
                new Subject(g.household(), g.person(), null),
                source,
                "off " + roll + " from " + on + ", not in the list"));
        return gone.size();
    }
}
