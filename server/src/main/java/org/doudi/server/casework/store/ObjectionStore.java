package org.doudi.server.casework.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.Objection;
import org.doudi.server.casework.Objection.Contested;
import org.doudi.server.casework.Objection.Origin;
import org.doudi.server.casework.path.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the objections. */
@Repository
public class ObjectionStore {
    private final JdbcClient jdbc;

    ObjectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an objection and tells its id. */
    public long add(CaseFile c, Contested contests, LocalDate day, LocalDate due, String words) {
        return jdbc.sql("insert into casework.objection (case_id, village, step, contests, made_on, due, words)"
                        + " values (?, ?, ?, ?, ?, ?, ?) returning id")
                .params(c.id(), c.village(), c.state().step().name(), contests.name(), day, due, words)
                .query(Long.class)
                .single();
    }

    /** Notes that somebody looks into it; tells whether it waited for that. */
    public boolean take(long caseId, long objection, LocalDate day) {
        return jdbc.sql("update casework.objection set taken_on = ? where case_id = ? and id = ?"
                                + " and taken_on is null and answered_on is null")
                        .params(day, caseId, objection)
                        .update()
                == 1;
    }

    /** Answers an objection; tells whether it was there and waiting. */
    public boolean answer(long caseId, long objection, LocalDate day, String answer) {
        return jdbc.sql("update casework.objection set answered_on = ?, answer = ? where case_id = ? and id = ?"
                                + " and answered_on is null")
                        .params(day, answer, caseId, objection)
                        .update()
                == 1;
    }

    /** The objections of a case, in order. */
    public List<Objection> of(long caseId) {
        return jdbc.sql(
                        "select o.id, o.step, o.contests, o.made_on, o.words, o.due, o.taken_on, o.answered_on, o.answer,"
                                + " p.objection is not null, p.reach_enc is not null or p.name_enc is not null"
                                + " from casework.objection o left join casework.objector p on p.objection = o.id"
                                + " where o.case_id = ? order by o.id")
                .param(caseId)
                .query((row, i) -> new Objection(
                        row.getLong(1),
                        Step.valueOf(row.getString(2)),
                        Contested.valueOf(row.getString(3)),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class),
                        row.getString(9),
                        !row.getBoolean(10)
                                ? Origin.OFFICE
                                : row.getBoolean(11) ? Origin.PUBLIC_REACHABLE : Origin.PUBLIC))
                .list();
    }

    /** The case that an objection is against. */
    public Optional<String> caseOf(long objection) {
        return jdbc.sql("select c.number from casework.objection o join casework.case_file c on c.id = o.case_id"
                        + " where o.id = ?")
                .param(objection)
                .query(String.class)
                .optional();
    }

    /** How many objections of a case wait for an answer. */
    public int waiting(long caseId) {
        return jdbc.sql("select count(*)::int from casework.objection where case_id = ? and answered_on is null")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    /** The first day by which an objection of these cases is to be answered; nothing for a case on which none waits. */
    public Map<Long, LocalDate> due(Collection<Long> cases) {
        Map<Long, LocalDate> due = new HashMap<>();
        jdbc.sql("select case_id, min(due) from casework.objection where case_id = any (?) and answered_on is null"
                        + " group by case_id")
                .param(cases.toArray(Long[]::new))
                .query(row -> {
                    due.put(row.getLong(1), row.getObject(2, LocalDate.class));
                });
        return due;
    }
}
