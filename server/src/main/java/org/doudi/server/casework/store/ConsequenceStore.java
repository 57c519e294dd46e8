package org.doudi.server.casework.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of what decisions changed on the rolls. */
@Repository
public class ConsequenceStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ConsequenceStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One change on a roll.
     *
     * @param from the first day on which the roll is another
     * @param before what stood there, or null where nothing did
     */
    public record Consequence(
            Roll roll,
            @Nullable Long person,
            LocalDate from,
            @Nullable RollEntry before,
            LocalDate decidedOn) {}

    /** Keeps a change. */
    public void keep(CaseFile c, Consequence change) {
        jdbc.sql("insert into casework.consequence (case_id, village, roll, person, valid_from, before, decided_on)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb, ?)")
                .params(Arrays.asList(
                        c.id(),
                        c.village(),
                        change.roll().name(),
                        change.person(),
                        change.from(),
                        change.before() == null ? null : json.writeValueAsString(change.before()),
                        change.decidedOn()))
                .update();
    }

    /** The changes of a case that stand, the last first. */
    public List<Consequence> standing(long caseId) {
        return jdbc.sql("select roll, person, valid_from, before::text, decided_on from casework.consequence"
                        + " where case_id = ? and withdrawn_on is null order by id desc")
                .param(caseId)
                .query((row, i) -> {
                    String before = row.getString(4);
                    return new Consequence(
                            Roll.valueOf(row.getString(1)),
                            row.getObject(2, Long.class),
                            row.getObject(3, LocalDate.class),
                            before == null ? null : json.readValue(before, RollEntry.class),
                            row.getObject(5, LocalDate.class));
                })
                .list();
    }

    /** Marks all changes of a case as withdrawn. */
    public void withdraw(long caseId, LocalDate day) {
        jdbc.sql("update casework.consequence set withdrawn_on = ? where case_id = ? and withdrawn_on is null")
                .params(day, caseId)
                .update();
    }
}
